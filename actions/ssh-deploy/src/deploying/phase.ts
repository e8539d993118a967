import type { HostFailure, PhaseName } from "../result.ts";
import type { Deployment } from "./deployment.ts";
import type { HostProgress } from "./host-progress.ts";

/** What a phase came to on one host. `note`: one line. */
export type PhaseEnd =
  | { readonly outcome: "ok" | "skipped" | "warned"; readonly note: string }
  | { readonly outcome: "failed"; readonly failure: HostFailure };

/** Does one phase on one host: times it, says how it ended in a line, and keeps both for the report. @returns whether it went well. */
export async function phase(
  { parts: { clock, log } }: Deployment,
  host: HostProgress,
  name: PhaseName,
  work: () => Promise<PhaseEnd>,
): Promise<boolean> {
  const start = clock.now();
  const end = await work();
  const duration = Math.round(clock.now() - start);
  const note = end.outcome === "failed" ? end.failure.message : end.note;
  host.phases.push({ phase: name, outcome: end.outcome, duration, note });
  if (end.outcome === "failed") host.fail(end.failure);
  const words = [host.plan.name, name, end.outcome, `${(duration / 1000).toFixed(2)} s`, note];
  log.info(words.filter((word) => word !== "").join("  "));
  return end.outcome !== "failed";
}
