import { mkdirSync, realpathSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { contextOf } from "@jessy-actions/kit/action/context";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { gateState } from "@jessy-actions/kit/action/state";
import { Git } from "@jessy-actions/kit/git/git";
import { whileCancellable } from "@jessy-actions/kit/process/cancel";
import { keepingCommandFiles } from "@jessy-actions/kit/process/command-files";
import { foreignEnvironment } from "@jessy-actions/kit/process/foreign-environment";
import { runLiveProcess } from "@jessy-actions/kit/process/live";
import { killProcessesIn } from "@jessy-actions/kit/process/process-table";
import type { ActionEvent } from "@jessy-actions/kit/runner/event";
import { quote } from "@jessy-actions/kit/runner/inputs";
import { UserError } from "@jessy-actions/reading/user-error";
import type { Facts } from "./facts.ts";
import { NO_HISTORY, readHistory } from "./history/history.ts";
import type { FilesSource, Inputs, RunSource } from "./inputs.ts";
import { type Effort, enforceEffort } from "./judging/effort.ts";
import { enforceRules } from "./judging/enforce.ts";
import { readLabels } from "./labels.ts";
import { type Binaries, hashBinaries, tellIdentity } from "./measuring/binaries.ts";
import { Checkouts, type Side } from "./measuring/checkouts.ts";
import { findCommits } from "./measuring/commits.ts";
import { type Folders, foldersIn, removeFolder } from "./measuring/folders.ts";
import { describeMachine } from "./measuring/machine.ts";
import { type MeasuredRun, measure } from "./measuring/measure.ts";
import { refusePrivilegedEvent } from "./measuring/privileged-event.ts";
import { MeasuringProblem } from "./measuring/problem.ts";
import { findFiles, runOrExplain } from "./measuring/process.ts";
import { readResultFiles } from "./measuring/result-files.ts";
import { rightsWarnings } from "./measuring/token-rights.ts";
import type { Context, RunFacts } from "./result.ts";

/** Gathers what `evaluate` needs: measures both sides, or reads what was measured elsewhere. */
export async function collect(inputs: Inputs, io: ActionIo): Promise<Facts> {
  const { source } = inputs;
  switch (source.kind) {
    case "run":
      return collectRun(inputs, source, io);
    case "files":
      return collectFiles(inputs, source, io);
    case "published":
      return (await import("./published/published-result.ts")).collectPublished(source.path, inputs, io);
  }
}

async function collectFiles(inputs: Inputs, source: FilesSource, io: ActionIo): Promise<Facts> {
  const { group, failed, base, head, warnings } = await io.log.group("Reading results", () =>
    readResultFiles(source, join(io.workspace, inputs.workingDirectory), inputs.format, io.log),
  );
  const event = io.event();
  return {
    kind: "measured",
    context: {
      ...benchContext(event),
      reason: "result files",
      ...(event.pullRequest && { base: event.pullRequest.baseSha }),
    },
    machine: describeMachine(),
    labels: await readLabels(inputs, io),
    problem: undefined,
    groups: [group],
    failed,
    run: undefined,
    files: { base, head },
    trend: [],
    warnings,
  };
}

async function collectRun(inputs: Inputs, asked: RunSource, io: ActionIo): Promise<Facts> {
  const event = io.event();
  refusePrivilegedEvent(event.name, asked.allowEvents);
  io.saveState(gateState, { gate: inputs.name });
  const git = await io.git();
  const root = await git.root();
  const commits = await findCommits(git, event, asked.baseRef);
  io.log.debug(`Base ${commits.base}, head ${commits.head}: ${commits.reason}`);
  const folders = foldersIn(io.temporary);
  const { variables, withheld } = foreignEnvironment(io.environment, {
    token: inputs.token,
    passed: asked.passEnvironment,
    temporary: folders.temporary,
  });
  io.log.debug(`Benchmarks get these variables: ${Object.keys(variables).sort().join(", ")}`);
  const warnings = rightsWarnings(inputs, event, io.environment);
  // In the log before any of that code runs, and at last in the report.
  for (const warning of warnings) io.log.info(warning);
  if (await git.hasStoredCredentials()) {
    warnings.push(
      "The checkout left its token in the repository's configuration, where every benchmark can read it. Set `persist-credentials: false` for actions/checkout.",
    );
  }
  if (!(await git.isClean()))
    warnings.push("The work tree has changes that are not committed. They are not measured: the head is the commit.");
  const machine = describeMachine();
  const isProposal = event.pullRequest !== undefined || event.ref !== `refs/heads/${event.defaultBranch}`;
  // Also without `history`: a change could switch the default branch's rules off with it.
  const kept = inputs.history || isProposal ? await readHistory(inputs.name, machine, io) : NO_HISTORY;
  if (kept.unknown !== undefined) io.log.info(`No trend: ${kept.unknown.reason}.`);
  const labels = await readLabels(inputs, io);

  const checkouts = new Checkouts(folders.checkouts, await io.git(root));
  // Measuring goes on until the rules that count are answered, and not those that the change asks for.
  const gate = isProposal ? kept.gate : undefined;
  const { rules } = enforceRules(inputs, gate);
  const source = withEffort(asked, gate === undefined ? {} : enforceEffort(inputs.gate, gate).effort);
  const work = { inputs: { ...inputs, rules }, source, io, folders, checkouts, commits, variables, git };
  const measured = await whileCancellable(
    () => keepingCommandFiles(io.environment, io.log, () => buildAndMeasure(work)),
    () => {
      checkouts.removeFiles();
      removeFolder(folders.temporary);
    },
  );
  return {
    kind: "measured",
    context: { ...benchContext(event), ...commits },
    machine,
    labels,
    problem: measured.problem,
    groups: measured.run?.groups ?? [],
    failed: measured.run?.failed ?? [],
    run: {
      commands: source.commands.map(({ text }) => text),
      rounds: measured.run?.rounds ?? 0,
      minRounds: source.minRounds,
      maxRounds: measured.run?.maxRounds ?? source.maxRounds,
      nullControl: measured.run?.nullControl ?? source.nullControl,
      ...(measured.run !== undefined && { schedule: measured.run.schedule }),
      identical: measured.identical,
      time: { build: measured.buildTime, measuring: 0, inBenchmarks: 0, ...measured.run?.time },
      ranOutOfTime: measured.run?.ranOutOfTime ?? false,
      withheld,
    },
    files: undefined,
    trend: inputs.history ? kept.points : [],
    ...(gate !== undefined && { gate }),
    ...(isProposal && kept.unknown !== undefined && { rulesUnknown: kept.unknown }),
    ...(isProposal && kept.otherName !== undefined && { otherName: kept.otherName }),
    warnings: [...warnings, ...(measured.run?.warnings ?? [])],
  };
}

/** The most rounds are never fewer than the least. */
function withEffort(source: RunSource, effort: Partial<Effort>): RunSource {
  const { minRounds, maxRounds, maxMinutes } = effort;
  const least = minRounds ?? source.minRounds;
  return {
    ...source,
    minRounds: least,
    maxRounds: Math.max(maxRounds ?? source.maxRounds, least),
    maxTime: maxMinutes === undefined ? source.maxTime : maxMinutes * 60_000,
  };
}

interface Work {
  readonly inputs: Inputs;
  readonly source: RunSource;
  readonly io: ActionIo;
  readonly folders: Folders;
  readonly checkouts: Checkouts;
  readonly commits: Readonly<Record<Side, string>>;
  readonly variables: Readonly<Record<string, string>>;
  readonly git: Git;
}

interface BuiltAndMeasured {
  readonly run: MeasuredRun | undefined;
  readonly problem: MeasuringProblem["problem"] | undefined;
  readonly identical: RunFacts["identical"];
  readonly buildTime: number;
}

async function buildAndMeasure(work: Work): Promise<BuiltAndMeasured> {
  const { inputs, source, io, folders, checkouts, commits, variables, git } = work;
  let identical: boolean | undefined;
  const start = performance.now();
  let buildTime = 0;
  try {
    removeFolder(folders.temporary);
    mkdirSync(folders.temporary, { recursive: true, mode: 0o700 });
    await io.log.group("Checking out base and head", () => checkouts.add(commits));
    await checkCheckouts(work);
    const base = await build(work, "base");
    const head = await build(work, "head");
    identical = tellIdentity({
      base,
      head,
      changed: await git.changedPaths(commits.base, commits.head),
      isNamed: source.binaries.length > 0,
      programs: source.commands.map(({ argv: [program = ""] }) => program),
      workingDirectory: inputs.workingDirectory,
    });
    io.log.debug(
      `Programs built: ${base.size} of the base, ${head.size} of the head; the same: ${identical ?? "not known"}`,
    );
    if (identical === true) io.log.info("Base and head are the same program.");
    buildTime = performance.now() - start;
    const run = await measure(inputs, source, {
      checkouts,
      scratch: folders.scratch,
      environment: variables,
      seed: `${commits.base}\0${commits.head}\0${inputs.name}`,
      identical: identical === true,
      log: io.log,
    });
    return { run, problem: run.problem, identical, buildTime };
  } catch (error) {
    if (!(error instanceof MeasuringProblem)) throw error;
    return { run: undefined, problem: error.problem, identical, buildTime: performance.now() - start };
  } finally {
    endWhatIsLeft(folders, io);
    await checkouts.remove();
    removeFolder(folders.temporary);
  }
}

/** A program that left its group could still write to the runner's files after they were put back. */
function endWhatIsLeft({ checkouts, scratch, temporary }: Folders, { log }: ActionIo): void {
  const places = [checkouts, scratch, temporary].filter((folder) => statSync(folder, { throwIfNoEntry: false }));
  const count = places.reduce((sum, folder) => sum + killProcessesIn(realpathSync(folder)), 0);
  if (count > 0) log.info(`Ended ${count} ${count === 1 ? "program" : "programs"} that still ran.`);
}

/** Checks both sides before anything is built: the working directory is there, and no file that could pass for a result. */
async function checkCheckouts({ inputs: { workingDirectory }, source: { results }, checkouts }: Work): Promise<void> {
  for (const side of ["head", "base"] as const) {
    checkouts.enter(side);
    try {
      const directory = join(checkouts.root, workingDirectory);
      if (!statSync(directory, { throwIfNoEntry: false })?.isDirectory()) {
        if (side === "base")
          throw new MeasuringProblem("base-missing", `The base has no directory \`${workingDirectory}\`.`);
        throw new UserError(
          `input \`working-directory\` is ${quote(workingDirectory)}, and the head has no such directory; write one that is committed`,
        );
      }
      const [tracked] = results === undefined ? [] : await findFiles(results, directory);
      if (tracked === undefined) continue;
      throw new MeasuringProblem(
        `${side}-unreadable`,
        `\`results: ${results}\` finds \`${relative(checkouts.root, tracked)}\` in the commit of the ${side}, which could pass for a result of this run; remove it from the repository, or let the command write to the file that \`{results}\` stands for.`,
      );
    } finally {
      checkouts.leave();
    }
  }
}

/** As long as jobs usually may take. */
const BUILD_TIMEOUT = 60 * 60_000;

async function build({ inputs, source, io, checkouts, commits, variables }: Work, side: Side): Promise<Binaries> {
  if (source.buildCommands.length === 0) return new Map();
  return io.log.group(`Building the ${side}, ${commits[side].slice(0, 10)}`, async () => {
    checkouts.enter(side);
    try {
      for (const command of source.buildCommands) {
        io.log.info(command.text);
        const [program = "", ...args] = command.argv;
        await runOrExplain(
          command,
          side,
          () =>
            runLiveProcess(program, args, {
              cwd: join(checkouts.root, inputs.workingDirectory),
              environment: { ...variables, ...command.environment },
              timeout: BUILD_TIMEOUT,
              onLine: io.log.info,
            }),
          "build-failed",
        );
      }
      return await hashBinaries(checkouts.root, new Git(checkouts.root, { environment: variables }), source.binaries);
    } finally {
      checkouts.leave();
    }
  });
}

/** `head` is replaced by what is measured, which may be GitHub's merge commit; `pushed` is what people pushed. */
function benchContext(
  event: ActionEvent,
): Pick<Context, "serverUrl" | "repository" | "pullRequest" | "head" | "pushed"> {
  const { headSha, ...context } = contextOf(event);
  return { ...context, head: headSha, pushed: headSha };
}
