/**
 * `make try`: every action, as committed in dist/, on the pull request of examples/demo, in front of an emulated GitHub. Prints the verdicts
 * and writes one page with what GitHub would show. Exits with 0 when each action decided what the demo is made for.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { findBase, readCheckout } from "../packages/local-runner/src/checkout/checkout.ts";
import { LocalSession } from "../packages/local-runner/src/command-line/local-session.ts";
import { LoopbackServer } from "../packages/local-runner/src/github/loopback-server.ts";
import { type RanAction, runActions, writePage } from "./action-runs.ts";
import { createDemo, DEMO_TITLE, type DemoRun, prepareDemoRuns } from "./demo.ts";
import { StepLines } from "./step-lines.ts";

const root = resolve(import.meta.dirname, "..");
const page = join(root, "build/try/index.html");

const INTRODUCTION =
  "The pull request of examples/demo, as GitHub would show it. It is made to fail: two of its new lines are untested, one benchmark is " +
  "slower, a crate that it brings has a flaw, and one commit message breaks the conventions. Image and release are dry runs of what its merge would publish; the deployment finds its host down, and touches nothing.";

const lines = new StepLines();
const folder = mkdtempSync(join(tmpdir(), "jessy-try-"));
const service = await LoopbackServer.start();
service.onRequest((request, response) => {
  request.resume();
  response.end("ok");
});
const { runs, left } = prepareDemoRuns(folder, service.url);
try {
  process.exitCode = report(await tryActions());
} finally {
  await service.close();
  rmSync(folder, { recursive: true });
}

async function tryActions(): Promise<RanAction[]> {
  const workspace = join(folder, "parcels");
  createDemo(join(root, "examples/demo"), workspace);
  const checkout = readCheckout(workspace);
  const base = findBase(checkout, undefined);
  const temporary = join(folder, "temporary");
  const session = await LocalSession.start({ checkout, base, title: DEMO_TITLE, temporary });
  try {
    lines.say(`Every action on the pull request of examples/demo (Rust and Go), "${DEMO_TITLE}":\n`);
    const ran = await runActions(session, runs, lines);
    await writePage(page, checkout, session, ran, INTRODUCTION);
    return ran;
  } finally {
    await session.close();
  }
}

/** @returns the exit code. */
function report(ran: readonly RanAction[]): number {
  const surprises = ran.filter(({ passed }, at) => passed === runs[at]!.fails);
  for (const { action, passed, log } of surprises)
    lines.say(`\n${action} was made to ${passed ? "fail" : "pass"} here, and did not. Its log:\n${log.join("\n")}`);
  if (surprises.length > 0) return 1;
  const failures = ran.filter(({ passed }) => !passed).length;
  lines.say(`\nAll as intended: ${failures} of ${ran.length} fail on purpose, to show what a failure looks like.`);
  for (const run of left) lines.say(leftOut(run));
  lines.say(`The pull request's comment and the job summaries, light and dark:\n${page}`);
  return 0;
}

/** What the demo does not show on this machine. */
function leftOut({ action, program }: DemoRun): string {
  return `${action} was left out: there is no ${program} here. \`npm run engines\` installs the one that the tests use.`;
}
