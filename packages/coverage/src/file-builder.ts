import { ReportError } from "@jessy-actions/reading/report-error";
import {
  type BlockTable,
  type BranchCountTable,
  type BranchTable,
  type DeclaredTotals,
  type FileCoverage,
  type FunctionTable,
  type LineTable,
  MAX_HITS,
  MAX_LINE,
  NAMED_BRANCH,
  type Ratio,
} from "./model.ts";
import { ODDITY, type Oddities } from "./oddities.ts";

/**
 * What two records of one report for the same line (branch, function) mean: two runs that add up, or one fact told
 * twice.
 */
export type Duplicates = "sum" | "max";

/**
 * Collects the records of one source file in any order and hands out its sorted tables. Reused for every file of a
 * report: the buffers grow once to the largest file and are copied, exactly sized, into each result.
 */
export class FileBuilder {
  readonly #duplicates: Duplicates;
  readonly #oddities: Oddities | undefined;

  #lineCount = 0;
  #line = new Uint32Array(INITIAL_ROWS);
  #lineHits = new Float64Array(INITIAL_ROWS);
  #linesSorted = true;

  #branchCount = 0;
  #branchLine = new Uint32Array(INITIAL_ROWS);
  #block = new Uint32Array(INITIAL_ROWS);
  #branch = new Uint32Array(INITIAL_ROWS);
  #taken = new Float64Array(INITIAL_ROWS);
  #branchesSorted = true;
  #branchNames = new Map<string, number>();

  #branchCounts = new Map<number, [covered: number, total: number]>();
  #functions = new Map<string, { line: number; name: string; hits: number }>();
  #blocks = new Map<string, [number, number, number, number, statements: number, hits: number]>();
  #declared: DeclaredTotals | undefined;

  /**
   * @param oddities gets what cannot be: a record with a line number that cannot be is left out, a count is read as 0.
   * Without it, such a line number is an error.
   */
  constructor(duplicates: Duplicates, oddities?: Oddities) {
    this.#duplicates = duplicates;
    this.#oddities = oddities;
  }

