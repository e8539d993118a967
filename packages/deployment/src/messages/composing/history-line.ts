import { counted } from "../counted.ts";
import type { Message, MessageLine, MessageState } from "../message.ts";
import type { RunFacts } from "../run-facts.ts";
import { formatDuration } from "./duration.ts";

/** Whether this is news: who broke it last, since when it is red, how long it was. */
export function historyLine(facts: RunFacts, state: MessageState): readonly MessageLine[] {
  const { history, time } = facts;
  if (history === undefined || history.previous === "none") return [];
  const since = history.redSince === undefined ? "" : `, ${formatDuration(time - history.redSince)}`;
  const atLeast = history.hasMore ? "at least " : "";
  if (state === "recovered") return [[`Was red for ${atLeast}${counted(history.redRuns, "run")}${since}.`]];
  if (state !== "failure") return [];
  if (history.previous === "success") return [["First failure: the run before passed."]];
  return [[`Red for ${atLeast}${counted(history.redRuns + 1, "run")}${since}.`]];
}

/** All that changed since the last run that succeeded: what broke it, or repaired it, is among it. */
export function changesLink(facts: RunFacts): Message["buttons"] {
  const { history, commit, repository } = facts;
  if (history?.lastGood === undefined || commit === undefined || history.lastGood.sha === commit.sha) return [];
  return [
    { text: "Changes since it passed", url: `${repository.url}/compare/${history.lastGood.sha}...${commit.sha}` },
  ];
}
