import type { ReportFormat } from "../src/format.ts";
import { type CoverageReport, type FileCoverage, NAMED_BRANCH } from "../src/model.ts";

/** A report as plain text, so that a test's expectation can be read. Parts that a file does not have are left out. */
export interface PlainFile {
  /** `line:hits` */
  readonly lines?: string;
  /** `line[block.branch]:taken` */
  readonly branches?: string;
  /** `line:covered/total` */
  readonly branchCounts?: string;
  /** `line name:hits` */
  readonly functions?: string;
  /** `startLine.startColumn-endLine.endColumn statements:hits` */
  readonly blocks?: string;
  /** `lines covered/total` */
  readonly declared?: string;
}

export function plainReport(report: CoverageReport): Record<string, PlainFile> {
  return Object.fromEntries([...report.files].map(([path, file]) => [path, plainFile(file)]));
}

export function plainFile({ lines, branches, branchCounts, functions, blocks, declared }: FileCoverage): PlainFile {
  const id = (value: number) => (value < NAMED_BRANCH ? value : branches.names[value - NAMED_BRANCH]);
  return Object.fromEntries(
    Object.entries({
      lines: join(lines.line, (line, at) => `${line}:${lines.hits[at]}`),
      branches: join(
        branches.line,
        (line, at) => `${line}[${id(branches.block[at]!)}.${id(branches.branch[at]!)}]:${branches.taken[at]}`,
      ),
      branchCounts: join(
        branchCounts.line,
        (line, at) => `${line}:${branchCounts.covered[at]}/${branchCounts.total[at]}`,
      ),
      functions: join(functions.line, (line, at) => `${line} ${functions.name[at]}:${functions.hits[at]}`),
      blocks:
        blocks === undefined
          ? ""
          : join(
              blocks.startLine,
              (line, at) =>
                `${line}.${blocks.startColumn[at]}-${blocks.endLine[at]}.${blocks.endColumn[at]} ${blocks.statements[at]}:${blocks.hits[at]}`,
            ),
      declared: Object.entries(declared ?? {})
        .map(([kind, { covered, total }]) => `${kind} ${covered}/${total}`)
        .join(", "),
    }).filter(([, text]) => text !== ""),
  );
}

/** The report that a format reads from a text. */
export function parseText(format: ReportFormat, text: string): CoverageReport {
  return format.parse([new TextEncoder().encode(text)]);
}

/** The same in one step: what most tests compare. */
export function plain(format: ReportFormat, text: string): Record<string, PlainFile> {
  return plainReport(parseText(format, text));
}

function join(rows: Uint32Array, row: (line: number, at: number) => string): string {
  return Array.from(rows, row).join(", ");
}
