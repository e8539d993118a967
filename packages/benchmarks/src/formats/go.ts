import type { ResultFormat } from "../format.ts";
import type { Direction, Judgement, Metric } from "../model.ts";
import { ResultsBuilder } from "../results-builder.ts";
import { decodeText } from "../text.ts";
import { resolveUnit, TIME_METRIC, type Unit } from "../units.ts";

/** A result line, or a line that stands before one: what no other format begins a line with. */
const RESULT_LINE = /^Benchmark\S*\s+\d+\s+[\d.]+\s+\S/m;
const CONFIGURATION = /^(?:goos|goarch|pkg|cpu): \S/m;
const TEST2JSON = /^\{(?:"Time":"[^"]*",)?"Action":"(?:start|run|output)","Package":/m;

/**
 * `go test -bench`, as golang.org/x/perf/benchfmt reads it: result lines of a name, a count of iterations and pairs of value and unit, between
 * lines of configuration, of which `pkg:` tells whose the benchmarks are, and `Unit` lines, which say how a unit is to be taken. Also what
 * `-json` makes of it. Everything else is the output of tests and stays unread.
 */
export const go: ResultFormat = {
  name: "go",
  title: "go test -bench",
  detect(head) {
    return TEST2JSON.test(head) || RESULT_LINE.test(head) || CONFIGURATION.test(head);
  },
  parse(files) {
    const reader = new GoReader();
    for (const file of files) {
      const text = decodeText(file.bytes);
      for (const part of TEST2JSON.test(text.slice(0, 4096)) ? outputsOf(text) : [text]) reader.read(part);
    }
    return reader.finish();
  },
};

interface Place {
  readonly pkg: string;
  /** Without `Benchmark`, with GOMAXPROCS. */
  readonly name: string;
}

/** The lines of one name in one package. */
interface Rows extends Place {
  /** By unit as written. */
  readonly values: Map<string, number[]>;
}

class GoReader {
  readonly #builder = new ResultsBuilder("go");
  readonly #rows = new Map<string, Rows>();
  readonly #units = new Map<string, { better?: Direction; assume?: string }>();
  readonly #failed: Place[] = [];
  #pkg = "";

  read(text: string): void {
    this.#pkg = "";
    for (let start = 0; start < text.length; ) {
      let end = text.indexOf("\n", start);
      if (end === -1) end = text.length;
      // `B`, `U`, `-` and `p`: of millions of lines most begin with something else.
      const first = text.charCodeAt(start);
      if (first === 66) this.#readResult(text.slice(start, end));
      else if (first === 85 || first === 45 || first === 112 || first === 32) this.#readOther(text.slice(start, end));
      start = end + 1;
    }
  }

  #readResult(line: string): void {
    if (!line.startsWith("Benchmark")) return;
    const fields = splitFields(line);
    // `-v` prints a line of the name alone when a benchmark starts, and a log line may begin so, too.
    if (fields.length === 1 || !/^\d+$/.test(fields[1]!)) return;
    if (fields.length < 4 || fields.length % 2 === 1) {
      this.#builder.warn(`a line is cut off: ${line.slice(0, 80)}`);
      return;
    }
    const name = fields[0]!.slice("Benchmark".length);
    const rows = this.#rowsOf(name);
    for (let at = 2; at < fields.length; at += 2) {
      const value = parseNumber(fields[at]!);
      if (Number.isNaN(value)) {
        this.#builder.warn(`${name}: \`${fields[at]}\` is no number`);
        continue;
      }
      const unit = fields[at + 1]!;
      const values = rows.values.get(unit);
      if (values === undefined) rows.values.set(unit, [value]);
      else values.push(value);
    }
  }

  #rowsOf(name: string): Rows {
    const key = `${this.#pkg}\0${name}`;
    let rows = this.#rows.get(key);
    if (rows === undefined) {
      rows = { pkg: this.#pkg, name, values: new Map() };
      this.#rows.set(key, rows);
    }
    return rows;
  }

  #readOther(line: string): void {
    const pkg = /^pkg:[ \t]*(.*?)\s*$/.exec(line);
    if (pkg !== null) this.#pkg = pkg[1]!;
    const failed = /^\s*--- FAIL: Benchmark(\S*)/.exec(line);
    if (failed !== null) this.#failed.push({ pkg: this.#pkg, name: failed[1]! });
    const unit = /^Unit\s+(\S+)\s+(.*)$/.exec(line);
    if (unit === null) return;
    const known = this.#units.get(unit[1]!) ?? {};
    for (const [, key, value] of unit[2]!.matchAll(/(\S+?)=(\S+)/g)) {
      if (key === "better" && (value === "lower" || value === "higher")) known.better = value;
      else if (key === "assume") known.assume = value!;
    }
    this.#units.set(unit[1]!, known);
  }

  finish() {
    const rows = [...this.#rows.values()];
    const titles = this.#titles(rows, this.#failed);
    for (const [at, { values }] of rows.entries()) {
      const hasTime = [...values.keys()].some((unit) => this.#unit(unit).unit === "ns");
      for (const [written, numbers] of values) {
        const { factor, ...unit } = this.#unit(written);
        const metric: Metric =
          unit.unit === "ns" && written === "ns/op" ? { ...TIME_METRIC, ...unit } : { name: written, ...unit };
        // Bytes a second are bytes over the same time: judged twice, a change would count twice.
        const isDerived = hasTime && unit.unit === "B/s" && metric.judgement === "timed";
        this.#builder.addAll(
          titles[at]!,
          isDerived ? { ...metric, judgement: "shown" } : metric,
          factor === 1 ? numbers : numbers.map((number) => number * factor),
        );
      }
    }
    for (const at of this.#failed.keys()) this.#builder.fail(titles[rows.length + at]!, "it failed");
    return this.#builder.finish();
  }

  /** `Unit` lines outrank what is known of a unit; `assume=exact` makes it one that repeats. */
  #unit(written: string): Unit {
    const known = resolveUnit(written);
    const told = this.#units.get(written);
    if (told === undefined) return known;
    const better = told.better ?? known.better;
    const judged: Judgement =
      told.assume === "exact"
        ? "exact"
        : told.assume === "nothing" || known.judgement === "shown"
          ? "timed"
          : known.judgement;
    return { ...known, better, judgement: better === "none" ? "shown" : judged };
  }

  /**
   * What the benchmarks are called: the last part of the package, as Go code would write it, then the name. Only where two packages would be one so are
   * their whole paths written: whether a name has its package must not depend on how many packages there are, or a new one would rename all.
   *
   * GOMAXPROCS goes when all lines have the same (then it is the machine's, not the benchmark's), and stays where `-cpu 1,2,4` made several.
   */
  #titles(rows: readonly Place[], failed: readonly Place[]): string[] {
    // A benchmark that failed is named without it.
    const suffixes = new Set(rows.map(({ name }) => /-\d+$/.exec(name)?.[0] ?? ""));
    const suffix = suffixes.size === 1 ? [...suffixes][0]! : "";
    const localName = (name: string) => (name.endsWith(suffix) ? name.slice(0, name.length - suffix.length) : name);
    const short = (pkg: string) => pkg.slice(pkg.lastIndexOf("/") + 1);
    const packages = new Map<string, Set<string>>();
    const all = [...rows, ...failed];
    for (const { pkg } of all) packages.set(short(pkg), (packages.get(short(pkg)) ?? new Set()).add(pkg));
    return all.map(({ pkg, name }) => {
      if (pkg === "") return localName(name);
      return `${packages.get(short(pkg))!.size > 1 ? pkg : short(pkg)}.${localName(name)}`;
    });
  }
}

