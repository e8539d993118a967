import type { DiffFile } from "@jessy-actions/coverage/diff";
import type { CoverageReport } from "@jessy-actions/coverage/model";
import { InputReader } from "@jessy-actions/kit/runner/inputs";
import { fileOf } from "../../../packages/coverage/testing/arbitrary-report.ts";
import type { MeasuredFacts } from "../src/facts.ts";
import { type Inputs, readInputs } from "../src/inputs.ts";

/** The inputs that a workflow writes so. @throws UserErrors as the action does. */
export async function inputsOf(written: Readonly<Record<string, string>> = {}): Promise<Inputs> {
  const reader = new InputReader(
    Object.fromEntries(Object.entries(written).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  );
  const inputs = await readInputs(reader);
  reader.finish();
  return inputs;
}

/**
 * Files with their lines as text: `1:1 2:0 3:0/2` is a hit, a miss, and a miss with two branches of which none was
 * taken.
 */
export function reportOf(files: Readonly<Record<string, string>>): CoverageReport {
  return {
    format: "lcov",
    files: new Map(
      Object.entries(files).map(([path, text]) => [
        path,
        fileOf(
          path,
          text.split(" ").map((each) => (builder) => {
            const [, line, hits, total] = /^(\d+):(\d+)(?:\/(\d+))?$/.exec(each) ?? [];
            builder.addLine(Number(line), Number(hits));
            if (total !== undefined) builder.addBranchCount(Number(line), Number(hits), Number(total));
          }),
        ),
      ]),
    ),
    sourceRoots: [],
    warnings: [],
  };
}

/** A file in which lines were added, or that is new as a whole. */
export function changed(path: string, ...added: (readonly [first: number, last: number])[]): DiffFile {
  const hunks = added.map(([first, last]) => ({
    oldStart: first - 1,
    oldCount: 0,
    newStart: first,
    newCount: last - first + 1,
  }));
  return { status: "modified", path, binary: false, added, removed: [], hunks };
}

export const BASE = "b".repeat(40);
export const HEAD = "c".repeat(40);

export function factsOf({
  head,
  base,
  diff = [],
  ...rest
}: {
  readonly head: Readonly<Record<string, string>>;
  readonly base?: Readonly<Record<string, string>>;
  readonly diff?: readonly DiffFile[];
} & Partial<MeasuredFacts>): MeasuredFacts {
  return {
    kind: "measured",
    context: { serverUrl: "https://github.com", repository: "org/demo", headSha: HEAD, pullRequest: 7 },
    isProposal: true,
    report: reportOf(head),
    reports: [{ file: "lcov.info", format: "lcov", bytes: 1234, files: 1, lines: { covered: 1, total: 2 } }],
    change: { state: "compared", base: BASE, diff },
    baseline:
      base === undefined
        ? { about: { state: "missing", reason: "there is none" } }
        : { about: { state: "exact", sha: BASE, distance: 0, reason: "the base" }, report: reportOf(base), diff },
    stale: [],
    notes: [],
    measuredAt: 1_700_000_000,
    ...rest,
  };
}
