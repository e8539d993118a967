import { ReportError } from "@jessy-actions/reading/report-error";
import { failedJobs } from "./composing/failed-jobs.ts";
import { changesLink, historyLine } from "./composing/history-line.ts";
import { placeholderValues } from "./composing/placeholder-values.ts";
import { proseLine } from "./composing/prose-line.ts";
import { resultSections } from "./composing/result-sections.ts";
import { runFields, subjectLine } from "./composing/run-lines.ts";
import { runState } from "./composing/run-state.ts";
import { deployedTo, runTitle, worstFleet } from "./composing/run-title.ts";
import { plainText } from "./fitting/message-line.ts";
import type { Message, MessageLine, MessageState } from "./message.ts";
import type { Deployment } from "./results/deployment.ts";
import { type ActionResult, readResult } from "./results/read-result.ts";
import type { ResultFile, RunFacts } from "./run-facts.ts";
import { LOOKS } from "./state-look.ts";
import { fillTemplate, type Template } from "./template.ts";

/** The message about a run: from its jobs and what our actions found, and in the user's own words where there are some. */
export function composeMessage(facts: RunFacts): Message {
  const read = facts.resultFiles.map((file) => readFile(file, facts));
  const results = read.flatMap((one) => ("result" in one ? [one.result] : []));
  const unread = read.flatMap((one) => ("problem" in one ? [one.problem] : []));
  const state = runState(facts, results, unread.length > 0);
  const fleet = worstFleet(results);
  const deployment = fleet?.deployment;
  const values = placeholderValues(facts, state, results, deployment);
  const fill = (template: Template): MessageLine => fillTemplate(template, values);
  const { own } = facts;
  const made = {
    text: [...headline(fleet), ...subjectLine(facts), ...historyLine(facts, state), ...rerunLine(deployment)],
    fields: runFields(facts, deployment),
    sections: facts.status === "started" ? [] : [...failedJobs(facts), ...resultSections(results, unread, fleet)],
  };
  const body =
    own.body === undefined
      ? {
          text: [...own.text.map(fill), ...made.text],
          fields: [
            ...stateField(own.title, state),
            ...own.fields.map(({ name, value }) => ({ name, value: fill(value) })),
            ...made.fields,
          ],
          sections: made.sections,
        }
      : { text: own.body.map(fill), fields: [], sections: [] };
  return {
    state,
    title: own.title === undefined ? runTitle(facts, state, results) : plainText(fill(own.title)),
    titleUrl: facts.run.url,
    ...body,
    buttons: [
      { text: `Run ${facts.run.number}`, url: facts.run.url },
      ...own.buttons,
      ...environmentLink(facts, deployment),
      ...results.flatMap(({ link }) => link ?? []),
      ...changesLink(facts),
    ],
    mentions: facts.mentions,
    footer: footerOf(facts),
    time: facts.time,
  };
}

/** What a file says, or a sentence about why it says nothing of this run. */
function readFile(
  file: ResultFile,
  { repository, commit }: RunFacts,
): { readonly result: ActionResult } | { readonly problem: string } {
  if ("problem" in file) return { problem: `${file.file}: ${file.problem}` };
  try {
    const result = readResult(file.content);
    const { about } = result;
    const ours = `${repository.owner}/${repository.name}`;
    if (about !== undefined && about.repository.toLowerCase() !== ours.toLowerCase()) {
      return { problem: `${file.file} is about ${about.repository}` };
    }
    if (about?.sha !== undefined && commit !== undefined && about.sha !== commit.sha) {
      return { problem: `${file.file} is about another commit, ${about.sha.slice(0, 7)}` };
    }
    return { result };
  } catch (error) {
    if (error instanceof ReportError) return { problem: `${file.file}: ${error.message}` };
    throw error;
  }
}

/** A mark never stands without a word, which the user's own title may not have. */
function stateField(title: Template | undefined, state: MessageState): Message["fields"] {
  const says = (part: Template[number]): boolean =>
    typeof part !== "string" && (part.placeholder === "state" || part.placeholder === "title");
  return title === undefined || title.some(says) ? [] : [{ name: "State", value: [LOOKS[state].word] }];
}

/** What became of the fleet comes first; what the message announces is not there yet. */
function headline(fleet: ActionResult | undefined): readonly MessageLine[] {
  return fleet === undefined ? [] : [proseLine(fleet.headline)];
}

function rerunLine(deployment: Deployment | undefined): readonly MessageLine[] {
  return deployment?.fails && deployment.rerun !== "" ? [proseLine(deployment.rerun)] : [];
}

function environmentLink(facts: RunFacts, deployment: Deployment | undefined): Message["buttons"] {
  const url = deployment?.url ?? facts.environment?.url;
  const name = deployedTo(facts, deployment);
  return url === undefined || name === undefined ? [] : [{ text: `Open ${name}`, url }];
}

function footerOf({ repository, run }: RunFacts): string {
  const attempt = run.attempt > 1 ? `, attempt ${run.attempt}` : "";
  return `${repository.owner}/${repository.name} · ${run.workflow} · run ${run.number}${attempt}`;
}
