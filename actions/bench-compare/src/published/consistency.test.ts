import { ReportError } from "@jessy-actions/reading/report-error";
import { describe, expect, test } from "vitest";
import { factsOf, inputsOf, type Level, RUN } from "../../testing/facts.ts";
import { evaluate } from "../evaluate.ts";
import type { Result } from "../result.ts";
import { consistentNumbers } from "./consistency.ts";

const LEVELS: Readonly<Record<string, Level>> = {
  slower: { base: 1000, head: 1300 },
  faster: { base: 1000, head: 700 },
  same: { base: 1000, head: 1000 },
  wild: { base: 1000, head: 1050, noise: 0.5 },
  wildRate: { base: 1000, head: 900, noise: 0.5, unit: "MB/s" },
  rate: { base: 1000, head: 500, unit: "MB/s" },
  better: { base: 500, head: 1000, unit: "MB/s" },
  gone: { base: 1 },
  added: { head: 1 },
  first: { base: 0, head: 3, unit: "allocs/op" },
  fewer: { base: 3, head: 0, unit: "allocs/op" },
  equal: { base: 3, head: 3, unit: "allocs/op" },
  zero: { base: 0, head: 0 },
  fruit: { base: 1, head: 2, unit: "bananas" },
};
const own = (facts: Parameters<typeof factsOf>[0] = { levels: LEVELS }, written = {}) =>
  evaluate(inputsOf(written), factsOf(facts));

describe("our own result is consistent", () => {
  test.each<[string, Parameters<typeof factsOf>[0], Readonly<Record<string, string>>]>([
    ["with everything", { levels: LEVELS, failed: [{ benchmark: "bad", reason: "x", arm: "head" }] }, {}],
    ["with everything left out", { levels: LEVELS }, { overrides: "* => ignore" }],
    ["with a control that moved", { levels: { x: { base: 1000, head: 1000, twin: 1500 } } }, {}],
    ["with a control that got faster", { levels: { x: { base: 1000, head: 1000, twin: 600 } } }, {}],
    ["of two metrics", { levels: { x: { base: 1000, head: 1000 }, y: { base: 1000, head: 1000 } } }, {}],
    [
      "of an idle machine, without a build",
      {
        levels: { x: { base: 1000, head: 1000 } },
        machine: { cpu: "x", cores: 4, system: "x", load: 0 },
        run: { ...RUN, time: { ...RUN.time, build: 0 } },
      },
      {},
    ],
    ["with nothing", {}, {}],
    ["of files", { run: undefined, files: { base: { files: 1, runs: 1 }, head: { files: 2, runs: 2 } } }, {}],
    [
      "on its margin",
      {
        levels: {
          x: { base: 100, head: 105, noise: 0 },
          y: { base: 100, head: 105, unit: "B" },
          z: { base: 100, head: 95, noise: 0.0001 },
        },
      },
      { "exact-margin": "5 %" },
    ],
    ["with a problem", { problem: { kind: "out-of-time", sentence: "x" } }, {}],
  ])("%s", (_, facts, written) => {
    const result = own(facts, written);
    expect(consistentNumbers(result)).toBe(result);
  });
});

// biome-ignore lint/suspicious/noExplicitAny: what is damaged has no type any more.
type Damaged = any;
const named = (result: Damaged, name: string) => result.comparisons.find((each: Damaged) => each.benchmark === name);
/** Another verdict, counted as it should be. */
function call(result: Damaged, name: string, verdict: string): void {
  const comparison = named(result, name);
  result.counts[comparison.verdict]--;
  result.counts[verdict]++;
  comparison.verdict = verdict;
}

