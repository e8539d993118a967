import type { ResultFormat } from "../format.ts";
import { Fields, isDigits } from "../go-fields.ts";
import { commonSuffix, type Place, PREFIX, titlesOf } from "../go-names.ts";
import { GoRun } from "../go-run.ts";
import { UnitLines } from "../go-units.ts";
import type { Metric, Results } from "../model.ts";
import { ResultsBuilder } from "../results-builder.ts";
import { streamsOf, TEST2JSON } from "../test2json.ts";
import { decodeText } from "../text.ts";
import { isMeasurement, TIME_METRIC, type Unit } from "../units.ts";

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

/** How other lines begin that say something: most test output begins with something else. */
const OTHER_STARTS: ReadonlySet<number> = new Set([..."U-pfFPo* "].map((character) => character.charCodeAt(0)));

/** What ends a test program at once; the runtime writes the first two, package testing the last. */
const FATAL = /^(?:panic: |fatal error: |\*\*\* Test killed)/;

class GoReader {
  readonly #builder = new ResultsBuilder("go");
  readonly #packages = new Map<string, Map<string, Rows>>();
  readonly #rows: Rows[] = [];
  readonly #units = new UnitLines();
  readonly #run = new GoRun();
  readonly #fields = new Fields();
  #last: Rows | undefined;
  /** The name on a line that something was printed into; its numbers may follow on a later line. */
  #started: string | undefined;

  read(text: string): void {
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
    this.#run.finish();
    this.#last = undefined;
  }

  #readResult(text: string, start: number, end: number): void {
    this.#giveUp();
    this.#run.seeResult();
    const fields = this.#fields;
    const nameStart = start + PREFIX.length;
    const size = fields.split(text, nameStart, end);
    // `Benchmark` may be the whole name.
    const count = size > 0 && fields.start(0) === nameStart ? 1 : 0;
    const nameEnd = count === 1 ? fields.end(0) : nameStart;
    if (count >= size || !isDigits(text, fields.start(count), fields.end(count))) {
      this.#readStart(text.slice(start, end), text.slice(nameStart, nameEnd));
      return;
    }
    const pairs = size - count - 1;
    if (pairs < 2 || pairs % 2 === 1) {
      this.#builder.warn(`a line is cut off: ${text.slice(start, Math.min(end, start + 80))}`);
      return;
    }
    const wrong = fields.readNumbers(text, count + 1, size);
    if (wrong === -1) this.#add(text, nameStart, nameEnd, count + 1, size);
    else {
      const written = text.slice(fields.start(wrong), Math.min(fields.end(wrong), fields.start(wrong) + 40));
      this.#builder.warn(`${text.slice(start, Math.min(nameEnd, start + 80))}: \`${written}\` is not a number`);
    }
  }

  /**
   * A line with a name but no numbers: `-v` writes the name alone when a benchmark starts; a log line may begin like
   * that, too.
   */
  #readStart(line: string, name: string): void {
    const rest = line.slice(PREFIX.length + name.length).trimStart();
    if (rest.startsWith("--- FAIL: ")) this.#run.fail(name, "it failed");
    // `go test` writes the name, spaces and a tab, and later the numbers; what a benchmark prints comes in between.
    else if (/^Benchmark(?![a-z])\S* *\t/.test(line) && !rest.startsWith("--- SKIP: ")) this.#started = name;
  }

  /** The numbers on a line that something was printed into: `%8d\t%13.2f ns/op`. */
  #readRest(text: string, start: number, end: number): void {
    const fields = this.#fields;
    const size = fields.split(text, start, end);
    const isRest =
      size >= 3 &&
      size % 2 === 1 &&
      isDigits(text, fields.start(0), fields.end(0)) &&
      text.charCodeAt(fields.end(0)) === 9 &&
      fields.readNumbers(text, 1, size) === -1;
    if (!isRest) {
      this.#readOther(text, start, end);
      return;
    }
    this.#last = this.#rowsOf(this.#started!);
    this.#started = undefined;
    this.#addTo(this.#last, text, 1, size);
  }

  /** The started benchmark has no numbers: a panic, or a line without an end before them. */
  #giveUp(): void {
    if (this.#started !== undefined) this.#run.fail(this.#started, "it printed something and no result after it");
    this.#started = undefined;
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
      const from = this.#fields.start(at + 1);
      const to = this.#fields.end(at + 1);
      const number = this.#fields.number(at);
      const likely = columns[(at - first) >> 1];
      if (likely !== undefined && likely.unit.length === to - from && text.startsWith(likely.unit, from)) {
        likely.values.push(number);
        continue;
      }
      const unit = text.slice(from, to);
      let column = byUnit.get(unit);
      if (column === undefined) {
        column = { unit, values: [] };
        byUnit.set(unit, column);
        columns.push(column);
      }
      column.values.push(number);
    }
  }

  #rowsOf(name: string): Rows {
    let names = this.#packages.get(this.#run.pkg);
    if (names === undefined) {
      names = new Map();
      this.#packages.set(this.#run.pkg, names);
    }
    let rows = names.get(name);
    if (rows === undefined) {
      rows = { pkg: this.#run.pkg, name, columns: [], byUnit: new Map() };
      names.set(name, rows);
      this.#rows.push(rows);
    }
    return rows;
  }

  #readOther(text: string, start: number, end: number): void {
    const line = text.slice(start, end).trimEnd();
    const failed = /^ *--- FAIL: Benchmark(\S*)/.exec(line);
    if (failed !== null) this.#run.failBenchmark(failed[1]!);
    else if (/^pkg:(?:[ \t]|$)/.test(line)) {
      this.#giveUp();
      this.#run.enter(line.slice(4).trim());
      this.#last = undefined;
    } else if (/^(?:ok {2}|FAIL)\t\S/.test(line)) {
      this.#giveUp();
      this.#run.leave(line);
    } else if (line === "PASS") this.#run.pass();
    else if (line === "FAIL") this.#run.failProgram();
    else if (FATAL.test(line)) this.#run.panic(line);
    else if (/^Unit\s/.test(line)) for (const problem of this.#units.read(line)) this.#builder.warn(problem);
  }

  finish(): Results {
    const failed = this.#run.failedBenchmarks();
    const titles = titlesOf([...this.#rows, ...failed]);
    const units = new Map<string, Unit>();
    for (const [at, { columns }] of this.#rows.entries()) {
      for (const { unit } of columns) if (!units.has(unit)) units.set(unit, this.#units.resolve(unit));
      this.#addBenchmark(titles[at]!, columns, units);
    }
    for (const [at, { reason }] of failed.entries()) this.#builder.fail(titles[this.#rows.length + at]!, reason);
    for (const { pkg, line } of this.#run.failedPackages())
      this.#builder.fail(pkg === "" ? "go test" : `go test ${pkg}`, `it ended with \`${line}\``);
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
      (column) => !usable.includes(column) && units.get(column.unit)!.judgement !== "shown",
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
}

function isSpaceOrDigit(code: number): boolean {
  return code === 32 || (code >= 48 && code <= 57);
}
