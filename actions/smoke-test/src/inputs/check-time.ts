import type { InputReader } from "@jessy-actions/kit/runner/inputs";
import type { CheckSource } from "./check-source.ts";

interface CheckTime {
  readonly source: CheckSource;
  readonly defaults: { readonly passes: number };
  /** Milliseconds, both. */
  readonly deadline: number;
  readonly interval: number;
}

/** Passes that cannot fit into the deadline would never hold. */
export function checkTime(reader: InputReader, { source, deadline, interval, defaults }: CheckTime): void {
  const passes = source.kind === "checks" ? source.checks.map((check) => check.passes) : [defaults.passes];
  const most = Math.max(1, ...passes);
  if ((most - 1) * interval >= deadline)
    reader.problem(
      "deadline",
      `is ${deadline} ms, which is too short: ${most} passes with ${interval} ms between them take longer than ${(most - 1) * interval} ms; raise it, or lower \`passes\``,
    );
}
