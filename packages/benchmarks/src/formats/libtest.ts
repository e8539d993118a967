import type { ResultFormat } from "../format.ts";
import type { Metric } from "../model.ts";
import { ResultsBuilder } from "../results-builder.ts";
import { decodeText } from "../text.ts";
import { resolveUnit, TIME_METRIC } from "../units.ts";

/**
 * Colours and moves of the cursor, which a terminal gets, and `--color always`; libtest's reset is two codes: `ESC ( B
 * ESC [ m`.
 */
const TERMINAL_CODES = /\u001b(?:\[[0-9;?]*[A-Za-z]|\([0-9A-Z])/g;

/** ` 1,234.56 ns/iter (+/- 7) = 12 MB/s`, behind `bench:`; the throughput is the same time in other words. */
const RESULT = /^\s+(\S+) (\S+)(?:\s+\(\+\/-|\s*$)/;

/**
 * `[1.2 ns 1.3 ns 1.4 ns]`: the estimate between the ends of its interval. What stands below `change:` is in percent.
 */
const ESTIMATES = /^\s+\[\S+ \S+ (\S+) (\S+) \S+ \S+\]\s*$/;

/**
 * Rust benchmarks as text, one sample a line: libtest's own (`cargo bench`, also `--output-format bencher` of
 * Criterion, which gives the median), and what Criterion prints for people, of which the middle estimate is taken.
 */
export const libtest: ResultFormat = {
  name: "libtest",
  title: "libtest, Criterion's output",
  detect(head) {
    return linesOf(head).some((line) => testOf(line)?.result !== undefined || estimateOf(line) !== undefined);
  },
  parse(files) {
    const builder = new ResultsBuilder("libtest");
    for (const file of files) readLines(builder, linesOf(decodeText(file.bytes)));
    return builder.finish();
  },
};

/** A terminal's lines are written over: `Benchmarking x: Analyzing`, back to the start, then the result. */
function linesOf(text: string): string[] {
  return (text.includes("\u001b") ? text.replace(TERMINAL_CODES, "") : text).split(/\r\n|\r|\n/);
}

function readLines(builder: ResultsBuilder, lines: readonly string[]): void {
  // A benchmark that prints something has its result on a later line.
  let started: string | undefined;
  let isExplained = false;
  const giveUp = () => {
    if (started !== undefined) builder.warn(`test ${started} has no result: it printed something, or was ended`);
    started = undefined;
  };
  for (const [at, line] of lines.entries()) {
    const test = testOf(line);
    if (test !== undefined) {
      giveUp();
      if (test.result !== undefined) add(builder, test.name, test.result);
      else if (/^FAILED\b/.test(test.state)) {
        builder.fail(test.name, "it failed");
        isExplained = true;
      } else if (!/^(?:ok|ignored)\b/.test(test.state)) started = test.name;
      continue;
    }
    const late = started !== undefined && line.startsWith("bench:") ? numberOf(RESULT, line.slice(6)) : undefined;
    if (late !== undefined) {
      add(builder, started!, late);
      started = undefined;
      continue;
    }
    const estimate = estimateOf(line);
    // A name of more than 23 characters stands alone on the line before.
    if (estimate !== undefined) add(builder, estimate.name || (lines[at - 1] ?? ""), estimate.result);
  }
  giveUp();
  const end = lines.findLast((line) => END.test(line) || BAD_END.test(line));
  if (end !== undefined && BAD_END.test(end) && !(isExplained && /^(?:test result|error: bench)/.test(end)))
    builder.fail("cargo bench", `it ended with \`${end.trim()}\``);
}

/** The end of a run: of what is not there after a bad one nobody knows whether it would have been measured. */
const END = /^test result: ok\b/;
const BAD_END =
  /^(?:test result: FAILED|error: (?:bench|test|\d+ targets?|could not compile|process didn't exit|failed to)\b|thread '.*' (?:\(\d+\) )?panicked at )/;

interface WrittenNumber {
  readonly number: string;
  readonly unit: string;
}

function numberOf(pattern: RegExp, text: string): WrittenNumber | undefined {
  const match = pattern.exec(text);
  return match === null ? undefined : { number: match[1]!, unit: match[2]! };
}

interface TestLine {
  readonly name: string;
  /** What stands behind the dots. */
  readonly state: string;
  readonly result: WrittenNumber | undefined;
}

/** `test name ... bench: 1,234.56 ns/iter (+/- 7)`, or something else behind the dots. */
function testOf(line: string): TestLine | undefined {
  if (!line.startsWith("test ")) return undefined;
  // A name may hold dots, too.
  const bench = line.lastIndexOf(" ... bench:");
  const dots = bench !== -1 ? bench : line.lastIndexOf(" ... ");
  // Names are padded to one width, and ` - should panic` stands behind the padding.
  const name = line
    .slice(5, Math.max(5, dots))
    .replace(/ - should panic$/, "")
    .trim();
  if (name === "") return undefined;
  return {
    name,
    state: line.slice(dots + 5),
    result: bench === -1 ? undefined : numberOf(RESULT, line.slice(bench + 11)),
  };
}

/** Not one pattern: what stands before `time:` may be a million blanks, which it would begin anew at each. */
function estimateOf(line: string): { name: string; result: WrittenNumber } | undefined {
  const at = line.lastIndexOf("time:");
  const result = at === -1 ? undefined : numberOf(ESTIMATES, line.slice(at + "time:".length));
  return result === undefined ? undefined : { name: line.slice(0, at).trim(), result };
}

function add(builder: ResultsBuilder, name: string, { number, unit: written }: WrittenNumber): void {
  const { factor, ...unit } = resolveUnit(written);
  const metric: Metric = unit.unit === "ns" ? TIME_METRIC : { name: written, ...unit };
  const value = /^\d[\d,]*(?:\.\d+)?$/.test(number) ? Number(number.replaceAll(",", "")) * factor : Number.NaN;
  if (Number.isFinite(value)) builder.add(name, metric, value);
  else builder.fail(name, `its ${metric.name} is ${number} ${written}`);
}
