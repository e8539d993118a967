import type { MeasuredSeries } from "@jessy-actions/benchmarks/measurements";
import { type CommandLine, hasPlaceholder } from "./command-line.ts";

/** What `{benchmarks}` stands for until something is decided: every tool's filter takes it. */
export const EVERY_BENCHMARK = ".";

/** A longer command line helps nobody. */
const MAX_CHARACTERS = 8000;

/**
 * A regular expression of the benchmarks that are still wanted, for `{benchmarks}`: `^(a|b)$`, as RE2 (Go), Rust's regex, POSIX and
 * JavaScript read it. Go splits its filter at slashes, level by level, so for names from Go only the function is named.
 *
 * @returns undefined when the command does not ask for it, when nothing is left out, or when a name is odd enough to mean something to
 * somebody on the way: then everything goes on being measured.
 */
export function benchmarkPattern(
  command: CommandLine,
  series: readonly MeasuredSeries[],
  wanted: ReadonlySet<string>,
): string | undefined {
  if (!hasPlaceholder(command, "benchmarks")) return undefined;
  const isGo = command.argv.some((word) => /^-(?:test\.)?bench(?:=|$)/.test(word));
  const filterName = (name: string) => (isGo ? goFunction(name) : name);
  const names = new Set<string>();
  const others = new Set<string>();
  for (const { key, benchmark } of series) (wanted.has(key) ? names : others).add(filterName(benchmark));
  if ([...others].every((name) => names.has(name))) return undefined;
  // The workflow may hand the words on to a shell: nothing that it would read may come from a pull request.
  if ([...names].some((name) => !/^[\w/:.,=+@ -]+$/.test(name))) return undefined;
  const pattern = `^(${[...names].map((name) => name.replace(/[.+]/g, "\\$&")).join("|")})$`;
  return pattern.length > MAX_CHARACTERS ? undefined : pattern;
}

/** `pkg.Parse/size=1k-8` is a part of the function `BenchmarkParse`. */
function goFunction(name: string): string {
  const local = name.slice(name.lastIndexOf(".", name.indexOf("/") === -1 ? undefined : name.indexOf("/")) + 1);
  return `Benchmark${local.replace(/[/-].*$/s, "")}`;
}
