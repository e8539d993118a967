import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { downloadAction } from "./action-download.ts";
import { type ActionFile, readActionFile } from "./action-file.ts";
import { type Checkout, findBase, LOCAL_EVENTS, type LocalEvent, localTrigger, readCheckout } from "./checkout.ts";
import { ConsoleLog } from "./console.ts";
import { runOnEmulatedGitHub } from "./emulated-run.ts";
import { EmulatedGitHub } from "./github/gateway.ts";
import { LocalFiles, registerCommits, subjectOf } from "./local-history.ts";
import type { StepResult } from "./run-action.ts";
import { looksLikeUses, parseUses, type Uses } from "./uses.ts";

const USAGE = `jessy runs an action on this machine as GitHub's runner would, in front of an emulated GitHub.

  jessy run <action> [--with name=value ...]    an action of jessy-actions, a folder with an action.yml, or what \`uses:\` says
  jessy list                                    the actions and what they are for

Options of run:
  --with name=value   an input; may be given several times
  --event NAME        ${LOCAL_EVENTS.join(", ")} (default: pull_request)
  --base REVISION     where the change starts (default: the merge base with the default branch, else the commit before HEAD)
  --title TEXT        the title of the pull request (default: the first line of HEAD's message)
  --cwd FOLDER        the checkout to run in (default: the current folder)
  --from REPOSITORY   where \`owner/repository/folder@ref\` is downloaded from: a git repository, or a folder that is the tree at any ref
                      (default: https://github.com/owner/repository)
  --report FILE       write the comment and the job summary as GitHub would show them, as an HTML page
  --json              print the step's outcome, outputs, annotations and summary as JSON, and nothing else

Exit code: the action's own; 2 when the command line is wrong.
`;

const WORKFLOW_BOT = "github-actions[bot]";
const TOKEN = "local-token";

/** A command line that cannot be obeyed. */
class UsageError extends Error {}

/** @param actionsFolder where the actions by name are. @returns the exit code. */
export async function main(argv: readonly string[], actionsFolder: string): Promise<number> {
  try {
    return await dispatch(argv, actionsFolder);
  } catch (error) {
    process.stderr.write(`jessy: ${(error as Error).message}\n`);
    return 2;
  }
}

async function dispatch([command, ...rest]: readonly string[], actionsFolder: string): Promise<number> {
  if (command === undefined || command === "--help" || command === "-h" || command === "help") {
    process.stdout.write(USAGE);
    return command === undefined ? 2 : 0;
  }
  if (command === "list") return list(actionsFolder);
  if (command !== "run")
    throw new UsageError(`there is no command \`${command}\`; write \`jessy run <action>\` or \`jessy list\``);
  return run(rest, actionsFolder);
}

function list(actionsFolder: string): number {
  for (const name of actionNames(actionsFolder))
    process.stdout.write(`${name}\n  ${readActionFile(join(actionsFolder, name)).description}\n`);
  return 0;
}

async function run(args: readonly string[], actionsFolder: string): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      with: { type: "string", multiple: true, default: [] },
      event: { type: "string", default: "pull_request" },
      base: { type: "string" },
      title: { type: "string" },
      cwd: { type: "string", default: "." },
      from: { type: "string" },
      report: { type: "string" },
      json: { type: "boolean", default: false },
    },
  });
  const [name, ...surplus] = positionals;
  if (name === undefined) throw new UsageError(`which action? There are ${actionNames(actionsFolder).join(", ")}`);
  if (surplus.length > 0) throw new UsageError(`\`${surplus[0]}\` is too much; inputs are given by --with name=value`);
  const event = LOCAL_EVENTS.find((each) => each === values.event);
  if (event === undefined)
    throw new UsageError(`--event ${values.event} cannot be run here; write one of ${LOCAL_EVENTS.join(", ")}`);
  const temporary = mkdtempSync(join(tmpdir(), "jessy-"));
  const { action, uses } = findAction(name, { from: values.from, temporary, actionsFolder });
  const inputs = parseInputs(values.with);
  for (const input of Object.keys(inputs)) {
    if (!action.inputs.has(input))
      throw new UsageError(`${name} has no input \`${input}\`; it has ${[...action.inputs.keys()].join(", ")}`);
  }
  const workspace = resolve(values.cwd);
  const checkout = readCheckout(workspace);
  const base = findBase(checkout, values.base);
  const console = new ConsoleLog((text) => process.stdout.write(text), {
    color: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
  });
  const github = await startGitHub(checkout);
  try {
    registerCommits(github.refs, checkout.root, base, checkout.sha);
    github.files = new LocalFiles(checkout.root);
    const title = values.title ?? subjectOf(checkout.root, checkout.sha);
    const number = event === "pull_request" ? await openPullRequest(github, checkout, base, title) : 0;
    if (!values.json) console.line(describeStart(name, event, base, checkout));
    const result = await runOnEmulatedGitHub({
      github,
      trigger: localTrigger(event, checkout, base, number),
      action,
      inputs,
      token: TOKEN,
      workspace: checkout.root,
      temporary,
      ...(uses !== undefined && { uses }),
      node: process.execPath,
      ...(!values.json && { onLine: (line: string) => console.line(line) }),
    });
    if (values.json) process.stdout.write(`${JSON.stringify(toJson(result), undefined, 2)}\n`);
    if (values.report !== undefined)
      await writeReport(values.report, { name, result, github, checkout, number, quiet: values.json });
    return result.exitCode;
  } finally {
    await github.close();
  }
}

