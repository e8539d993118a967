import { type BranchTable, type CoverageReport, type FileCoverage, NAMED_BRANCH } from "../model.ts";
import { branchesOfLines } from "../totals.ts";

/**
 * A report as an LCOV tracefile, in pieces of one file each, files in alphabetical order. Branches known only by their
 * number are written as that many branches of block 0, the covered ones first. A file without line detail keeps its
 * declared LF and LH.
 */
export function* writeLcov(report: CoverageReport): Iterable<string> {
  for (const path of [...report.files.keys()].sort()) {
    const file = report.files.get(path)!;
    yield [
      `SF:${oneLine(path)}`,
      ...functionRecords(file),
      ...branchRecords(file),
      ...lineRecords(file),
      "end_of_record\n",
    ].join("\n");
  }
}

function lineRecords({ lines, declared }: FileCoverage): string[] {
  if (lines.line.length === 0) {
    return declared?.lines === undefined ? [] : [`LF:${declared.lines.total}`, `LH:${declared.lines.covered}`];
  }
  const records: string[] = [];
  let hit = 0;
  for (let at = 0; at < lines.line.length; at++) {
    records.push(`DA:${lines.line[at]},${lines.hits[at]}`);
    if (lines.hits[at]! > 0) hit++;
  }
  records.push(`LF:${records.length}`, `LH:${hit}`);
  return records;
}

function functionRecords({ functions }: FileCoverage): string[] {
  const count = functions.name.length;
  if (count === 0) return [];
  const records: string[] = [];
  for (let at = 0; at < count; at++) {
    // FNDA names its function without a line: directly after its FN it cannot be taken for a namesake's.
    const name = oneLine(functions.name[at]!).trim() || "(anonymous)";
    records.push(`FN:${functions.line[at]},${name}`, `FNDA:${functions.hits[at]},${name}`);
  }
  const hit = functions.hits.reduce((sum, hits) => sum + (hits > 0 ? 1 : 0), 0);
  records.push(`FNF:${count}`, `FNH:${hit}`);
  return records;
}

function branchRecords(file: FileCoverage): string[] {
  if (file.branchCounts.line.length > 0) return mixedBranchRecords(file);
  const { branches } = file;
  const records: string[] = [];
  let hit = 0;
  for (let at = 0; at < branches.line.length; at++) {
    const taken = branches.taken[at]!;
    if (taken > 0) hit++;
    const block = identity(branches, branches.block[at]!);
    records.push(`BRDA:${branches.line[at]},${block},${identity(branches, branches.branch[at]!)},${taken}`);
  }
  return withBranchTotals(records, hit);
}

function withBranchTotals(records: string[], hit: number): string[] {
  if (records.length > 0) records.push(`BRF:${records.length}`, `BRH:${hit}`);
  return records;
}

/** Lines known both by identities and by number get the larger number, as `branchesOfLines` counts them. */
function mixedBranchRecords(file: FileCoverage): string[] {
  const { branches } = file;
  const records: string[] = [];
  let hit = 0;
  let at = 0;
  for (const [line, { covered, total }] of branchesOfLines(file)) {
    const known: { readonly block: number; readonly name: string; taken: number }[] = [];
    for (; branches.line[at] === line; at++) {
      const name = `${identity(branches, branches.block[at]!)},${identity(branches, branches.branch[at]!)}`;
      known.push({ block: branches.block[at]!, name, taken: branches.taken[at]! });
    }
    const block = known.reduce((next, each) => (each.block < NAMED_BRANCH ? Math.max(next, each.block + 1) : next), 0);
    for (let branch = 0; known.length < total; branch++) known.push({ block, name: `${block},${branch}`, taken: 0 });
    // Branches that are known only by number take what is missing first.
    let missing = covered - known.filter(({ taken }) => taken > 0).length;
    const unnamed = known.filter((each) => each.block === block);
    for (const each of [...unnamed, ...known]) {
      if (missing > 0 && each.taken === 0) {
        each.taken = 1;
        missing--;
      }
    }
    hit += covered;
    for (const { name, taken } of known) records.push(`BRDA:${line},${name},${taken}`);
  }
  return withBranchTotals(records, hit);
}

function identity(branches: BranchTable, id: number): string {
  return id < NAMED_BRANCH ? String(id) : oneLine(branches.names[id - NAMED_BRANCH]!);
}

/** LCOV cannot express a line break: in a name it would begin a new record. */
function oneLine(text: string): string {
  return text.replace(/[\r\n]/g, "\ufffd");
}