/** Fields between any Unicode space, as Go's strings.Fields. */
function splitFields(line: string): string[] {
  const fields: string[] = [];
  let start = -1;
  for (let at = 0; at <= line.length; at++) {
    const code = at < line.length ? line.charCodeAt(at) : 32;
    if (code > 127) return line.split(/[\s\u0085]+/u).filter((field) => field !== "");
    if (code === 32 || (code >= 9 && code <= 13)) {
      if (start !== -1) fields.push(line.slice(start, at));
      start = -1;
    } else if (start === -1) start = at;
  }
  return fields;
}

/** Numbers as Go writes them; JavaScript would also take `0x10` and an empty text. */
function parseNumber(text: string): number {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)
    ? Number(text)
    : /^[+-]?Inf$/.test(text)
      ? Number.POSITIVE_INFINITY
      : Number.NaN;
}

/**
 * The output of each package in what `go test -json` writes (cmd/test2json). Packages run at once, and one line may come in several events, so events are put
 * together by package and test before they are read.
 */
function outputsOf(text: string): string[] {
  const packages = new Map<string, Map<string, string[]>>();
  for (const line of text.split("\n")) {
    if (!line.startsWith("{")) continue;
    let event: { Action?: unknown; Package?: unknown; Test?: unknown; Output?: unknown };
    try {
      event = JSON.parse(line);
    } catch {
      continue;
    }
    if (event.Action !== "output" || typeof event.Output !== "string") continue;
    const name = typeof event.Package === "string" ? event.Package : "";
    const tests = packages.get(name) ?? new Map<string, string[]>();
    packages.set(name, tests);
    const test = typeof event.Test === "string" ? event.Test : "";
    const outputs = tests.get(test);
    if (outputs === undefined) tests.set(test, [event.Output]);
    else outputs.push(event.Output);
  }
  return [...packages].map(([name, tests]) => {
    const parts = [...tests.values()].map((outputs) => outputs.join("").replace(/\n?$/, "\n"));
    return `${name === "" ? "" : `pkg: ${name}\n`}${parts.join("")}`;
  });
}
