import { existsSync } from "node:fs";
import { bakeFileText } from "@jessy-actions/images/build/bake-file";
import type { BuildCommand, BuildPlan } from "@jessy-actions/images/build/build-plan";
import { type BuildFailure, describeFailure } from "@jessy-actions/images/build/failure";
import { type BuildMetadata, readMetadata } from "@jessy-actions/images/build/metadata-file";
import { BuildProgress, type ProgressEvent } from "@jessy-actions/images/build/progress";
import type { BuildFacts } from "@jessy-actions/images/build/progress-facts";
import { MAX_LINE_CHARACTERS } from "@jessy-actions/images/build/solve-status";
import { wait } from "@jessy-actions/kit/http/wait";
import { runLiveProcess } from "@jessy-actions/kit/process/live";
import type { Environment } from "@jessy-actions/kit/runner/environment";
import { readFile, writePrivateFile } from "@jessy-actions/kit/runner/file-content";
import type { Log } from "@jessy-actions/kit/runner/log";
import { ReportError } from "@jessy-actions/reading/report-error";
import { dockerCommand, dockerEnvironment, isMissingProgram } from "./docker.ts";

export interface Built {
  readonly facts: readonly BuildFacts[];
  readonly metadata: readonly BuildMetadata[];
  /** Why it ended early. */
  readonly failure: BuildFailure | undefined;
}

export interface BuildOptions {
  readonly environment: Environment;
  readonly workspace: string;
  readonly bakeFile: string;
  readonly log: Log;
}

/** GitHub ends a job after six hours (actions limits); nothing of ours is shorter. */
const BUILD_TIME = 6 * 60 * 60_000;

/** Milliseconds without a line after which it is said what is still running. */
const SILENCE = 30_000;

/** Waits before a build is tried again whose base image, say, could not be fetched: milliseconds. */
const WAITS = [5000, 15_000];

/** Carries a build plan out, one command after another, with one line a step in the log. */
export async function runBuild(plan: BuildPlan, options: BuildOptions): Promise<Built> {
  writePlan(plan, options);
  const facts: BuildFacts[] = [];
  const metadata: BuildMetadata[] = [];
  for (const command of plan.commands) {
    for (let attempt = 0; ; attempt++) {
      const run = await runCommand(command, plan, options);
      const delay = WAITS[attempt];
      if (run.failure?.isTransient === true && delay !== undefined) {
        options.log.warning(`${run.failure.reason}; trying again in ${delay / 1000} s`);
        await wait(delay);
        continue;
      }
      facts.push(run.facts);
      if (run.failure !== undefined) return { facts, metadata, failure: run.failure };
      break;
    }
    const told = metadataOf(command);
    if ("failure" in told) return { facts, metadata, failure: told.failure };
    metadata.push(told);
  }
  return { facts, metadata, failure: undefined };
}

/** What buildx says of a build that ended well, or that it says nothing that can be used. */
function metadataOf({ metadataFile, targets }: BuildCommand): BuildMetadata | { readonly failure: BuildFailure } {
  if (!existsSync(metadataFile)) return { failure: unusable(`buildx wrote no metadata file \`${metadataFile}\``) };
  try {
    return readMetadata(readFile(metadataFile), targets);
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return { failure: unusable(`the metadata file that buildx wrote cannot be used: ${error.message}`) };
  }
}

const unusable = (reason: string): BuildFailure => ({
  kind: "unknown",
  reason,
  remedy: "is the disk full? Free space, or use another version of buildx",
  log: [],
  isTransient: false,
});

/** The bake file, and the secrets that are too long for a variable. */
export function writePlan({ bakeFile, files }: BuildPlan, options: Pick<BuildOptions, "bakeFile">): void {
  if (bakeFile !== undefined) writePrivateFile(options.bakeFile, bakeFileText(bakeFile));
  for (const { path, content } of files) writePrivateFile(path, content);
}

/** The variables of buildx, secrets of the build among them. */
export function planEnvironment(plan: BuildPlan, environment: Environment): Record<string, string> {
  const names = plan.targets.flatMap(({ inheritedArgs, secrets }) => [
    ...inheritedArgs,
    ...secrets.bake.flatMap((secret) => ("env" in secret ? [secret.env] : [])),
  ]);
  return { ...dockerEnvironment(environment, names), ...plan.environment };
}

async function runCommand(
  command: BuildCommand,
  plan: BuildPlan,
  { environment, workspace, log }: BuildOptions,
): Promise<{ readonly facts: BuildFacts; readonly failure: BuildFailure | undefined }> {
  const progress = new BuildProgress(command.targets);
  let lastSaid = Date.now();
  const say = (events: readonly ProgressEvent[]) => {
    for (const event of events) log.info(event.kind === "log" ? `${event.step} | ${event.text}` : event.text);
    if (events.length > 0) lastSaid = Date.now();
  };
  const silence = setInterval(() => {
    if (Date.now() - lastSaid < SILENCE) return;
    const [longest] = progress.running(Date.now());
    if (longest !== undefined)
      say([{ kind: "other", text: `still running for ${longest.seconds} s: ${longest.step}` }]);
  }, SILENCE / 3);
  try {
    const { exitCode } = await runLiveProcess(...dockerCommand(command.arguments, environment), {
      cwd: workspace,
      environment: planEnvironment(plan, environment),
      timeout: BUILD_TIME,
      maxLineBytes: MAX_LINE_CHARACTERS,
      onLine: (line) => say(progress.write(`${line}\n`)),
    });
    const { events, facts } = progress.end();
    say(events);
    return { facts, failure: exitCode === 0 ? undefined : describeFailure(facts) };
  } catch (error) {
    if (!isMissingProgram(error)) throw error;
    const { facts } = progress.end();
    return { facts, failure: { ...describeFailure(facts), reason: (error as Error).message } };
  } finally {
    clearInterval(silence);
  }
}