test.each<[string, (result: Damaged) => void, RegExp]>([
  ["a metric twice", (r) => r.comparisons.push(r.comparisons[0]), /two of `comparisons` are of one metric/],
  ["a suite of one", (r) => (r.suite.metrics = 1), /`suite\.metrics` is 1, and `comparisons` has \d+ that vary/],
  ["a suite of more than there are", (r) => (r.suite.metrics = 99), /`suite\.metrics` is 99/],
  [
    "a suite of more than vary",
    (r) => (r.suite.metrics = 11),
    /`suite\.metrics` is 11, and `comparisons` has 10 that vary/,
  ],
  [
    "a suite that regressed by nothing",
    (r) => Object.assign(r.suite, { verdict: "regressed", change: 0, low: -1, high: 1 }),
    /`suite` regressed by less than its margin/,
  ],
  [
    "a suite that improved by nothing",
    (r) => Object.assign(r.suite, { verdict: "improved", change: 0, low: -1, high: 1 }),
    /`suite` improved by less than its margin/,
  ],
  [
    "a suite that got much slower and is too noisy",
    (r) => Object.assign(r.suite, { verdict: "inconclusive", change: 9, low: 8, high: 10 }),
    /`suite` is inconclusive, and its interval lies beyond the margin/,
  ],
  [
    "a suite whose change is outside of its interval",
    (r) => (r.suite.low = r.suite.change + 1),
    /`suite\.change` is not between `low` and `high`/,
  ],
  [
    "a suite that got much slower and is ok",
    (r) => Object.assign(r.suite, { verdict: "ok", change: 9, low: 8, high: 10 }),
    /`suite` is ok, and worse by its margin/,
  ],
  ["a suite that is judged without numbers", (r) => delete r.suite.margin, /`suite` is judged, and has no numbers/],
  [
    "a regression that is not counted",
    (r) => r.counts.regressed--,
    /`counts\.regressed` is 2, and `comparisons` has 3/,
  ],
  ["one more that is ok", (r) => r.counts.ok++, /`counts\.ok` is \d, and `comparisons` has \d/],
  [
    "a control that moved nowhere",
    (r) => (r.control.state = "moved"),
    /`control\.state` is moved, and `control\.moved` has 0/,
  ],
  [
    "a steady control that moved",
    (r) => r.control.moved.push(named(r, "slower")),
    /`control\.state` is steady, and `control\.moved` has 1/,
  ],
  [
    "a control that moved by nothing",
    (r) => {
      r.control = { state: "moved", moved: [named(r, "same")] };
    },
    /`control\.moved\[0\]` has not moved/,
  ],
  [
    "a control that contradicts itself",
    (r) => {
      r.control = { state: "moved", moved: [{ ...named(r, "slower"), base: -1 }] };
    },
    /`control\.moved\[0\]\.base` is below 0/,
  ],
  ["a time below 0", (r) => (named(r, "same").base = -1), /`comparisons\[\d+\]\.base` is below 0/],
  ["a head below 0", (r) => (named(r, "same").head = -1), /`comparisons\[\d+\]\.head` is below 0/],
  ["a margin below 0", (r) => (named(r, "same").margin = -1), /`comparisons\[\d+\]\.margin` is below 0/],
  ["a change below its interval", (r) => (named(r, "same").low = 0.5), /\.change` is not between `low` and `high`/],
  ["a change above its interval", (r) => (named(r, "slower").high = 0.1), /\.change` is not between `low` and `high`/],
  ["something new that was there", (r) => (named(r, "added").base = 1), /`comparisons\[\d+\]` is not new/],
  ["something new that is not there", (r) => delete named(r, "added").head, /`comparisons\[\d+\]` is not new/],
  ["something missing that is there", (r) => (named(r, "gone").head = 1), /`comparisons\[\d+\]` is not missing/],
  ["something missing that never was", (r) => delete named(r, "gone").base, /`comparisons\[\d+\]` is not missing/],
  [
    "a verdict on a metric without a direction",
    (r) => call(r, "fruit", "ok"),
    /`comparisons\[\d+\]` is judged, and its metric has no direction/,
  ],
  [
    "a verdict on a metric that gets better neither way",
    (r) => (named(r, "same").metric.better = "none"),
    /`comparisons\[\d+\]` is judged, and its metric has no direction/,
  ],
  [
    "a verdict on a metric that is only shown",
    (r) => (named(r, "same").metric.judgement = "shown"),
    /`comparisons\[\d+\]` is judged, and its metric has no direction/,
  ],
  ...["base", "head", "change", "margin"].map((field): [string, (r: Damaged) => void, RegExp] => [
    `a verdict without its ${field}`,
    (r) => delete named(r, "equal")[field],
    /`comparisons\[\d+\]` is judged, and has no numbers/,
  ]),
  ["a regression of nothing", (r) => call(r, "same", "regressed"), /regressed by less than its margin/],
  ["a regression of a gain", (r) => call(r, "better", "regressed"), /regressed by less than its margin/],
  ["an improvement of nothing", (r) => call(r, "same", "improved"), /improved by less than its margin/],
  ["an improvement of a loss", (r) => call(r, "rate", "improved"), /improved by less than its margin/],
  ["a loss that is ok", (r) => call(r, "slower", "ok"), /is ok, and worse by its margin/],
  ["a lost rate that is ok", (r) => call(r, "rate", "ok"), /is ok, and worse by its margin/],
  ["a new cost that is ok", (r) => call(r, "first", "ok"), /is ok, and worse by its margin/],
  ["a certain loss that is too noisy", (r) => call(r, "slower", "inconclusive"), /its interval lies beyond the margin/],
  ["a certain loss of a rate that is too noisy", (r) => call(r, "rate", "inconclusive"), /its interval lies beyond/],
  ["no cores", (r) => (r.machine.cores = -1), /`machine\.cores` is below 0/],
  ["less than no load", (r) => (r.machine.load = -1), /`machine\.load` is below 0/],
  ["more rounds than there may be", (r) => (r.run.rounds = 13), /`run\.rounds` is 13, more than `run\.maxRounds`, 12/],
  ["rounds below 0", (r) => (r.run.rounds = -1), /`run\.rounds` is below 0/],
  ["time that runs back", (r) => (r.run.time.measuring = -1), /`run\.time\.measuring` is below 0/],
])("%s is refused", (_, damage, message) => {
  const result: Result = structuredClone(own());
  damage(result);
  expect(() => consistentNumbers(result)).toThrow(ReportError);
  expect(() => consistentNumbers(result)).toThrow(/^its numbers contradict each other: /);
  expect(() => consistentNumbers(result)).toThrow(message);
});

test("runs of files below 0 are refused", () => {
  const files = { base: { files: 1, runs: -1 }, head: { files: 2, runs: 2 } };
  const result = { ...own({ run: undefined, files }), run: { ...RUN, rounds: 12 } };
  expect(() => consistentNumbers(result)).toThrow("`files.base.runs` is below 0");
});
