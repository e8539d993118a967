import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { nearest } from "@jessy-actions/reading/nearest";
import { type ActionFile, readActionFile } from "../action/action-file.ts";
import { looksLikeUses, parseUses, type Uses } from "../action/uses.ts";
import { type Checkout, checkoutNotices, findBase, type LocalEvent, readCheckout } from "../checkout/checkout.ts";
import type { StepResult } from "../step/run-action.ts";
import { actionHelp } from "./action-help.ts";
import { actionFolder, actionNames } from "./actions-folder.ts";
import { ConsoleLog } from "./console.ts";
import { headlineOf } from "./headline.ts";
import type { LocalSession } from "./local-session.ts";
import { parseRunOptions, RUN_OPTIONS_HELP, type RunOptions } from "./run-options.ts";
import { onTrace } from "./trace.ts";
import { UsageError } from "./usage-error.ts";

const USAGE = `jessy runs an action on this machine as GitHub's runner would, in front of an emulated GitHub.

  jessy run <action> [--with NAME=VALUE ...]    an action of jessy-actions, a folder with an action.yml, or what \`uses:\` says
  jessy run <action> --help                     its inputs with their defaults
  jessy list                                    the actions and what they are for
  jessy --version

${RUN_OPTIONS_HELP}
Exit code: the action's own; 2 when the command line is wrong.
`;

const COMMANDS = ["run", "list", "help"];

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
  switch (command) {
    case undefined:
    case "help":
    case "--help":
    case "-h":
      process.stdout.write(USAGE);
      return command === undefined ? 2 : 0;
    case "--version":
    case "-v":
      process.stdout.write(`jessy ${version()}, Node ${process.version}\n`);
      return 0;
    case "list":
      return list(actionsFolder);
    case "run":
      return run(parseRunOptions(rest), actionsFolder);
  }
  const near = nearest(command, COMMANDS);
  throw new UsageError(
    `there is no command \`${command}\`; ${near === undefined ? "write `jessy run <action>` or `jessy list`" : `did you mean \`jessy ${near}\`?`}`,
  );
}

function version(): string {
  return JSON.parse(readFileSync(join(import.meta.dirname, "../../package.json"), "utf8")).version;
}

function list(actionsFolder: string): number {
  for (const name of actionNames(actionsFolder))
    process.stdout.write(`${name}\n  ${readActionFile(join(actionsFolder, name)).description}\n`);
  return 0;
}

async function run(options: RunOptions, actionsFolder: string): Promise<number> {
  const { action: name } = options;
  if (name === undefined && options.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  if (name === undefined) throw new UsageError(`which action? There are ${actionNames(actionsFolder).join(", ")}`);
  const temporary = mkdtempSync(join(tmpdir(), "jessy-"));
  const { action, uses } = await findAction(name, { from: options.from, temporary, actionsFolder });
  if (options.help) {
    process.stdout.write(actionHelp(name, action, Math.min(process.stdout.columns ?? 100, 120)));
    return 0;
  }
  checkInputs(name, action, options.inputs);
  const console = new ConsoleLog((text) => process.stdout.write(text), {
    color: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
    debug: options.debug,
  });
  const endTrace = options.debug && !options.json ? onTrace((line) => console.debug(line)) : () => {};
  try {
    return await runHere({ name, action, uses, options, temporary }, console);
  } finally {
    endTrace();
  }
}

interface Invocation {
  readonly name: string;
  readonly action: ActionFile;
  readonly uses: Uses | undefined;
  readonly options: RunOptions;
  readonly temporary: string;
}

async function runHere({ name, action, uses, options, temporary }: Invocation, console: ConsoleLog): Promise<number> {
  const { inputs, event, title, debug, json, report } = options;
  const checkout = readCheckout(resolve(options.cwd), options.defaultBranch);
  const base = findBase(checkout, options.base);
  // Standard output stays what the action says, or the JSON.
  for (const notice of checkoutNotices(checkout)) process.stderr.write(`jessy: ${notice}\n`);
  // The emulated GitHub is most of what there is to load: not for --help and not for a wrong input.
  const { LocalSession } = await import("./local-session.ts");
  const session = await LocalSession.start({ checkout, base, title, temporary });
  try {
    console.emulated = session.emulatedAddresses;
    if (!json) console.line(describeStart(name, event, base, checkout));
    const onLine = json ? undefined : (line: string) => console.line(line);
    const result = await session.run({ action, inputs, event, uses, debug, onLine });
    if (json) process.stdout.write(`${JSON.stringify(toJson(result), undefined, 2)}\n`);
    if (report !== undefined) {
      const path = await writeReport(report, name, result, session, checkout);
      if (!json) process.stdout.write(`Report: ${path}\n`);
    }
    return result.exitCode;
  } finally {
    await session.close();
  }
}

/** @returns where the page is. */
async function writeReport(
  file: string,
  name: string,
  result: StepResult,
  session: LocalSession,
  { owner, repository }: Checkout,
): Promise<string> {
  // Half a megabyte of Markdown tools that only this option needs.
  const { renderReportPage } = await import("./report-page.ts");
  const number = session.pullRequest;
  const html = await renderReportPage({
    repository: `${owner}/${repository}`,
    ...(number !== undefined && { pullRequest: { number, title: session.title } }),
    steps: [{ name, headline: headlineOf(result), ...result }],
    comments: await session.comments(),
    emulated: session.emulatedAddresses,
  });
  const path = resolve(file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, html);
  return path;
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

async function findAction(
  name: string,
  { from, temporary, actionsFolder }: ActionSource,
): Promise<{ readonly action: ActionFile; readonly uses?: Uses }> {
  if (!looksLikeUses(name)) {
    if (from !== undefined)
      throw new UsageError(`--from is for what \`uses:\` says; write owner/repository/${name}@ref, or leave it out`);
    return { action: readActionFile(actionFolder(name, actionsFolder)) };
  }
  const uses = parseUses(name);
  const address = from ?? `https://github.com/${uses.owner}/${uses.repository}`;
  const { downloadAction } = await import("../action/action-download.ts");
  return { action: downloadAction(uses, address, join(temporary, "_actions")), uses };
}

function checkInputs(name: string, action: ActionFile, inputs: Readonly<Record<string, string>>): void {
  for (const input of Object.keys(inputs)) {
    if (action.inputs.has(input)) continue;
    const known = [...action.inputs.keys()];
    const near = nearest(input, known);
    throw new UsageError(
      `${name} has no input \`${input}\`; ${near === undefined ? `it has ${known.join(", ")}` : `did you mean \`${near}\`?`}`,
    );
  }
}
