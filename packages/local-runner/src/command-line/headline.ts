import { readFileSync } from "node:fs";
import type { StepResult } from "../step/run-action.ts";

/** The verdict in words, as our actions write it into the file that their output `result-file` names; undefined of other actions. */
export function headlineOf({ outputs }: Pick<StepResult, "outputs">): string | undefined {
  try {
    const { headline } = JSON.parse(readFileSync(outputs.get("result-file") ?? "", "utf8")) as { headline?: unknown };
    return typeof headline === "string" ? headline : undefined;
  } catch {
    return undefined;
  }
}
