import type { ResultFormat } from "../format.ts";
import { numberAt } from "../go-number.ts";
import type { Direction, Judgement, Metric, Results } from "../model.ts";
import { ResultsBuilder } from "../results-builder.ts";
import { streamsOf, TEST2JSON } from "../test2json.ts";
import { decodeText } from "../text.ts";
import { isMeasurement, resolveUnit, TIME_METRIC, type Unit } from "../units.ts";

/**
 * A result line, or a line that precedes one. No other format begins a line like this (Criterion's `Benchmarking x`
 * may).
 */
const RESULT_LINE = /^Benchmark(?!ing\s)\S*[^\S\n]+\d+[^\S\n]+[\d.]+[^\S\n]+\S/m;
const CONFIGURATION = /^(?:(?:goos|goarch|pkg): \S|--- FAIL: Benchmark)/m;

/**
 * `go test -bench`, as golang.org/x/perf/benchfmt reads it: result lines of a name, a count of iterations and pairs of
 * value and unit, between lines of configuration, of which `pkg:` tells whose the benchmarks are, and `Unit` lines,
 * which say how a unit is to be taken. Also what `-json` makes of it. Everything else is the output of tests and stays
 * unread.
 */
export const go: ResultFormat = {
  name: "go",
  title: "go test -bench",
  detect(head) {
    return TEST2JSON.test(head) || RESULT_LINE.test(head) || CONFIGURATION.test(head);
  },
  parse(files) {
    const reader = new GoReader();
    for (const file of files) for (const stream of streamsOf(decodeText(file.bytes))) reader.read(stream);
    return reader.finish();
  },
};

interface Place {
  readonly pkg: string;
  /** Without `Benchmark`. */
  readonly name: string;
}

/** The numbers of one unit. */
interface Column {
  /** As written. */
  readonly unit: string;
  readonly values: number[];
}

/** The lines of one name in one package. */
interface Rows extends Place {
  /** In the order of the first line, which is that of most others. */
  readonly columns: Column[];
  readonly byUnit: Map<string, Column>;
}

const PREFIX = "Benchmark";

/** How other lines begin that say something: most test output begins with something else. */
const OTHER_STARTS: ReadonlySet<number> = new Set([..."U-pfFPo* "].map((character) => character.charCodeAt(0)));

/** What ends a test program at once; the runtime writes the first two, package testing the last. */
const FATAL = /^(?:panic: |fatal error: |\*\*\* Test killed)/;

class GoReader {
  readonly #builder = new ResultsBuilder("go");
  readonly #packages = new Map<string, Map<string, Rows>>();
  readonly #rows: Rows[] = [];
  readonly #units = new Map<string, Map<string, string>>();
  readonly #failed = new Map<string, Place & { readonly reason: string }>();
  #pkg = "";
  /**
   * Before the first package, and behind the end of each: Go writes `pkg:` before the first result, and failures that
   * are earlier before it.
   */
  #isBetween = true;
  readonly #homeless: string[] = [];
  /** Packages whose results are not whole, with the line that says so. */
  readonly #ended = new Map<string, string>();
  /** A panic, until a later line says that the run went well: a benchmark may print such a line, too. */
  #panic: string | undefined;
  #last: Rows | undefined;
  /** The name on a line that something was printed into; its numbers may follow on a later line. */
  #started: string | undefined;
  /**
   * Of the line that is read: where each field begins and ends, and its numbers. Kept, since there are millions of
   * lines.
   */
  readonly #bounds: number[] = [];
  readonly #numbers: number[] = [];

  read(text: string): void {
    this.#enter("");
    this.#isBetween = true;
    for (let start = 0; start < text.length; ) {
      let end = text.indexOf("\n", start);
      if (end === -1) end = text.length;
      const first = text.charCodeAt(start);
      if (first === 66 && text.startsWith(PREFIX, start)) this.#readResult(text, start, end);
      else if (this.#started !== undefined && isSpaceOrDigit(first)) this.#readRest(text, start, end);
      else if (OTHER_STARTS.has(first)) this.#readOther(text, start, end);
      start = end + 1;
    }
    this.#giveUp();
    this.#settle("");
    this.#endBadly(this.#pkg, this.#panic);
    this.#panic = undefined;
  }

  #enter(pkg: string): void {
    this.#giveUp();
    this.#settle(pkg);
    this.#endBadly(this.#pkg, this.#panic);
    this.#panic = undefined;
    this.#pkg = pkg;
    this.#last = undefined;
  }

  /** Benchmarks that failed before their package was named. */
  #settle(pkg: string): void {
    for (const name of this.#homeless.splice(0)) this.#fail(pkg, name, "it failed");
    this.#isBetween = false;
  }

