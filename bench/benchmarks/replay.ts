/** Replays recorded jobs of GitHub's runners under our rule and under those of other tools, as a Markdown table. */
import { type RecordedCell, recordedJobs, slowed } from "./recorded-jobs.ts";
import { asv } from "./rules/asv.ts";
import { benchstat } from "./rules/benchstat.ts";
import { criterion } from "./rules/criterion.ts";
import { criterionCompare } from "./rules/criterion-compare.ts";
import { githubActionBenchmark } from "./rules/github-action-benchmark.ts";
import { googleBenchmark } from "./rules/google-benchmark.ts";
import { judge, LOOKS, MAX_ROUNDS, ours } from "./rules/ours.ts";
import type { Rule } from "./rules/rule.ts";
import { signedRankRule } from "./rules/signed-rank.ts";

const RULES: readonly Rule[] = [
  ours(0.03),
  ours(0.05),
  signedRankRule(0.03),
  benchstat,
  googleBenchmark,
  criterion,
  criterionCompare,
  asv,
  githubActionBenchmark(1.5),
  githubActionBenchmark(2),
];
const PROCESSES = ["1 ms", "3 s"] as const;
const CURVE = [1.03, 1.05, 1.08, 1.1, 1.15, 1.2];
const jobs = recordedJobs();

/** The part of the cells with 30 samples that was called a regression, by the length of the process. */
class Rates {
  readonly #called = new Map<string, number>();
  readonly #all = new Map<string, number>();

  add(cell: RecordedCell, isCalled: boolean): void {
    if (cell.samples !== 30) return;
    this.#all.set(cell.process, (this.#all.get(cell.process) ?? 0) + 1);
    if (isCalled) this.#called.set(cell.process, (this.#called.get(cell.process) ?? 0) + 1);
  }

  toString(): string {
    return PROCESSES.map((process) => percent((this.#called.get(process) ?? 0) / this.#all.get(process)!)).join(" / ");
  }
}

function percent(part: number): string {
  return (100 * part).toFixed(1);
}

function ratesOf(rule: Rule, factor: number): { readonly rates: Rates; readonly suites: number } {
  const rates = new Rates();
  let suites = 0;
  for (const job of jobs) {
    const called = rule.regressions(slowed(job, factor));
    for (const [at, cell] of job.entries()) rates.add(cell, called[at]!);
    if (called.includes(true)) suites++;
  }
  return { rates, suites };
}

/** Power when only one benchmark of the job is slower: each of them in its turn. */
function alone(rule: Rule, factor: number): Rates {
  const rates = new Rates();
  for (const job of jobs)
    for (const [at, cell] of job.entries())
      if (cell.samples === 30) rates.add(cell, rule.regressions(slowed(job, factor, cell))[at]!);
  return rates;
}

/** What comes of stopping at the first look at which nothing is open; the cells of few samples have nothing left to wait for. */
function stopped(margin: number, factor: number): readonly string[] {
  const rates = new Rates();
  let suites = 0;
  let rounds = 0;
  let cellRounds = 0;
  let cells = 0;
  for (const job of jobs) {
    const slower = slowed(job, factor);
    const undecided = new Set(slower.filter(({ samples }) => samples === 30));
    for (const look of LOOKS) {
      const comparisons = judge(slower, margin, look);
      cellRounds += undecided.size * (look - (LOOKS[LOOKS.indexOf(look) - 1] ?? 0));
      for (const [at, { verdict }] of comparisons.entries())
        if (verdict !== "inconclusive") undecided.delete(slower[at]!);
      const isOpen = slower.some(({ samples }, at) => samples === 30 && comparisons[at]!.verdict === "inconclusive");
      if (isOpen && look < MAX_ROUNDS) continue;
      const called = comparisons.map(({ verdict }) => verdict === "regressed");
      for (const [at, cell] of slower.entries()) rates.add(cell, called[at]!);
      if (called.includes(true)) suites++;
      rounds += look;
      break;
    }
    cells += slower.filter(({ samples }) => samples === 30).length;
  }
  return [
    `${percent(margin)} %`,
    `${percent(factor - 1)} %`,
    (rounds / jobs.length).toFixed(1),
    (cellRounds / cells).toFixed(1),
    String(rates),
    String(suites),
  ];
}

function print(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const lines = [head, head.map((_, at) => (at === 0 ? ":---" : "---:")), ...rows];
  process.stdout.write(`${lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}\n\n`);
}

const what = `(${PROCESSES.join(" / ")})`;
print(
  [
    "Rule",
    `False regressions, % of cells ${what}`,
    `Suites with one, of ${jobs.length}`,
    `+5 % found, % ${what}`,
    `+10 % found, % ${what}`,
    `Only one slower: +5 % ${what}`,
    `Only one slower: +10 % ${what}`,
  ],
  RULES.map((rule) => {
    const none = ratesOf(rule, 1);
    const found = [1.05, 1.1].map((factor) => String(ratesOf(rule, factor).rates));
    // Without a family nothing else in the job matters.
    const isFamily = rule.name.includes("bench-compare");
    const foundAlone = isFamily ? [1.05, 1.1].map((factor) => String(alone(rule, factor))) : found;
    return [rule.name, String(none.rates), String(none.suites), ...found, ...foundAlone];
  }),
);
print(
  ["bench-compare, margin 5 %", ...CURVE.map((factor) => `+${Math.round(100 * (factor - 1))} %`)],
  [[`found, % ${what}`, ...CURVE.map((factor) => String(ratesOf(ours(0.05), factor).rates))]],
);
print(
  ["Margin", "Head slower by", "Rounds a job", "Rounds a cell", `Found, % ${what}`, `Suites red, of ${jobs.length}`],
  [0.03, 0.05].flatMap((margin) => [1, 1.05, 1.1].map((factor) => stopped(margin, factor))),
);
