import fc from "fast-check";
import { FileBuilder } from "../src/file-builder.ts";
import type { CoverageReport, FileCoverage } from "../src/model.ts";

/** One record of a source file, as a test run would tell it. */
export type CoverageRecord = (builder: FileBuilder) => void;

const line = fc.integer({ min: 1, max: 40 });
const hits = fc.constantFrom(0, 0, 1, 2, 1000);

/** Records of one file. Branches by number and Go blocks only when asked for: not every format can say them. */
export function arbitraryRecords({
  counts = true,
  blocks = false,
  names = /^[a-z][a-z_:]{0,6}$/,
} = {}): fc.Arbitrary<CoverageRecord[]> {
  const kinds: fc.Arbitrary<CoverageRecord>[] = [
    fc.tuple(line, hits).map(
      ([at, count]): CoverageRecord =>
        (builder) =>
          builder.addLine(at, count),
    ),
    fc.tuple(line, fc.nat(2), fc.nat(2), hits).map(
      ([at, block, branch, count]): CoverageRecord =>
        (builder) =>
          builder.addBranch(at, block, branch, count),
    ),
    fc.tuple(line, fc.stringMatching(names), hits).map(
      ([at, name, count]): CoverageRecord =>
        (builder) =>
          builder.addFunction(at, name, count),
    ),
  ];
  if (counts)
    kinds.push(
      fc.tuple(line, fc.nat(3), fc.nat(3)).map(
        ([at, a, b]): CoverageRecord =>
          (builder) =>
            builder.addBranchCount(at, Math.min(a, b), Math.max(a, b, 1)),
      ),
    );
  if (blocks)
    kinds.push(
      fc
        .tuple(line, fc.integer({ min: 1, max: 3 }), hits)
        // The number of statements is told by the place: another one would be another build.
        .map(
          ([at, length, count]): CoverageRecord =>
            (builder) =>
              builder.addBlock(at, 1, at + length, 9, length, count),
        ),
    );
  return fc.array(fc.oneof(...kinds), { minLength: 1, maxLength: 30 });
}

export function fileOf(path: string, records: readonly CoverageRecord[]): FileCoverage {
  const builder = new FileBuilder("sum");
  for (const record of records) record(builder);
  return builder.build(path);
}

export function reportOf(files: Readonly<Record<string, readonly CoverageRecord[]>>): CoverageReport {
  return {
    format: "lcov",
    files: new Map(Object.entries(files).map(([path, records]) => [path, fileOf(path, records)])),
    sourceRoots: [],
    warnings: [],
  };
}
