/** Runs of our actions in one session, a line each, and the page of what GitHub would show of them. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { readActionFile } from "../packages/local-runner/src/action/action-file.ts";
import type { Checkout, LocalEvent } from "../packages/local-runner/src/checkout/checkout.ts";
import { headlineOf } from "../packages/local-runner/src/command-line/headline.ts";
import type { LocalSession } from "../packages/local-runner/src/command-line/local-session.ts";
import { type PageStep, renderReportPage } from "../packages/local-runner/src/command-line/report-page.ts";
import type { StepLines } from "./step-lines.ts";

/** What an action is asked. */
export interface ActionRun {
  readonly action: string;
  readonly event: LocalEvent;
  readonly inputs: Readonly<Record<string, string>>;
}

/** What it answered. */
export interface RanAction {
  readonly action: string;
  readonly passed: boolean;
  readonly log: readonly string[];
  readonly page: PageStep;
}

const ACTIONS = resolve(import.meta.dirname, "../actions");

/** Runs the actions one after another, whatever the ones before decided. */
export async function runActions(
  session: LocalSession,
  runs: readonly ActionRun[],
  lines: StepLines,
): Promise<RanAction[]> {
  const ran: RanAction[] = [];
  for (const { action, event, inputs } of runs) {
    await lines.step(action, async () => {
      const result = await session.run({ action: readActionFile(join(ACTIONS, action)), event, inputs });
      // An input that is wrong ends a run before there is a result: its error is what there is to say.
      const error = result.annotations.find(({ level }) => level === "error")?.message.split("\n")[0];
      const headline = headlineOf(result) ?? error;
      const passed = result.outcome === "success";
      ran.push({ action, passed, log: result.log, page: { name: action, headline, ...result } });
      return { passed, text: headline ?? result.outcome };
    });
  }
  return ran;
}

/** One page of the pull request's comments and all summaries. */
export async function writePage(
  path: string,
  { owner, repository }: Checkout,
  session: LocalSession,
  ran: readonly RanAction[],
  introduction: string,
): Promise<void> {
  const number = session.pullRequest;
  const html = await renderReportPage({
    repository: `${owner}/${repository}`,
    ...(number !== undefined && { pullRequest: { number, title: session.title } }),
    introduction,
    steps: ran.map(({ page }) => page),
    comments: await session.comments(),
    emulated: session.emulatedAddresses,
  });
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, html);
}
