import { DETECTION_BYTES, type ReportFormat } from "@jessy-actions/coverage/format";
import { detectFormat, formatNamed, REPORT_FORMATS } from "@jessy-actions/coverage/formats";
import type { CoverageReport } from "@jessy-actions/coverage/model";
import { type OpenFile, withFile } from "@jessy-actions/kit/runner/file-content";
import { quote } from "@jessy-actions/kit/runner/inputs";
import { ReportError } from "@jessy-actions/reading/report-error";
import { UserError } from "@jessy-actions/reading/user-error";
import type { Inputs } from "../inputs.ts";

export interface ParsedFile {
  readonly format: ReportFormat;
  readonly bytes: number;
  readonly report: CoverageReport;
}

/**
 * One report file, in its own paths.
 *
 * @param shown how messages call the file.
 * @throws UserError naming it, when it is empty, damaged, in no known format, or names no source file.
 */
export function parseReportFile(path: string, shown: string, expected: Inputs["format"]): ParsedFile {
  return withFile(path, (file) => parse(file, shown, expected));
}

function parse(file: OpenFile, shown: string, expected: Inputs["format"]): ParsedFile {
  try {
    const bytes = file.size;
    if (bytes === 0) throw new UserError(`${shown} is empty; the test run wrote no coverage into it`);
    const format = expected === "auto" ? detectFormat(file.head(DETECTION_BYTES)) : formatNamed(expected);
    if (format === undefined) {
      throw new UserError(
        `${shown} is in no known format (${REPORT_FORMATS.map((known) => known.name).join(", ")}); it begins with ${quote(new TextDecoder().decode(file.head(40)))}`,
      );
    }
    const report = format.parse(file.chunks());
    if (report.files.size === 0)
      throw new UserError(`${shown} (${format.title}) names no source file; the test run measured nothing`);
    return { format, bytes, report };
  } catch (error) {
    if (error instanceof ReportError) throw new UserError(`${shown}: ${error.message}`, { cause: error });
    throw error;
  }
}