  #readResult(text: string, start: number, end: number): void {
    this.#giveUp();
    if (this.#isBetween) this.#settle(this.#pkg);
    const fields = this.#split(text, start + PREFIX.length, end);
    const bounds = this.#bounds;
    // `Benchmark` may be the whole name.
    const isNamed = fields > 0 && bounds[0] === start + PREFIX.length;
    const nameEnd = isNamed ? bounds[1]! : start + PREFIX.length;
    const count = isNamed ? 1 : 0;
    if (count >= fields || !isDigits(text, bounds[2 * count]!, bounds[2 * count + 1]!)) {
      this.#readStart(text.slice(start, end), text.slice(start + PREFIX.length, nameEnd));
      return;
    }
    const pairs = fields - count - 1;
    if (pairs < 2 || pairs % 2 === 1) {
      this.#builder.warn(`a line is cut off: ${text.slice(start, Math.min(end, start + 80))}`);
      return;
    }
    const wrong = this.#readNumbers(text, count + 1, fields);
    if (wrong === -1) this.#add(text, start + PREFIX.length, nameEnd, count + 1, fields);
    else {
      const [from, to] = [bounds[2 * wrong]!, bounds[2 * wrong + 1]!];
      this.#builder.warn(
        `${text.slice(start, Math.min(nameEnd, start + 80))}: \`${text.slice(from, Math.min(to, from + 40))}\` is not a number`,
      );
    }
  }

  /**
   * A line with a name but no numbers: `-v` writes the name alone when a benchmark starts; a log line may begin like
   * that, too.
   */
  #readStart(line: string, name: string): void {
    const rest = line.slice(PREFIX.length + name.length).trimStart();
    if (rest.startsWith("--- FAIL: ")) this.#fail(this.#pkg, name, "it failed");
    // `go test` writes the name, spaces and a tab, and later the numbers; what a benchmark prints comes in between.
    else if (/^Benchmark(?![a-z])\S* *\t/.test(line) && !rest.startsWith("--- SKIP: ")) this.#started = name;
  }

  /** The numbers on a line that something was printed into: `%8d\t%13.2f ns/op`. */
  #readRest(text: string, start: number, end: number): void {
    const fields = this.#split(text, start, end);
    const bounds = this.#bounds;
    const isRest =
      fields >= 3 &&
      fields % 2 === 1 &&
      isDigits(text, bounds[0]!, bounds[1]!) &&
      text.charCodeAt(bounds[1]!) === 9 &&
      this.#readNumbers(text, 1, fields) === -1;
    if (!isRest) {
      this.#readOther(text, start, end);
      return;
    }
    this.#last = this.#rowsOf(this.#started!);
    this.#started = undefined;
    this.#addTo(this.#last, text, 1, fields);
  }

  /** The started benchmark has no numbers: a panic, or a line without an end before them. */
  #giveUp(): void {
    if (this.#started !== undefined)
      this.#fail(this.#pkg, this.#started, "it printed something and no result after it");
    this.#started = undefined;
  }

  /** Sets where fields begin and end, between any Unicode space as Go's strings.Fields, and gives their number. */
  #split(text: string, from: number, end: number): number {
    const bounds = this.#bounds;
    let size = 0;
    for (let at = from; at < end; ) {
      while (at < end && isSpace(text.charCodeAt(at))) at++;
      if (at === end) break;
      bounds[size++] = at;
      while (at < end && !isSpace(text.charCodeAt(at))) at++;
      bounds[size++] = at;
    }
    return size / 2;
  }

  /** Reads the number in every second field. @returns the field that is not a number, or -1. */
  #readNumbers(text: string, first: number, fields: number): number {
    for (let at = first; at < fields; at += 2) {
      const number = numberAt(text, this.#bounds[2 * at]!, this.#bounds[2 * at + 1]!);
      if (number === undefined) return at;
      this.#numbers[at] = number;
    }
    return -1;
  }

  #add(text: string, nameStart: number, nameEnd: number, first: number, fields: number): void {
    // -count N writes a name N times.
    const known = this.#last?.name;
    const isKnown = known !== undefined && known.length === nameEnd - nameStart && text.startsWith(known, nameStart);
    const rows = isKnown ? this.#last! : this.#rowsOf(text.slice(nameStart, nameEnd));
    this.#last = rows;
    this.#addTo(rows, text, first, fields);
  }

  #addTo({ columns, byUnit }: Rows, text: string, first: number, fields: number): void {
    for (let at = first; at < fields; at += 2) {
      const from = this.#bounds[2 * at + 2]!;
      const to = this.#bounds[2 * at + 3]!;
      const likely = columns[(at - first) >> 1];
      if (likely !== undefined && likely.unit.length === to - from && text.startsWith(likely.unit, from)) {
        likely.values.push(this.#numbers[at]!);
        continue;
      }
      const unit = text.slice(from, to);
      let column = byUnit.get(unit);
      if (column === undefined) {
        column = { unit, values: [] };
        byUnit.set(unit, column);
        columns.push(column);
      }
      column.values.push(this.#numbers[at]!);
    }
  }

  #rowsOf(name: string): Rows {
    let names = this.#packages.get(this.#pkg);
    if (names === undefined) {
      names = new Map();
      this.#packages.set(this.#pkg, names);
    }
    let rows = names.get(name);
    if (rows === undefined) {
      rows = { pkg: this.#pkg, name, columns: [], byUnit: new Map() };
      names.set(name, rows);
      this.#rows.push(rows);
    }
    return rows;
  }

  #readOther(text: string, start: number, end: number): void {
    const line = text.slice(start, end).trimEnd();
    const failed = /^ *--- FAIL: Benchmark(\S*)/.exec(line);
    if (failed !== null) {
      if (this.#isBetween) this.#homeless.push(failed[1]!);
      else this.#fail(this.#pkg, failed[1]!, "it failed");
    } else if (/^pkg:(?:[ \t]|$)/.test(line)) this.#enter(line.slice(4).trim());
    else if (/^(?:ok {2}|FAIL)\t\S/.test(line)) this.#leave(line);
    else if (line === "PASS") this.#panic = undefined;
    else if (line === "FAIL") this.#endBadly(this.#isBetween ? "" : this.#pkg, this.#panic ?? "FAIL");
    else if (FATAL.test(line)) this.#panic ??= line;
    else if (/^Unit\s/.test(line)) this.#readUnit(line.split(/\p{White_Space}+/u));
  }

  /** `ok  \texample.com/m\t1.2s`, or `FAIL`: the end of a package. */
  #leave(line: string): void {
    const pkg = line.split(/\s+/)[1]!;
    this.#giveUp();
    this.#settle(pkg);
    if (line.startsWith("FAIL")) this.#endBadly(pkg, this.#panic ?? line);
    this.#panic = undefined;
    this.#isBetween = true;
  }

  /** `Unit ns/op better=lower assume=exact`; the first statement wins, as in benchstat. */
  #readUnit([, written = "", ...pairs]: readonly string[]): void {
    const unit = tidied(written);
    const known = this.#units.get(unit) ?? new Map<string, string>();
    this.#units.set(unit, known);
    for (const pair of pairs) {
      const [key, value] = [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)];
      const first = known.get(key);
      if (first === undefined) known.set(key, value);
      else if (first !== value)
        this.#builder.warn(`${key} of unit ${written} is ${first} and ${value}; the first holds`);
    }
  }

  #fail(pkg: string, name: string, reason: string): void {
    const key = `${pkg}\0${name}`;
    if (!this.#failed.has(key)) this.#failed.set(key, { pkg, name, reason });
  }

  /** Results of a package that did not end well are not whole: what is not there was not measured. */
  #endBadly(pkg: string, line: string | undefined): void {
    if (line === undefined) return;
    const known = this.#ended.get(pkg);
    if (known === undefined || known.startsWith("FAIL")) this.#ended.set(pkg, line);
  }

  /** A benchmark that is known to have failed explains a plain FAIL, and so does another package that of the whole run. */
  #failPackages(failed: readonly Place[]): void {
    const explained = new Set(failed.map(({ pkg }) => pkg));
    for (const [pkg, line] of this.#ended) {
      const isPlain = line.startsWith("FAIL") && !line.endsWith("]");
      if (isPlain && (explained.has(pkg) || (pkg === "" && (explained.size > 0 || this.#ended.size > 1)))) continue;
      this.#builder.fail(pkg === "" ? "go test" : `go test ${pkg}`, `it ended with \`${line}\``);
    }
  }

  finish(): Results {
    // If a sub-benchmark fails, `go test` reports its parents as failed, too.
    const parents = new Set([...this.#failed.keys()].map((key) => key.slice(0, Math.max(0, key.lastIndexOf("/")))));
    const failed = [...this.#failed].filter(([key]) => !parents.has(key)).map(([, place]) => place);
    const titles = titlesOf(this.#rows, failed);
    const units = new Map<string, Unit>();
    for (const [at, { columns }] of this.#rows.entries()) {
      for (const { unit } of columns) if (!units.has(unit)) units.set(unit, this.#unit(unit));
      this.#addBenchmark(titles[at]!, columns, units);
    }
    for (const [at, { reason }] of failed.entries()) this.#builder.fail(titles[this.#rows.length + at]!, reason);
    this.#failPackages(failed);
    return this.#builder.finish(commonSuffix(this.#rows));
  }

  #addBenchmark(title: string, columns: readonly Column[], units: ReadonlyMap<string, Unit>): void {
    const isUsable = ({ unit, values }: Column) => {
      const metric = { name: unit, ...units.get(unit)! };
      return values.some((value) => isMeasurement(metric, value));
    };
    const usable = columns.filter(isUsable);
    // What would have been judged.
    const unusable = columns.find(
      (column) =>
        !usable.includes(column) && (column.unit === "ns/op" || units.get(column.unit)!.judgement !== "shown"),
    );
    if (usable.length === 0 || unusable !== undefined) {
      const { unit, values } = unusable ?? columns[0]!;
      this.#builder.fail(title, `its ${unit} is ${values[0]}`);
    }
    const hasTime = usable.some(({ unit }) => units.get(unit)!.unit === "ns");
    for (const { unit: written, values } of columns) {
      const { factor, ...unit } = units.get(written)!;
      const metric: Metric = written === "ns/op" ? { ...TIME_METRIC, ...unit } : { name: written, ...unit };
      // Bytes per second are bytes over the same time: if both were judged, a change would count twice.
      const isDerived = hasTime && unit.unit === "B/s" && unit.judgement === "timed";
      this.#builder.addAll(
        title,
        isDerived ? { ...metric, judgement: "shown" } : metric,
        factor === 1 ? values : values.map((value) => value * factor),
      );
    }
  }

  /** `Unit` lines outrank what we know of a unit; `assume=exact` makes it an exact one. */
  #unit(written: string): Unit {
    const known = resolveUnit(written);
    const told = this.#units.get(tidied(written));
    if (told === undefined) return known;
    const direction = told.get("better");
    const better: Direction = direction === "lower" || direction === "higher" ? direction : known.better;
    const assume = told.get("assume");
    const judged: Judgement =
      assume === "exact" ? "exact" : assume === "nothing" || known.judgement === "shown" ? "timed" : known.judgement;
    return { ...known, better, judgement: better === "none" ? "shown" : judged };
  }
}

/**
 * What the benchmarks are called: the last part of the package, as Go code would write it, then the name. Only where
 * two packages would be one so are their whole paths written: whether a name has its package must not depend on how
 * many packages there are, or a new one would rename all.
 */
function titlesOf(rows: readonly Place[], failed: readonly Place[]): string[] {
  const localName = (name: string) => (name === suffixOf(name) ? `${PREFIX}${name}` : name);
  // By package its last part, and by last part how many packages have it.
  const lastParts = new Map<string, string>();
  const owners = new Map<string, number>();
  const all = [...rows, ...failed];
  for (const { pkg } of all) {
    if (lastParts.has(pkg)) continue;
    const part = lastPart(pkg);
    lastParts.set(pkg, part);
    owners.set(part, (owners.get(part) ?? 0) + 1);
  }
  return all.map(({ pkg, name }) => {
    const part = lastParts.get(pkg)!;
    return pkg === "" ? localName(name) : `${owners.get(part)! > 1 ? pkg : part}.${localName(name)}`;
  });
}

/** What all lines end with: GOMAXPROCS, unless there is one processor. `-cpu 1,2,4` makes several. */
function commonSuffix(rows: readonly Place[]): string {
  const suffixes = new Set(rows.map(({ name }) => suffixOf(name)));
  return suffixes.size === 1 ? [...suffixes][0]! : "";
}

/** `-8` of `Sort/n=10-8`; not a pattern, which would try every hyphen of a name with a million of them. */
function suffixOf(name: string): string {
  const hyphen = name.lastIndexOf("-");
  return hyphen !== -1 && hyphen + 1 < name.length && isDigits(name, hyphen + 1, name.length) ? name.slice(hyphen) : "";
}

/** `codec` of `example.com/codec`, also of `example.com/codec/v2`. */
function lastPart(pkg: string): string {
  const parts = pkg.split("/");
  const last = parts.at(-1)!;
  return parts.length > 1 && /^v\d+$/.test(last) ? parts.at(-2)! : last;
}

/** The base units of `Unit` lines: benchfmt converts what package testing writes. */
function tidied(unit: string): string {
  return unit === "ns/op" ? "sec/op" : unit === "MB/s" ? "B/s" : unit;
}

/** Go's unicode.IsSpace. */
function isSpace(code: number): boolean {
  if (code > 32 && code < 128) return false;
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  return code === 0x85 || code === 0xa0 || (code >= 0x1680 && /\p{White_Space}/u.test(String.fromCharCode(code)));
}

function isSpaceOrDigit(code: number): boolean {
  return code === 32 || (code >= 48 && code <= 57);
}

function isDigits(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  return true;
}
