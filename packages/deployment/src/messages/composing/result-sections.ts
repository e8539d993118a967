import type { Message, MessageLine } from "../message.ts";
import type { Deployment } from "../results/deployment.ts";
import type { ActionResult } from "../results/read-result.ts";

/** More of them are in the run's summary. */
const MAX_DETAILS = 5;

/** What the actions found: a line each, then what a reader asks of those that are not well. */
export function resultSections(results: readonly ActionResult[], unread: readonly string[]): Message["sections"] {
  const lines = [
    ...results.map((result): MessageLine => [`${markOf(result)} `, { strong: nameOf(result) }, `: ${result.headline}`]),
    ...unread.map((sentence): MessageLine => [`⚠️ ${sentence}`]),
  ];
  const details = results.filter(({ action, verdict, details: found }) => found.length > 0 && isShown(action, verdict));
  return [
    ...(lines.length === 0 ? [] : [{ title: "Results", lines }]),
    ...results.flatMap(({ deployment }) => (deployment === undefined ? [] : hostSections(deployment))),
    ...details.map((result) => ({ title: nameOf(result), lines: firstDetails(result.details) })),
  ];
}

/** What was pushed is news when all is well, too. */
function isShown(action: string, verdict: ActionResult["verdict"]): boolean {
  return verdict !== "pass" || action === "docker-build-push";
}

function firstDetails(details: readonly MessageLine[]): readonly MessageLine[] {
  const more = details.length - MAX_DETAILS;
  return more <= 0 ? details : [...details.slice(0, MAX_DETAILS), [`… and ${more} more`]];
}

/** Every host, unless all of them serve what was deployed: then a field says so. */
function hostSections({ hosts }: Deployment): Message["sections"] {
  if (hosts.every(({ state }) => state === "deployed" || state === "unchanged" || state === "planned")) return [];
  const lines = hosts.map(
    ({ name, state, serving, failure }): MessageLine => [
      { strong: name },
      `: ${state.replace("-", " ")}, ${serving === undefined ? "nobody knows what it serves" : `serves ${serving}`}`,
      ...(failure === undefined ? [] : [` (${failure})`]),
    ],
  );
  return [{ title: "Hosts", lines }];
}

function markOf({ fails, verdict }: ActionResult): string {
  return fails ? "❌" : verdict === "pass" ? "✅" : "⚠️";
}

function nameOf({ action, name }: ActionResult): string {
  return name === "" ? action : `${action} (${name})`;
}
