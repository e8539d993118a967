import type { Annotation } from "@jessy-actions/kit/report/report";
import { functionsByRange } from "../numbers/functions-by-range.ts";
import type { Gate, LineRange, PatchFile } from "../result.ts";

/** Below every uncovered line: GitHub shows ten annotations, and a line that never ran says more than a branch. */
const PARTIAL_IMPORTANCE = -1_000_000;

/** Above every line: that a gate does not count is more than a line that is not covered. */
const ALLOWED_IMPORTANCE = 1;

/**
 * One for each gate that passes because an input allows it, although it was not judged or does not hold by the default
 * branch's scope: a pass that nobody should overlook.
 */
export function allowedAnnotations(gates: readonly Gate[]): Annotation[] {
  return gates
    .filter(({ unjudged, scope }) => unjudged?.allowed === true || scope?.allowed === true)
    .map(({ sentence, unjudged }) => ({
      level: "warning",
      title: unjudged === undefined ? "Coverage gate fails, allowed" : "Coverage gate not judged",
      message: sentence,
      importance: ALLOWED_IMPORTANCE,
    }));
}

/** One for each uncovered range, files with most uncovered lines first; ranges with untaken branches last. */
export function annotations(files: readonly PatchFile[]): Annotation[] {
  return files.flatMap((file, at) => {
    const functionOf = functionsByRange(file);
    const annotation = (range: LineRange, rest: string, importance: number): Annotation => {
      const inside = functionOf(range);
      const message = `Changed ${lines(range)}${inside === undefined ? "" : ` in ${inside}`} ${isOrAre(range)} ${rest}`;
      const [startLine, endLine] = range;
      return { level: "warning", title: "Coverage", message, file: file.path, startLine, endLine, importance };
    };
    return [
      ...file.missing.map((range) => annotation(range, "not covered by tests.", -at)),
      ...file.partial.map((range) =>
        annotation(range, "covered, but not every branch of it.", PARTIAL_IMPORTANCE - at),
      ),
    ];
  });
}

function lines([first, last]: LineRange): string {
  return first === last ? `line ${first}` : `lines ${first} to ${last}`;
}

function isOrAre([first, last]: LineRange): string {
  return first === last ? "is" : "are";
}
