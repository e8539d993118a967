import type { Report } from "@jessy-actions/kit/report/report";
import type { Result } from "./result.ts";

/** From the result alone. Pure. */
export function render(_result: Result): Report {
  throw new Error("not built yet");
}
