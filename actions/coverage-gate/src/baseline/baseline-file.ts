import { resolve } from "node:path";
import type { PathMatcher } from "@jessy-actions/coverage/paths";
import { isSnapshot, readSnapshot } from "@jessy-actions/coverage/snapshot";
import { readFile } from "@jessy-actions/kit/runner/file-content";
import { ReportError } from "@jessy-actions/reading/report-error";
import { UserError } from "@jessy-actions/reading/user-error";
import type { BaselineFacts, Change } from "../facts.ts";
import { parseReportFile } from "../reports/parse-report-file.ts";
import { originOf } from "../reports/report-origin.ts";

/** How much of a file tells whether it is a snapshot. */
const HEAD_BYTES = 200;

/**
 * A report or snapshot that the user says is the base's. The change is then taken to start from it.
 *
 * @param path as written in the input `baseline`. @param directory that it is relative to, absolute.
 * @throws UserError naming the input, when the file cannot be used.
 */
export function readBaselineFile(
  path: string,
  change: Change,
  { matcher, directory }: { readonly matcher: PathMatcher; readonly directory: string },
): BaselineFacts {
  const absolute = resolve(directory, path);
  const about = { state: "file", file: path } as const;
  const diff = change.state === "compared" ? { diff: change.diff } : {};
  const shown = `input \`baseline\`: ${path}`;
  let bytes: Buffer;
  try {
    bytes = readFile(absolute);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UserError(`${shown} cannot be read (${code}); write \`auto\`, \`none\` or the path of a coverage report`);
  }
  if (!isSnapshot(bytes.subarray(0, HEAD_BYTES).toString())) {
    const { report } = parseReportFile(absolute, shown, "auto");
    return { about, report: matcher.match(report, originOf(absolute, directory, matcher.root)).report, ...diff };
  }
  try {
    const { report, meta } = readSnapshot([bytes]);
    return { about, report, gate: meta.gate, ...diff };
  } catch (error) {
    if (error instanceof ReportError) throw new UserError(`${shown}: ${error.message}`);
    throw error;
  }
}
