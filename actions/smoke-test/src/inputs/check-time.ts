import type { InputReader } from "@jessy-actions/kit/runner/inputs";
import type { Inputs } from "../inputs.ts";

/** Passes that cannot fit into the deadline would never hold. */
export function checkTime(
  reader: InputReader,
  { source, deadline, interval, defaults }: Pick<Inputs, "source" | "deadline" | "interval" | "defaults">,
): void {
  const passes = source.kind === "checks" ? source.checks.map((check) => check.passes) : [defaults.passes];
  const most = Math.max(1, ...passes);
  if ((most - 1) * interval >= deadline)
    reader.problem(
      "deadline",
      `is too short: ${most} passes with ${interval} ms between them take at least ${(most - 1) * interval} ms`,
    );
}
