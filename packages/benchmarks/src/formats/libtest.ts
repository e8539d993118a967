import type { ResultFormat } from "../format.ts";
import type { Metric } from "../model.ts";
import { ResultsBuilder } from "../results-builder.ts";
import { decodeText } from "../text.ts";
import { resolveUnit, TIME_METRIC } from "../units.ts";

/** `test name ... bench: 1,234.56 ns/iter (+/- 7) = 12 MB/s` */
const RESULT = /^test (.+?)(?: - should panic)? \.\.\. bench:\s+([\d,.]+) (\S+)(?:\s+\(\+\/-\s*[\d,.]+\))?/;

/** `name   time:   [1.2 ns 1.3 ns 1.4 ns]`: Criterion's own words; a long name stands alone on the line before. */
const CRITERION = /^(.*?)\s*time:\s+\[\s*[\d.]+ \S+ ([\d.]+) (\S+) [\d.]+ \S+\s*\]/;

/** Terminal codes, which `cargo bench --color always` puts everywhere. */
const TERMINAL_CODES = /\u001b\[[0-9;]*[A-Za-z]/g;

/**
 * Rust benchmarks as text: libtest's lines (also `cargo bench -- --output-format bencher` of Criterion, which gives the median), and what Criterion prints for
 * people, of which the middle estimate is taken. One sample a benchmark.
 */
export const libtest: ResultFormat = {
  name: "libtest",
  title: "libtest, Criterion's output",
  detect(head) {
    const text = head.replace(TERMINAL_CODES, "");
    return text.split("\n").some((line) => RESULT.test(line) || CRITERION.test(line));
  },
  parse(files) {
    const builder = new ResultsBuilder("libtest");
    for (const file of files) {
      let before = "";
      for (const coded of decodeText(file.bytes).split(/\r?\n/)) {
        const line = coded.replace(TERMINAL_CODES, "");
        readLine(builder, line, before);
        before = line;
      }
    }
    return builder.finish();
  },
};

function readLine(builder: ResultsBuilder, line: string, before: string): void {
  const result = RESULT.exec(line);
  if (result !== null) {
    add(builder, result[1]!, result[2]!.replaceAll(",", ""), result[3]!);
    return;
  }
  const failed = /^test (.+?) \.\.\. FAILED$/.exec(line);
  if (failed !== null) {
    builder.fail(failed[1]!, "it failed");
    return;
  }
  const criterion = CRITERION.exec(line);
  if (criterion !== null) add(builder, criterion[1]!.trim() || before.trim(), criterion[2]!, criterion[3]!);
}

function add(builder: ResultsBuilder, name: string, number: string, written: string): void {
  const { factor, ...unit } = resolveUnit(written);
  const metric: Metric = unit.unit === "ns" ? TIME_METRIC : { name: written, ...unit };
  builder.add(name, metric, Number(number) * factor);
}
