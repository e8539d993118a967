import { enclosingFunctions } from "@jessy-actions/coverage/enclosing-functions";
import type { CoverageReport } from "@jessy-actions/coverage/model";
import type { PatchFileCoverage } from "@jessy-actions/coverage/patch";
import type { PatchFile } from "../result.ts";

/** Changed files, each with the functions that its uncovered ranges start in, where the report names functions. */
export function patchFiles(report: CoverageReport, files: readonly PatchFileCoverage[]): PatchFile[] {
  return files.map((file) => {
    const table = report.files.get(file.path)?.functions;
    const functions = table === undefined ? [] : enclosingFunctions(table, [...file.missing, ...file.partial]);
    return functions.length === 0 ? file : { ...file, functions };
  });
}
