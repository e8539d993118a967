/**
 * How often a real slowdown is seen, and in how many seconds: `node bench/benchmarks/live/slower.ts [--trials 25] [--neighbours 2] [--out FILE]`. For each slowdown and
 * each limit of rounds, whole runs of the shipped gate, and beside each the schedule of the other tools (all of the base, then all of the head)
 * with as many processes, judged by their rules. Two of three benchmarks are never slower: what is called there is a false alarm.
 */
import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { asv } from "../rules/asv.ts";
import { benchstat } from "../rules/benchstat.ts";
import { criterionCompare } from "../rules/criterion-compare.ts";
import { githubActionBenchmark } from "../rules/github-action-benchmark.ts";
import type { Cell } from "../rules/rule.ts";
import { LiveGate } from "./gate.ts";
import { restlessNeighbours } from "./load.ts";
import { buildProgram, liveRepository } from "./program.ts";

const SLOWDOWNS = [0, 2, 3, 5, 10, 20];
const LIMITS = [6, 10, 15, 30];
const RULES = [benchstat, criterionCompare, asv, githubActionBenchmark(1.1), githubActionBenchmark(1.5)];
/** What `program.c` slows down. */
const SLOWED = "render";

const { values } = parseArgs({
  options: {
    trials: { type: "string", default: "25" },
    neighbours: { type: "string", default: "0" },
    out: { type: "string" },
  },
});
const endNeighbours = restlessNeighbours(Number(values.neighbours));
const gate = await LiveGate.start();
const repositories = new Map(SLOWDOWNS.map((slowdown) => [slowdown, liveRepository(slowdown)]));
const rows = new Map<string, Row>();

interface Row {
  runs: number;
  seconds: number;
  seen: number;
  falseAlarms: number;
}

for (let trial = 0; trial < Number(values.trials); trial++) {
  for (const limit of LIMITS) {
    for (const slowdown of SLOWDOWNS) {
      const inputs = { "max-rounds": String(limit), "min-rounds": "6", name: `trial-${trial}` };
      const run = await gate.run(repositories.get(slowdown)!, inputs);
      record("bench-compare, 5 %", limit, slowdown, run.measuring, run.regressed);
      const start = performance.now();
      // A round of the gate is six processes.
      const cells = inSuccession(slowdown, run.rounds * 3);
      const seconds = (performance.now() - start) / 1000;
      for (const rule of RULES) {
        const called = rule.regressions(cells);
        const names = cells.filter((_, at) => called[at]).map(({ name }) => name);
        record(`in succession, ${rule.name}`, limit, slowdown, seconds, names);
      }
    }
  }
  print();
}
endNeighbours();
await gate.close();

function record(rule: string, limit: number, slowdown: number, seconds: number, called: readonly string[]): void {
  const key = JSON.stringify([rule, limit, slowdown]);
  const row = rows.get(key) ?? { runs: 0, seconds: 0, seen: 0, falseAlarms: 0 };
  row.runs++;
  row.seconds += seconds;
  if (called.includes(SLOWED)) row.seen++;
  if (called.some((name) => slowdown === 0 || name !== SLOWED)) row.falseAlarms++;
  rows.set(key, row);
  if (values.out === undefined) return;
  mkdirSync(dirname(values.out), { recursive: true });
  appendFileSync(values.out, `${JSON.stringify({ rule, limit, slowdown, seconds, called })}\n`);
}

/** All runs of the base, then all of the head. */
function inSuccession(slowdown: number, count: number): Cell[] {
  const run = (program: string) =>
    Array.from({ length: count }, () => JSON.parse(execFileSync(program, { encoding: "utf8" })).benchmarks);
  const base = run(buildProgram(0));
  const head = run(buildProgram(slowdown));
  return base[0].map(({ name }: { name: string }, at: number) => ({
    name,
    base: base.map((benchmarks) => benchmarks[at].value),
    head: head.map((benchmarks) => benchmarks[at].value),
  }));
}

/** Rules down, slowdowns across: `seen / false alarms` in percent of the runs, and the mean seconds. */
function print(): void {
  const rules = [...new Set([...rows.keys()].map((key) => JSON.parse(key)[0] as string))];
  process.stdout.write(
    `\n| rule | rounds | seconds | ${SLOWDOWNS.map((slowdown) => `+${slowdown} %`).join(" | ")} | false alarms |\n`,
  );
  process.stdout.write(`| :--- | ---: | ---: | ${SLOWDOWNS.map(() => "---:").join(" | ")} | ---: |\n`);
  for (const rule of rules) {
    for (const limit of LIMITS) {
      const cells = SLOWDOWNS.map((slowdown) => rows.get(JSON.stringify([rule, limit, slowdown])));
      if (cells.some((cell) => cell === undefined)) continue;
      const all = cells as Row[];
      const sum = (of: (row: Row) => number) => all.reduce((total, row) => total + of(row), 0);
      const percent = (part: number, whole: number) => `${Math.round((100 * part) / whole)} %`;
      const seen = all.map((row) => percent(row.seen, row.runs)).join(" | ");
      process.stdout.write(
        `| ${rule} | ${limit} | ${(sum((row) => row.seconds) / sum((row) => row.runs)).toFixed(1)} | ${seen} | ${percent(
          sum((row) => row.falseAlarms),
          sum((row) => row.runs),
        )} |\n`,
      );
    }
  }
}
