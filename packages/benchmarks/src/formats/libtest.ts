import type { ResultFormat } from "../format.ts";
import type { Metric } from "../model.ts";
import { ResultsBuilder } from "../results-builder.ts";
import { decodeText } from "../text.ts";
import { resolveUnit, TIME_METRIC } from "../units.ts";

/** `test name ... bench: 1,234.56 ns/iter (+/- 7) = 12 MB/s`, of which the throughput is the same time in other words. */
const RESULT = /^test (.+?) \.\.\. bench:\s+([\d,.]+) (\S+)/;

/** `test name ... FAILED`, also `test name - should panic ... FAILED (time limit exceeded)`. */
const FAILED = /^test (.+?) \.\.\. FAILED(?: \(.*\))?$/;

/** `[1.2 ns 1.3 ns 1.4 ns]`: the estimate between the ends of its interval. What stands below `change:` is in percent. */
const ESTIMATES = /^\s+\[[\d.]+ \S+ ([\d.]+) (\S+) [\d.]+ \S+\]/;

/** Colours and moves of the cursor, which a terminal gets, and `--color always`. */
const TERMINAL_CODES = /\u001b\[[0-9;?]*[A-Za-z]/g;

/**
 * Rust benchmarks as text, one sample a line: libtest's own (`cargo bench`, also `--output-format bencher` of Criterion, which gives the median), and what
 * Criterion prints for people, of which the middle estimate is taken.
 */
export const libtest: ResultFormat = {
  name: "libtest",
  title: "libtest, Criterion's output",
  detect(head) {
    return linesOf(head).some((line) => RESULT.test(line) || criterionTime(line) !== undefined);
  },
  parse(files) {
    const builder = new ResultsBuilder("libtest");
    for (const file of files) {
      let before = "";
      for (const line of linesOf(decodeText(file.bytes))) {
        readLine(builder, line, before);
        before = line;
      }
    }
    return builder.finish();
  },
};

/** A terminal's lines are written over: `Benchmarking x: Analyzing`, back to the start, then the result. */
function linesOf(text: string): string[] {
  return (text.includes("\u001b") ? text.replace(TERMINAL_CODES, "") : text).split(/\r\n|\r|\n/);
}

function readLine(builder: ResultsBuilder, line: string, before: string): void {
  const time = criterionTime(line);
  // A name of more than 23 characters stands alone on the line before.
  if (time !== undefined) return add(builder, time.name || before.trim(), time.value, time.unit);
  if (!line.startsWith("test ")) return;
  const result = RESULT.exec(line);
  if (result !== null) return add(builder, testName(result[1]!), result[2]!.replaceAll(",", ""), result[3]!);
  const failed = FAILED.exec(line);
  if (failed !== null) builder.fail(testName(failed[1]!), "it failed");
}

/** Names are padded to one width, and ` - should panic` stands behind the padding. */
function testName(padded: string): string {
  return padded.replace(/ - should panic$/, "").trimEnd();
}

/** Not one pattern: what stands before `time:` may be a million blanks, which it would begin anew at each. */
function criterionTime(line: string): { name: string; value: string; unit: string } | undefined {
  const at = line.lastIndexOf("time:");
  if (at === -1) return undefined;
  const estimates = ESTIMATES.exec(line.slice(at + "time:".length));
  return estimates === null ? undefined : { name: line.slice(0, at).trim(), value: estimates[1]!, unit: estimates[2]! };
}

function add(builder: ResultsBuilder, name: string, number: string, written: string): void {
  const { factor, ...unit } = resolveUnit(written);
  const metric: Metric = unit.unit === "ns" ? TIME_METRIC : { name: written, ...unit };
  const value = Number(number) * factor;
  if (Number.isFinite(value)) builder.add(name, metric, value);
  else builder.fail(name, `its ${metric.name} is ${number} ${written}`);
}
