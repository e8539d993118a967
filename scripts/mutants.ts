/**
 * `npm run mutants -- PATH...`: makes small changes to the sources given, one at a time, and checks that the tests of
 * their own room notice. A path is a file or a folder; the default is all judged files
 * (scripts/mutants/judged-files.ts). Exits 1 if a judged file scores too low. `--beside` counts only the tests beside
 * the sources, which is faster; `--lines 40-90` changes these lines alone; `--force` ignores the results of the last
 * run. See docs/testing.md.
 */
import { globSync, statSync } from "node:fs";
import { join, matchesGlob, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { LogLevel, MutantResult } from "@stryker-mutator/api/core";
import { Stryker } from "@stryker-mutator/core";
import { JUDGED_FILES, LEAST_SCORE } from "./mutants/judged-files.ts";
import { percentOf, reaches, type Score, scoreOf } from "./mutants/score.ts";

const root = resolve(import.meta.dirname, "..");
process.chdir(root);

const { values: options, positionals: paths } = parseArgs({
  options: {
    beside: { type: "boolean", default: false },
    lines: { type: "string" },
    force: { type: "boolean", default: false },
  },
  allowPositionals: true,
});
const files = paths.length > 0 ? paths.flatMap(sourcesAt) : JUDGED_FILES.flatMap(sourcesOf);
const rooms = Map.groupBy([...new Set(files)].sort(), roomOf);
const scores: Score[] = [];
for (const [room, sources] of rooms) {
  const mutants = Map.groupBy((await mutate(room, sources)).filter(isAsked), ({ fileName }) =>
    relative(root, fileName),
  );
  scores.push(...sources.map((file) => scoreOf(file, mutants.get(file) ?? [])));
}
for (const score of scores) print(score);

const low = scores.filter((score) => isJudged(score.file) && !reaches(score, LEAST_SCORE));
if (low.length > 0) {
  process.stdout.write(`\nThe tests must kill ${LEAST_SCORE} % of the mutants. They do not in:\n`);
  for (const score of low) process.stdout.write(`  ${score.file}: ${percentOf(score)} %\n`);
  process.exitCode = 1;
}

/**
 * Runs the tests of a room on the mutants of some of its files. Mutants of unchanged code keep their result from the
 * last run.
 */
function mutate(room: string, sources: readonly string[]): Promise<MutantResult[]> {
  const beside = sources.map((file) => file.replace(/\.ts$/, ".test.ts"));
  process.env.JESSY_MUTANTS_TESTS = JSON.stringify(options.beside ? beside : [`${room}/**/*.test.ts`]);
  const stryker = new Stryker({
    mutate: sources.map((file) => (options.lines === undefined ? file : `${file}:${options.lines}`)),
    testRunner: "vitest",
    // What the tool calls related leaves out tests that import a mutant's file by way of another.
    vitest: { configFile: "scripts/mutants/vitest.config.ts", related: false },
    plugins: ["@stryker-mutator/vitest-runner"],
    reporters: ["progress-append-only"],
    logLevel: "warn" as LogLevel,
    allowConsoleColors: false,
    tempDirName: "build/mutants/sandbox",
    cleanTempDir: "always",
    ignorePatterns: ["/dist", "/build", "/bench", "/.github"],
    incremental: true,
    incrementalFile: `build/mutants/${room.replace("/", "-")}${options.beside ? "-beside" : ""}.json`,
    force: options.force,
    // On a busy machine a mutant that is merely slow must not pass for one that never ends.
    timeoutMS: 20_000,
    concurrency: 1,
    // By default the tool rewrites tsconfig.json with the compiler's JavaScript API, which TypeScript 7 does not have.
    tsconfigFile: "none",
    disableTypeChecks: false,
  });
  return stryker.runMutationTest();
}

/** The tool also reports what it remembers of other lines. */
function isAsked({ location }: MutantResult): boolean {
  const [from = 1, to = Number.POSITIVE_INFINITY] = options.lines?.split("-").map(Number) ?? [];
  return location.start.line >= from && location.end.line <= to;
}

function print(score: Score): void {
  const { file, killed, survivors, excluded } = score;
  const counts = [
    `${killed} killed`,
    `${survivors.length} survived`,
    ...(excluded > 0 ? [`${excluded} excluded`] : []),
  ];
  process.stdout.write(`\n${file}: ${percentOf(score)} % (${counts.join(", ")})\n`);
  for (const { line, column, mutator, replacement, reason } of survivors) {
    const text = replacement.replace(/\s+/g, " ");
    const shown = text.length > 90 ? `${text.slice(0, 90)}...` : text;
    process.stdout.write(`  ${file}:${line}:${column} ${mutator}, ${reason}: ${shown}\n`);
  }
}

/** `packages/<x>` or `actions/<x>`. */
function roomOf(file: string): string {
  return file.split("/", 2).join("/");
}

/** The sources at a path of the command line: the file itself, or those in the folder. */
function sourcesAt(path: string): readonly string[] {
  const file = relative(root, resolve(process.env.INIT_CWD ?? root, path));
  if (!/^(?:actions|packages)\/[^/]+(?:\/|$)/.test(file)) throw new Error(`${path} is in no room`);
  return statSync(file).isDirectory() ? sourcesOf(join(file, "**/*.ts")) : [file];
}

function sourcesOf(glob: string): readonly string[] {
  return globSync(glob).filter((file) => !/\.test\.ts$|\/(?:node_modules|testing|fixtures)\//.test(file));
}

function isJudged(file: string): boolean {
  return JUDGED_FILES.some((glob) => matchesGlob(file, glob));
}
