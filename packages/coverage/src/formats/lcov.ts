import { ReportError } from "@jessy-actions/reading/report-error";
import { CollectedFiles } from "../collected-files.ts";
import { FileBuilder } from "../file-builder.ts";
import type { ReportFormat } from "../format.ts";
import { type CoverageReport, MAX_LINE, type Ratio } from "../model.ts";
import { ODDITY, Oddities } from "../oddities.ts";

/**
 * LCOV tracefiles in every dialect: lcov 1 and 2 (`geninfo(1)`), llvm-cov, Istanbul, grcov, coverage.py,
 * cargo-llvm-cov.
 *
 * `DA` and `BRDA` make up the bulk and are read straight from the bytes. Those that are not plain digits, and every
 * other record, go through `readRecord` as text.
 */
export const lcov: ReportFormat = {
  name: "lcov",
  title: "LCOV",
  usualNames: ["lcov.info", "*.lcov", "lcov.dat", "coverage.info", "*.lcov.info"],
  detect: (head) => /^\s*(?:#[^\n]*\n\s*)*(?:TN:|SF:)/.test(head),
  parse: (chunks) => {
    const reader = new LcovReader();
    let carry: Uint8Array | undefined;
    for (const chunk of chunks) {
      let start = 0;
      if (carry !== undefined) {
        const newline = chunk.indexOf(NEWLINE);
        if (newline === -1) {
          if (carry.length > MAX_RECORD_BYTES) throw new ReportError(tooLong(reader.lineNumber + 1));
          carry = concatenate(carry, chunk);
          continue;
        }
        reader.read(concatenate(carry, chunk.subarray(0, newline + 1)), 0, carry.length + newline + 1);
        carry = undefined;
        start = newline + 1;
      }
      const end = chunk.lastIndexOf(NEWLINE) + 1;
      reader.read(chunk, start, end);
      if (end < chunk.length) carry = new Uint8Array(chunk.subarray(end));
    }
    if (carry !== undefined) {
      if (carry.length > MAX_RECORD_BYTES) throw new ReportError(tooLong(reader.lineNumber + 1));
      reader.readLastLine(decode(carry, 0, carry.length));
    }
    return reader.finish();
  },
};

/** Longer than any path or mangled name; a file of one endless line is not LCOV. */
const MAX_RECORD_BYTES = 1_000_000;

const NEWLINE = 10;
const CARRIAGE_RETURN = 13;
const COMMA = 44;
const MINUS = 45;
const ZERO = 48;
const COLON = 58;
const A = 65;
const B = 66;
const D = 68;
const R = 82;

/** A block or branch number of more digits is kept as a name; a line of more digits may be none. */
const MAX_NUMBER_DIGITS = 9;

/** Records that carry nothing we need: test names, versions of the source, MC/DC. */
const IGNORED = new Set(["TN", "VER", "MCDC", "MCF", "MCH"]);

const END_OF_RECORD = "end_of_record";

const decoder = new TextDecoder();

function decode(bytes: Uint8Array, from: number, to: number): string {
  return decoder.decode(bytes.subarray(from, to));
}

/** Where the functions of one name start. FNDA names no line; its records are in the order of the FN records. */
interface NamedFunctions {
  readonly lines: number[];
  /** The same lines, as soon as there are two. */
  known?: Set<number>;
  counted: number;
}

class LcovReader {
  lineNumber = 0;
  readonly #files = new CollectedFiles("sum");
  readonly #oddities = new Oddities(() => `on line ${this.lineNumber}`);
  readonly #builder = new FileBuilder("sum", this.#oddities);
  /** Where the plain number that was read last ends. */
  #end = 0;
  #path: string | undefined;
  /** Inside a record with an empty SF: its lines belong to no file. */
  #skipping = false;
  #functionsByName = new Map<string, NamedFunctions>();
  #functionIndexes = new Map<string, number>();
  /** The record's own summary: LF, LH and so on. */
  readonly #claims = new Map<string, number>();

  /** Reads whole lines: `bytes[end - 1]` is a newline. */
  read(bytes: Uint8Array, start: number, end: number): void {
    for (let at = start; at < end; ) {
      this.lineNumber++;
      const next = this.#path === undefined ? -1 : this.#readPlain(bytes, at);
      if (next !== -1) {
        at = next;
        continue;
      }
      const newline = bytes.indexOf(NEWLINE, at);
      if (newline - at > MAX_RECORD_BYTES) throw new ReportError(tooLong(this.lineNumber));
      this.#readRecord(decode(bytes, at, newline));
      at = newline + 1;
    }
  }

  /**
   * Reads a `DA` or `BRDA` of plain digits straight from the bytes.
   *
   * @returns where the next record begins, or -1 for another record: `readRecord` reads every one.
   */
  #readPlain(bytes: Uint8Array, at: number): number {
    if (bytes[at] === D && bytes[at + 1] === A && bytes[at + 2] === COLON) return this.#readPlainLine(bytes, at + 3);
    const isBranch =
      bytes[at] === B && bytes[at + 1] === R && bytes[at + 2] === D && bytes[at + 3] === A && bytes[at + 4] === COLON;
    return isBranch ? this.#readPlainBranch(bytes, at + 5) : -1;
  }

  #readPlainLine(bytes: Uint8Array, at: number): number {
    const line = this.#plainField(bytes, at);
    if (line === -1) return -1;
    const hits = this.#plainNumber(bytes, this.#end + 1);
    if (hits === -1) return -1;
    // A checksum may follow.
    const next = bytes[this.#end] === COMMA ? bytes.indexOf(NEWLINE, this.#end) + 1 : nextRecord(bytes, this.#end);
    if (next !== -1) this.#builder.addLine(line, hits);
    return next;
  }

  #readPlainBranch(bytes: Uint8Array, at: number): number {
    const line = this.#plainField(bytes, at);
    if (line === -1) return -1;
    const block = this.#plainField(bytes, this.#end + 1);
    if (block === -1) return -1;
    const branch = this.#plainField(bytes, this.#end + 1);
    if (branch === -1) return -1;
    const isUnreached = bytes[this.#end + 1] === MINUS;
    const taken = isUnreached ? 0 : this.#plainNumber(bytes, this.#end + 1);
    if (taken === -1) return -1;
    const next = nextRecord(bytes, isUnreached ? this.#end + 2 : this.#end);
    if (next !== -1) this.#builder.addBranch(line, block, branch, taken);
    return next;
  }

  /** A number before a comma, which is at `#end`. @returns -1 if there is none. */
  #plainField(bytes: Uint8Array, at: number): number {
    const number = this.#plainNumber(bytes, at);
    return bytes[this.#end] === COMMA ? number : -1;
  }

  /** A number of at most nine digits; `#end` is where it ends. @returns -1 if there is none. */
  #plainNumber(bytes: Uint8Array, at: number): number {
    let number = 0;
    let end = at;
    for (let digit = bytes[end]! - ZERO; digit >= 0 && digit <= 9; digit = bytes[++end]! - ZERO)
      number = number * 10 + digit;
    this.#end = end;
    return end > at && end - at <= MAX_NUMBER_DIGITS ? number : -1;
  }

  readLastLine(text: string): void {
    this.lineNumber++;
    this.#readRecord(text);
  }

  /** @throws ReportError when the last record has no end: half of a report must not pass for all of it. */
  finish(): CoverageReport {
    if (this.#path !== undefined) {
      throw new ReportError(
        `ends inside the record of ${JSON.stringify(this.#path)}, on line ${this.lineNumber}, without end_of_record: the report was cut off`,
      );
    }
    const { warnings } = this.#oddities;
    return { format: "lcov", files: this.#files.finish(), sourceRoots: [], warnings };
  }

  #readRecord(raw: string): void {
    // A byte order mark counts as a blank.
    let text = raw.trim();
    while (text.startsWith(END_OF_RECORD)) {
      this.#endFile();
      // `cat a b` joins them if `a` has no final newline; cargo-llvm-cov writes such files.
      text = text.slice(END_OF_RECORD.length).trimStart();
    }
    if (text === "" || text.startsWith("#")) return;
    const colon = text.indexOf(":");
    const kind = text.slice(0, colon);
    if (colon === -1 || !/^[A-Z]{1,20}$/.test(kind)) {
      throw new ReportError(`line ${this.lineNumber} is not an LCOV record: ${quote(text)}`);
    }
    const value = text.slice(colon + 1);
    if (kind === "SF") return this.#startFile(value.trim());
    if (this.#skipping) return;
    if (this.#path === undefined) {
      if (kind === "TN" || kind === "VER") return;
      throw new ReportError(`line ${this.lineNumber} is outside a record (no SF before it): ${quote(text)}`);
    }
    switch (kind) {
      case "DA":
        return this.#readLine(value);
      case "BRDA":
        return this.#readBranch(value);
      case "FN":
        return this.#readFunction(value);
      case "FNDA":
        return this.#readFunctionHits(value);
      case "FNL":
        return this.#readFunctionLocation(value);
      case "FNA":
        return this.#readFunctionAlias(value);
      case "LF":
      case "LH":
      case "FNF":
      case "FNH":
      case "BRF":
      case "BRH":
        if (/^\s*\d{1,15}\s*$/.test(value)) this.#claims.set(kind, Number(value));
        return;
      default:
        if (!IGNORED.has(kind)) this.#oddities.note(`records of the unknown kind ${kind}, left out`);
    }
  }

  #startFile(path: string): void {
    if (this.#path !== undefined) {
      this.#oddities.note("records without end_of_record");
      this.#endFile();
    }
    this.#skipping = path === "";
    if (this.#skipping) this.#oddities.note("records that name no source file (empty SF), left out");
    else this.#path = path;
  }

  #endFile(): void {
    const path = this.#path;
    this.#skipping = false;
    if (path === undefined) return;
    this.#path = undefined;
    for (const [name, { lines }] of this.#functionsByName) {
      for (const line of lines) this.#builder.addFunction(line, name, 0);
    }
    const lines = this.#claim("LF", "LH");
    const branches = this.#claim("BRF", "BRH");
    const functions = this.#claim("FNF", "FNH");
    if (this.#claims.size > 0) {
      this.#builder.declare({
        ...(lines !== undefined && { lines }),
        ...(branches !== undefined && { branches }),
        ...(functions !== undefined && { functions }),
      });
    }
    this.#claims.clear();
    this.#functionsByName = new Map();
    this.#functionIndexes = new Map();
    this.#files.add(this.#builder.build(path));
  }

  /** `line,hits[,checksum]` that the fast path did not take, because its numbers are unusual. */
  #readLine(value: string): void {
    const [line = "", hits] = value.split(",", 2);
    if (hits === undefined) throw this.#malformed("DA:line,hits", `DA:${value}`);
    this.#builder.addLine(lineOf(line), hitsOf(hits));
  }

  /**
   * `line,[e|f][U]block,branch,taken`; the branch may be an expression with commas. U marks code that cannot be
   * reached.
   */
  #readBranch(value: string): void {
    const match = /^([^,]*),([^,]*),(.*),([^,]*)$/.exec(value);
    if (match === null) throw this.#malformed("BRDA:line,block,branch,taken", `BRDA:${value}`);
    const [line, flagged, branch, taken] = match.slice(1) as [string, string, string, string];
    const [, flags = "", block = ""] = /^([efU]*(?=\d|$))?(.*)$/s.exec(flagged.trim())!;
    if (flags.includes("U")) return;
    const hits = taken.trim() === "-" ? 0 : hitsOf(taken);
    this.#builder.addBranch(lineOf(line), branchIdentity(block), branchIdentity(branch.trim()), hits);
  }

  /** `start,[end,]name` */
  #readFunction(value: string): void {
    const match = /^([^,]+),(?:\s*\d+\s*,)?(.+)$/.exec(value);
    if (match === null) throw this.#malformed("FN:line,name", `FN:${value}`);
    const line = this.#functionLineOf(match[1]!);
    const name = match[2]!.trim();
    const known = this.#functionsByName.get(name);
    if (known === undefined) this.#functionsByName.set(name, { lines: [line], counted: 0 });
    else if (known.lines.at(-1) !== line) {
      known.known ??= new Set(known.lines);
      if (!known.known.has(line)) known.lines.push(line);
      known.known.add(line);
    }
  }

  /** `hits,name`; the first one of a name belongs to the first function of that name, and so on. */
  #readFunctionHits(value: string): void {
    const comma = value.indexOf(",");
    if (comma === -1) throw this.#malformed("FNDA:hits,name", `FNDA:${value}`);
    const name = value.slice(comma + 1).trim();
    const namesakes = this.#functionsByName.get(name);
    const line = namesakes?.lines[Math.min(namesakes.counted++, namesakes.lines.length - 1)] ?? 0;
    this.#builder.addFunction(line, name, hitsOf(value.slice(0, comma)));
  }

  /** lcov 2.2: `index,start[,end]` */
  #readFunctionLocation(value: string): void {
    const match = /^\s*(\d+)\s*,([^,]+)/.exec(value);
    if (match === null) throw this.#malformed("FNL:index,line", `FNL:${value}`);
    this.#functionIndexes.set(match[1]!, this.#functionLineOf(match[2]!));
  }

  /** lcov 2.2: `index,hits,name`; one location may have several names (templates). */
  #readFunctionAlias(value: string): void {
    const match = /^\s*(\d+)\s*,([^,]*),(.+)$/.exec(value);
    const line = this.#functionIndexes.get(match?.[1] ?? "");
    if (match === null) throw this.#malformed("FNA:index,hits,name", `FNA:${value}`);
    if (line === undefined)
      throw new ReportError(`line ${this.lineNumber} names the function ${match[1]}, which no FNL describes`);
    this.#builder.addFunction(line, match[3]!.trim(), hitsOf(match[2]!));
  }

  #functionLineOf(text: string): number {
    const line = lineOf(text);
    if (line >= 0 && line <= MAX_LINE) return line;
    this.#oddities.note(ODDITY.functionLine);
    return 0;
  }

  #claim(found: string, hit: string): Ratio | undefined {
    const total = this.#claims.get(found);
    const covered = this.#claims.get(hit);
    return total === undefined || covered === undefined || covered > total ? undefined : { covered, total };
  }

  #malformed(expected: string, found: string): ReportError {
    return new ReportError(`line ${this.lineNumber} is not of the form ${expected}: ${quote(found)}`);
  }
}

/** Where the next record begins if this one ends here; else -1. */
function nextRecord(bytes: Uint8Array, at: number): number {
  if (bytes[at] === NEWLINE) return at + 1;
  return bytes[at] === CARRIAGE_RETURN && bytes[at + 1] === NEWLINE ? at + 2 : -1;
}

/** NaN unless it is a whole number: the builder notes it. */
function lineOf(text: string): number {
  return /^\s*\d{1,15}\s*$/.test(text) ? Number(text) : Number.NaN;
}

/**
 * Istanbul writes `undefined`, an old istanbul bug `=====`, gcov and llvm negative counts and `1.2e+19`. NaN unless it
 * is a number: the builder notes it, and reads it as 0.
 */
function hitsOf(text: string): number {
  return /^\s*[+-]?\d+(?:\.\d*)?(?:[eE][+-]?\d+)?\s*$/.test(text) ? Number(text) : Number.NaN;
}

function branchIdentity(text: string): number | string {
  return /^\d{1,9}$/.test(text) ? Number(text) : text;
}

function concatenate(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function tooLong(lineNumber: number): string {
  return `line ${lineNumber} has more than a million bytes, which no LCOV record has`;
}

function quote(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 77)}...` : text);
}