function startGitHub({ owner, repository, defaultBranch }: Checkout): Promise<EmulatedGitHub> {
  return EmulatedGitHub.start({
    owner,
    repository,
    defaultBranch,
    tokens: { [TOKEN]: { login: WORKFLOW_BOT, write: true } },
  });
}

function openPullRequest(
  github: EmulatedGitHub,
  { owner, sha, branch, defaultBranch }: Checkout,
  base: string,
  title: string,
): Promise<number> {
  const headRef = branch === "HEAD" || branch === defaultBranch ? "local-change" : branch;
  return github.openPullRequest({
    headOwner: owner,
    headRef,
    headSha: sha,
    baseRef: defaultBranch,
    baseSha: base,
    title,
  });
}

interface ReportSource {
  readonly name: string;
  readonly result: StepResult;
  readonly github: EmulatedGitHub;
  readonly checkout: Checkout;
  readonly number: number;
  readonly quiet: boolean;
}

async function writeReport(
  file: string,
  { name, result, github, checkout, number, quiet }: ReportSource,
): Promise<void> {
  // Half a megabyte of Markdown tools that only this option needs.
  const { renderReportPage } = await import("./report-page.ts");
  const html = await renderReportPage({
    repository: `${checkout.owner}/${checkout.repository}`,
    ...(number > 0 && { pullRequest: { number, title: checkout.branch } }),
    steps: [{ name, ...result }],
    comments: number > 0 ? await github.comments(number) : [],
  });
  const path = resolve(file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, html);
  if (!quiet) process.stdout.write(`Report: ${path}\n`);
}

function describeStart(name: string, event: LocalEvent, base: string, { sha }: Checkout): string {
  const change = event === "workflow_dispatch" ? sha.slice(0, 10) : `${base.slice(0, 10)}..${sha.slice(0, 10)}`;
  return `${name} on ${event}, ${change}`;
}

function toJson({ outcome, exitCode, outputs, annotations, summary, log }: StepResult): unknown {
  return {
    outcome,
    exitCode,
    outputs: Object.fromEntries(outputs),
    annotations: annotations.map(({ level, message, properties }) => ({
      level,
      message,
      ...Object.fromEntries(properties),
    })),
    summary,
    log,
  };
}

interface ActionSource {
  readonly from: string | undefined;
  readonly temporary: string;
  readonly actionsFolder: string;
}

function findAction(
  name: string,
  { from, temporary, actionsFolder }: ActionSource,
): { readonly action: ActionFile; readonly uses?: Uses } {
  if (!looksLikeUses(name)) {
    if (from !== undefined)
      throw new UsageError(`--from is for what \`uses:\` says; write owner/repository/${name}@ref, or leave it out`);
    return { action: readActionFile(actionFolder(name, actionsFolder)) };
  }
  const uses = parseUses(name);
  const address = from ?? `https://github.com/${uses.owner}/${uses.repository}`;
  return { action: downloadAction(uses, address, join(temporary, "_actions")), uses };
}

function actionFolder(name: string, actionsFolder: string): string {
  const known = join(actionsFolder, name);
  if (/^[\w-]+$/.test(name) && existsSync(join(known, "action.yml"))) return known;
  if (existsSync(resolve(name))) return resolve(name);
  throw new UsageError(
    `there is no action \`${name}\`; there are ${actionNames(actionsFolder).join(", ")}, or give a folder with an action.yml`,
  );
}

function actionNames(actionsFolder: string): string[] {
  return readdirSync(actionsFolder)
    .filter((name) => existsSync(join(actionsFolder, name, "action.yml")))
    .sort();
}

function parseInputs(pairs: readonly string[]): Record<string, string> {
  const inputs: Record<string, string> = {};
  for (const pair of pairs) {
    const equals = pair.indexOf("=");
    if (equals < 1) throw new UsageError(`--with ${pair} has no name; write --with name=value`);
    inputs[pair.slice(0, equals)] = pair.slice(equals + 1);
  }
  return inputs;
}
