import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parse } from "yaml";
import { describeRun } from "../../packages/local-runner/src/event/event.ts";
import { runnerContext, stepEnvironment } from "../../packages/local-runner/src/step/environment.ts";
import { parseFileCommands } from "../../packages/local-runner/src/step/file-command.ts";

/** Where the steps of a bench run: one commit of one repository. */
export interface Job {
  readonly workspace: string;
  /** Of the emulated GitHub. */
  readonly apiUrl: string;
  readonly sha: string;
  /** Of the machine: PATH, DOCKER_HOST, DOCKER_CONFIG. */
  readonly machine: Readonly<Record<string, string | undefined>>;
  /** What a workflow writes in `env`. Default: nothing. */
  readonly env?: Readonly<Record<string, string>>;
  /** Of node, before the action's script. Default: none. */
  readonly nodeArguments?: readonly string[];
}

/** What a step said and what it cost. */
export interface StepRun {
  readonly exitCode: number;
  readonly milliseconds: number;
  readonly outputs: ReadonlyMap<string, string>;
  readonly log: string;
  /** Its post step, if it has one. */
  post(): Promise<{ readonly milliseconds: number }>;
}

export const TOKEN = "bench-token";

/** Runs an action as the runner does: every input of its action.yml as a variable, files for outputs and state. */
export async function runActionStep(
  actionFile: string,
  inputs: Readonly<Record<string, string>>,
  job: Job,
): Promise<StepRun> {
  const { inputs: known, runs } = parse(readFileSync(actionFile, "utf8")) as ActionFile;
  const temporary = mkdtempSync(join(job.workspace, ".git", "step-"));
  const at = (name: string) => join(temporary, name);
  const host = { owner: "org", repository: "demo", defaultBranch: "main", serverUrl: "https://github.com" };
  const event = { name: "push", branch: "main", before: job.sha, sha: job.sha } as const;
  const { github, payload } = describeRun(event, { ...host, apiUrl: job.apiUrl, graphqlUrl: "", token: TOKEN });
  writeFileSync(at("event.json"), JSON.stringify(payload));
  for (const name of ["output", "state", "env", "path", "summary"]) writeFileSync(at(name), "");
  mkdirSync(at("temp"));
  const given = Object.fromEntries(
    Object.entries(known).map(([name, input]) => [name, inputs[name] ?? defaultOf(input?.default)]),
  );
  const context = {
    inputs: given,
    github: {
      ...github,
      event_path: at("event.json"),
      workspace: job.workspace,
      output: at("output"),
      state: at("state"),
      env: at("env"),
      path: at("path"),
      step_summary: at("summary"),
    },
    runner: runnerContext(job.workspace, at("temp")),
    runtime: {},
    // The peers' summary needs a service that takes artifacts; without it they do less.
    env: { DOCKER_BUILD_SUMMARY: "false", DOCKER_BUILD_RECORD_UPLOAD: "false", ...job.env },
    path: [],
  };
  const start = (script: string, state: ReadonlyMap<string, string>) =>
    timed(process.execPath, [...(job.nodeArguments ?? []), resolve(dirname(actionFile), script)], {
      cwd: job.workspace,
      env: stepEnvironment({ ...context, state }, job.machine),
    });
  const main = await start(runs.main, new Map());
  return {
    ...main,
    outputs: parseFileCommands(readFileSync(at("output"), "utf8")),
    post: () =>
      runs.post === undefined
        ? Promise.resolve({ milliseconds: 0 })
        : start(runs.post, parseFileCommands(readFileSync(at("state"), "utf8"))),
  };
}

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly default?: unknown } | null>>;
  readonly runs: { readonly main: string; readonly post?: string };
}

/** Only the token is an expression. */
const defaultOf = (value: unknown): string =>
  String(value ?? "").replaceAll(/\$\{\{\s*github\.token\s*\}\}/g, () => TOKEN);

/** Runs a program once. @returns wall time from its start to its end, and all it wrote. */
export function timed(
  program: string,
  args: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Promise<{ readonly exitCode: number; readonly milliseconds: number; readonly log: string }> {
  return new Promise((resolve, reject) => {
    const begin = performance.now();
    const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let log = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk) => {
        log += chunk;
      });
    child.on("error", reject);
    child.on("close", (code) => resolve({ exitCode: code ?? 1, milliseconds: performance.now() - begin, log }));
  });
}
