import type { MeasuredSeries } from "@jessy-actions/benchmarks/measurements";
import { type CommandLine, hasPlaceholder } from "./command-line.ts";

/** The value of `{benchmarks}` until something is decided; the filter of every tool accepts it. */
export const EVERY_BENCHMARK = ".";

/** Longer patterns make command lines that no log can show. */
const MAX_CHARACTERS = 8000;

/**
 * A regular expression for the benchmarks that are still wanted, for `{benchmarks}`: `^(a|b)$`, as RE2 (Go), Rust's regex, POSIX and
 * JavaScript read it. Go splits its filter at slashes, so the pattern for a Go command names only the functions.
 *
 * @returns undefined when everything has to be measured: the command has no such placeholder, nothing can be left out, or a name has characters
 * that a shell or a filter may interpret.
 */
export function benchmarkPattern(
  command: CommandLine,
  series: readonly MeasuredSeries[],
  wanted: ReadonlySet<string>,
): string | undefined {
  if (!hasPlaceholder(command, "benchmarks")) return undefined;
  const isGo = command.argv.some((word) => /^-(?:test\.)?bench(?:=|$)/.test(word));
  const names = new Set<string>();
  const others = new Set<string>();
  for (const { key, benchmark } of series) {
    const found = isGo ? goFunctions(benchmark) : [benchmark];
    if (wanted.has(key) && found.length === 0) return undefined;
    for (const name of found) (wanted.has(key) ? names : others).add(name);
  }
  if ([...others].every((name) => names.has(name))) return undefined;
  // The workflow may pass the words to a shell, and names come from the pull request.
  if ([...names].some((name) => !/^[\w/:.,=+@ -]+$/.test(name))) return undefined;
  const pattern = `^(${[...names].map((name) => name.replace(/[.+]/g, "\\$&")).join("|")})$`;
  return pattern.length > MAX_CHARACTERS ? undefined : pattern;
}

/**
 * The function of `sort.Parse/size=1k-8` and `example.com/sort.Parse`: `BenchmarkParse`. The path of a package may have
 * dots and slashes, and so may the name of a part, so all that can be it are named. Behind `Benchmark` stands no
 * lower-case letter (`go help testfunc`).
 */
function goFunctions(name: string): string[] {
  const found = name.matchAll(/(?:^|\.)(?!\p{Ll})([\p{L}\p{N}_]+)(?=[/-]|$)/gu);
  return [...found].map(([, word]) => `Benchmark${word}`);
}