  /** @param line 1-based. @param hits Huge counts saturate at MAX_HITS. */
  addLine(line: number, hits: number): void {
    if (!this.#isLine(line, ODDITY.line)) return;
    const at = this.#lineCount;
    if (at === this.#line.length) {
      this.#line = grow(this.#line);
      this.#lineHits = growFloat(this.#lineHits);
    }
    if (at > 0 && line <= this.#line[at - 1]!) this.#linesSorted = false;
    this.#line[at] = line;
    this.#lineHits[at] = this.#countOf(hits);
    this.#lineCount = at + 1;
  }

  /** A branch with an identity. Block and branch are numbers below 2^31, or words. `taken` 0 = not taken. */
  addBranch(line: number, block: number | string, branch: number | string, taken: number): void {
    if (!this.#isLine(line, ODDITY.line)) return;
    const at = this.#branchCount;
    if (at === this.#branchLine.length) {
      this.#branchLine = grow(this.#branchLine);
      this.#block = grow(this.#block);
      this.#branch = grow(this.#branch);
      this.#taken = growFloat(this.#taken);
    }
    const blockId = this.#branchId(block);
    const branchId = this.#branchId(branch);
    if (
      this.#branchesSorted &&
      at > 0 &&
      compareKeys(line - this.#branchLine[at - 1]!, blockId - this.#block[at - 1]!, branchId - this.#branch[at - 1]!) <=
        0
    ) {
      this.#branchesSorted = false;
    }
    this.#branchLine[at] = line;
    this.#block[at] = blockId;
    this.#branch[at] = branchId;
    this.#taken[at] = this.#countOf(taken);
    this.#branchCount = at + 1;
  }

  /**
   * A line for which only the number of branches is known. Repeats keep the larger numbers, as branches cannot be told
   * apart.
   *
   * @param line 1-based, or 0 for branches of which the report does not say where they are.
   */
  addBranchCount(line: number, covered: number, total: number): void {
    if (line !== 0 && !this.#isLine(line, ODDITY.line)) return;
    if (!(Number.isInteger(total) && Number.isInteger(covered) && covered >= 0 && covered <= total)) {
      throw new ReportError(`line ${line} has ${covered} of ${total} branches covered, which cannot be`);
    }
    if (total > MAX_BRANCHES) throw new ReportError(`line ${line} has ${total} branches, which no line has`);
    const known = this.#branchCounts.get(line);
    if (known === undefined) this.#branchCounts.set(line, [covered, total]);
    else {
      known[0] = Math.max(known[0], covered);
      known[1] = Math.max(known[1], total);
    }
  }

  /** @param at 1-based line, or 0 if the report does not say where the function starts. */
  addFunction(at: number, name: string, hits: number): void {
    const line = at === 0 || this.#isLine(at, ODDITY.functionLine) ? at : 0;
    const count = this.#countOf(hits);
    const key = `${line} ${name}`;
    const known = this.#functions.get(key);
    if (known === undefined) this.#functions.set(key, { line, name, hits: count });
    else known.hits = combine(this.#duplicates, known.hits, count);
  }

  /**
   * A basic block of a Go profile. The same block with another number of statements comes from another build, which is
   * an error, and so are numbers that a table cannot hold. A block longer than any function has a damaged end line,
   * which must not fill the memory.
   */
  addBlock(
    startLine: number,
    startColumn: number,
    endLine: number,
    endColumn: number,
    statements: number,
    hits: number,
  ): void {
    if (!this.#isLine(startLine, ODDITY.line) || !this.#isLine(endLine, ODDITY.line)) return;
    if (endLine - startLine > MAX_BLOCK_SPAN) {
      if (this.#oddities !== undefined) return this.#oddities.note(ODDITY.line);
      throw new ReportError(`a block spans ${endLine - startLine} lines, which no function has`);
    }
    if (Math.max(startColumn, endColumn, statements) > MAX_LINE)
      throw new ReportError(`a block has a number above ${MAX_LINE}`);
    const count = this.#countOf(hits);
    const key = `${startLine}.${startColumn},${endLine}.${endColumn}`;
    const known = this.#blocks.get(key);
    if (known === undefined) {
      this.#blocks.set(key, [startLine, startColumn, endLine, endColumn, statements, count]);
    } else if (known[4] !== statements) {
      throw new ReportError(
        `block ${key} has ${known[4]} statements in one place and ${statements} in another: the profiles come from different builds`,
      );
    } else known[5] = addHits(known[5], count);
  }

  declare(totals: DeclaredTotals): void {
    for (const [kind, { covered, total }] of Object.entries(totals) as [string, Ratio][]) {
      if (!(Number.isSafeInteger(covered) && Number.isSafeInteger(total) && covered >= 0 && covered <= total))
        throw new ReportError(`declares ${covered} of ${total} ${kind} covered, which cannot be`);
    }
    this.#declared = maxDeclared(this.#declared, totals);
  }

  get isEmpty(): boolean {
    return (
      this.#lineCount === 0 &&
      this.#branchCount === 0 &&
      this.#branchCounts.size === 0 &&
      this.#functions.size === 0 &&
      this.#blocks.size === 0 &&
      this.#declared === undefined
    );
  }

  /** The tables of everything added so far; the builder is empty afterwards. */
  build(path: string): FileCoverage {
    const file: FileCoverage = {
      path,
      lines: this.#buildLines(),
      branches: this.#buildBranches(),
      branchCounts: this.#buildBranchCounts(),
      functions: this.#buildFunctions(),
      ...(this.#blocks.size > 0 && { blocks: this.#buildBlocks() }),
      ...(this.#declared !== undefined && { declared: this.#declared }),
    };
    this.#lineCount = 0;
    this.#linesSorted = true;
    this.#branchCount = 0;
    this.#branchesSorted = true;
    if (this.#branchNames.size > 0) this.#branchNames = new Map();
    if (this.#branchCounts.size > 0) this.#branchCounts = new Map();
    if (this.#functions.size > 0) this.#functions = new Map();
    if (this.#blocks.size > 0) this.#blocks = new Map();
    this.#declared = undefined;
    return file;
  }

  #isLine(line: number, oddity: string): boolean {
    if (Number.isInteger(line) && line >= 1 && line <= MAX_LINE) return true;
    if (this.#oddities === undefined)
      throw new ReportError(`line number ${line} is not a whole number between 1 and ${MAX_LINE}`);
    this.#oddities.note(oddity);
    return false;
  }

  #countOf(hits: number): number {
    if (hits < 0) this.#oddities?.note(ODDITY.negative);
    else if (!Number.isFinite(hits)) this.#oddities?.note(ODDITY.noNumber);
    return clampHits(hits);
  }

  #branchId(value: number | string): number {
    if (typeof value === "number") return value;
    let id = this.#branchNames.get(value);
    if (id === undefined) {
      id = NAMED_BRANCH + this.#branchNames.size;
      this.#branchNames.set(value, id);
    }
    return id;
  }

  #buildLines(): LineTable {
    const count = this.#lineCount;
    if (this.#linesSorted) return { line: this.#line.slice(0, count), hits: this.#lineHits.slice(0, count) };
    const order = sortedOrder(count, (a, b) => this.#line[a]! - this.#line[b]!);
    const line = new Uint32Array(count);
    const hits = new Float64Array(count);
    let rows = 0;
    for (const at of order) {
      if (rows > 0 && line[rows - 1] === this.#line[at]) {
        hits[rows - 1] = combine(this.#duplicates, hits[rows - 1]!, this.#lineHits[at]!);
      } else {
        line[rows] = this.#line[at]!;
        hits[rows++] = this.#lineHits[at]!;
      }
    }
    return { line: line.slice(0, rows), hits: hits.slice(0, rows) };
  }

  #buildBranches(): BranchTable {
    const count = this.#branchCount;
    const names = this.#sortBranchNames();
    if (this.#branchesSorted) {
      return {
        line: this.#branchLine.slice(0, count),
        block: this.#block.slice(0, count),
        branch: this.#branch.slice(0, count),
        taken: this.#taken.slice(0, count),
        names,
      };
    }
    const order = sortedOrder(count, (a, b) =>
      compareKeys(
        this.#branchLine[a]! - this.#branchLine[b]!,
        this.#block[a]! - this.#block[b]!,
        this.#branch[a]! - this.#branch[b]!,
      ),
    );
    const line = new Uint32Array(count);
    const block = new Uint32Array(count);
    const branch = new Uint32Array(count);
    const taken = new Float64Array(count);
    let rows = 0;
    for (const at of order) {
      const last = rows - 1;
      if (
        rows > 0 &&
        line[last] === this.#branchLine[at] &&
        block[last] === this.#block[at] &&
        branch[last] === this.#branch[at]
      ) {
        taken[last] = combine(this.#duplicates, taken[last]!, this.#taken[at]!);
      } else {
        line[rows] = this.#branchLine[at]!;
        block[rows] = this.#block[at]!;
        branch[rows] = this.#branch[at]!;
        taken[rows++] = this.#taken[at]!;
      }
    }
    return {
      line: line.slice(0, rows),
      block: block.slice(0, rows),
      branch: branch.slice(0, rows),
      taken: taken.slice(0, rows),
      names,
    };
  }

  /**
   * Names get their ids in the order of first use; equal reports must have equal tables, so ids follow the alphabet.
   */
  #sortBranchNames(): readonly string[] {
    if (this.#branchNames.size === 0) return NO_NAMES;
    const names = [...this.#branchNames.keys()].sort();
    const idOf = new Map(names.map((name, index) => [this.#branchNames.get(name)!, NAMED_BRANCH + index]));
    for (let at = 0; at < this.#branchCount; at++) {
      if (this.#block[at]! >= NAMED_BRANCH) this.#block[at] = idOf.get(this.#block[at]!)!;
      if (this.#branch[at]! >= NAMED_BRANCH) this.#branch[at] = idOf.get(this.#branch[at]!)!;
    }
    this.#branchesSorted = false;
    return names;
  }

  #buildBranchCounts(): BranchCountTable {
    const rows = [...this.#branchCounts].sort((a, b) => a[0] - b[0]);
    return {
      line: Uint32Array.from(rows, (row) => row[0]),
      covered: Uint32Array.from(rows, (row) => row[1][0]),
      total: Uint32Array.from(rows, (row) => row[1][1]),
    };
  }

  #buildFunctions(): FunctionTable {
    const rows = [...this.#functions.values()].sort(
      (a, b) => a.line - b.line || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
    );
    return {
      line: Uint32Array.from(rows, (row) => row.line),
      name: rows.map((row) => row.name),
      hits: Float64Array.from(rows, (row) => row.hits),
    };
  }

  #buildBlocks(): BlockTable {
    const rows = [...this.#blocks.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3]);
    return {
      startLine: Uint32Array.from(rows, (row) => row[0]),
      startColumn: Uint32Array.from(rows, (row) => row[1]),
      endLine: Uint32Array.from(rows, (row) => row[2]),
      endColumn: Uint32Array.from(rows, (row) => row[3]),
      statements: Uint32Array.from(rows, (row) => row[4]),
      hits: Float64Array.from(rows, (row) => row[5]),
    };
  }
}

/** Hit counts of two runs of the same code. */
export function addHits(a: number, b: number): number {
  const sum = a + b;
  return sum > MAX_HITS ? MAX_HITS : sum;
}

/** Negative counts, NaN and Infinity (all from broken instrumentation) read as 0; u64 values saturate. */
export function clampHits(hits: number): number {
  if (!(hits > 0 && hits < Number.POSITIVE_INFINITY)) return 0;
  return hits > MAX_HITS ? MAX_HITS : hits < 1 ? 1 : Math.floor(hits);
}

/** The larger claim of each kind, by total first: claims of two shards cannot be added. */
export function maxDeclared(a: DeclaredTotals | undefined, b: DeclaredTotals | undefined): DeclaredTotals | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const merged: { -readonly [Key in keyof DeclaredTotals]: DeclaredTotals[Key] } = {};
  for (const kind of ["lines", "branches", "functions"] as const) {
    const left = a[kind];
    const right = b[kind];
    if (left === undefined && right === undefined) continue;
    merged[kind] = {
      covered: Math.max(left?.covered ?? 0, right?.covered ?? 0),
      total: Math.max(left?.total ?? 0, right?.total ?? 0),
    };
  }
  return merged;
}

const NO_NAMES: readonly string[] = Object.freeze([]);

function combine(duplicates: Duplicates, a: number, b: number): number {
  return duplicates === "sum" ? addHits(a, b) : Math.max(a, b);
}

function compareKeys(first: number, second: number, third: number): number {
  return first || second || third;
}

function sortedOrder(count: number, compare: (a: number, b: number) => number): Uint32Array {
  const order = new Uint32Array(count);
  for (let at = 0; at < count; at++) order[at] = at;
  return order.sort(compare);
}

/** Some formats need a builder for each of ten thousand files at once, so tables begin small. */
const INITIAL_ROWS = 16;

/** A file minified into one line has the most of them. */
const MAX_BRANCHES = 1_000_000;

const MAX_BLOCK_SPAN = 100_000;

/** Records of one file; a damaged or hostile report must not fill the memory. */
const MAX_RECORDS = 2 ** 24;

function grow(table: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  if (table.length >= MAX_RECORDS)
    throw new ReportError(`a file has more than ${MAX_RECORDS} records, which no source file has`);
  const larger = new Uint32Array(table.length * 2);
  larger.set(table);
  return larger;
}

function growFloat(table: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(table.length * 2);
  larger.set(table);
  return larger;
}
