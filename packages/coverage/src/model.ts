/**
 * The one form that every coverage report is turned into. Tables are columns of typed arrays, sorted by their key
 * without repeats: a report of 12 million records is a few hundred arrays, not 12 million objects.
 */

/** Hit counts saturate here, so that adding them stays exact and associative. */
export const MAX_HITS = Number.MAX_SAFE_INTEGER;

/**
 * The last line number a source file may have; more is a damaged report (tables are sparse, so a lone high line costs
 * nothing).
 */
export const MAX_LINE = 0x7fffffff;

/** Measured lines, ascending. A line that is missing here was not measured. */
export interface LineTable {
  readonly line: Uint32Array;
  readonly hits: Float64Array;
}

/** Branches with an identity, ascending by (line, block, branch). `taken` 0 = not taken. */
export interface BranchTable {
  readonly line: Uint32Array;
  /** A number of the report below NAMED_BRANCH, or NAMED_BRANCH + index into `names`. */
  readonly block: Uint32Array;
  readonly branch: Uint32Array;
  readonly taken: Float64Array;
  /** Blocks and branches that the report calls by a word instead of a number, ascending. */
  readonly names: readonly string[];
}

/** Identities from here on are indexes into BranchTable.names. */
export const NAMED_BRANCH = 0x80000000;

/**
 * Lines for which only the number of branches is known (Cobertura `50% (1/2)`, JaCoCo `mb`/`cb`), ascending by line.
 */
export interface BranchCountTable {
  /** 0 = the report does not say. */
  readonly line: Uint32Array;
  readonly covered: Uint32Array;
  readonly total: Uint32Array;
}

/** Functions, ascending by (line, name). Line 0 = the report does not say. */
export interface FunctionTable {
  readonly line: Uint32Array;
  readonly name: readonly string[];
  readonly hits: Float64Array;
}

/** Go's basic blocks and Scala's statements, ascending by (startLine, startColumn, endLine, endColumn). */
export interface BlockTable {
  readonly startLine: Uint32Array;
  readonly startColumn: Uint32Array;
  readonly endLine: Uint32Array;
  readonly endColumn: Uint32Array;
  readonly statements: Uint32Array;
  readonly hits: Float64Array;
}

/** Covered things of all things, as exact integers. */
export interface Ratio {
  readonly covered: number;
  readonly total: number;
}

/** What a report claims as totals of a file (lcov LF/LH, llvm-cov `summary`, coverage-summary.json). */
export interface DeclaredTotals {
  readonly lines?: Ratio;
  readonly branches?: Ratio;
  readonly functions?: Ratio;
}

export interface FileCoverage {
  /** As the report spells it, until paths.ts matches it to the repository. */
  readonly path: string;
  readonly lines: LineTable;
  readonly branches: BranchTable;
  readonly branchCounts: BranchCountTable;
  readonly functions: FunctionTable;
  /** Only of Go and scoverage: their total is in statements, as the tools themselves count. */
  readonly blocks?: BlockTable;
  /** The totals that the report itself declares; they count only where the file has no detail of that kind. */
  readonly declared?: DeclaredTotals;
}

export const FORMATS = [
  "lcov",
  "cobertura",
  "jacoco",
  "clover",
  "go",
  "llvm-cov",
  "istanbul",
  "istanbul-summary",
  "coverage.py",
  "simplecov",
  "opencover",
  "scoverage",
] as const;

export type FormatName = (typeof FORMATS)[number];

/** Something in a report that was not taken literally, e.g. `3 negative hit counts were read as 0`. */
export interface ReportWarning {
  readonly message: string;
}

export interface CoverageReport {
  readonly format: FormatName | "merged";
  /** By path, in the order of first appearance. */
  readonly files: ReadonlyMap<string, FileCoverage>;
  /** Directories that relative paths may start from (Cobertura `<source>`), as the report spells them. */
  readonly sourceRoots: readonly string[];
  readonly warnings: readonly ReportWarning[];
}
