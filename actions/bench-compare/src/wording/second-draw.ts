import type { Comparison } from "@jessy-actions/benchmarks/comparison";
import { counted } from "@jessy-actions/kit/report/quantity";
import { formatChange } from "./change.ts";

/** What fresh rounds said of a regression that was called in spite of the noise; undefined where none were asked for. */
export function secondDrawWords({
  secondDraw,
  margin,
  change = 0,
  samples = 0,
}: Pick<Comparison, "secondDraw" | "margin" | "change" | "samples">): string | undefined {
  if (secondDraw === undefined) return undefined;
  const fresh = counted(secondDraw.rounds, "fresh round");
  const again = secondDraw.change === undefined ? "" : formatChange(secondDraw.change, margin);
  return {
    confirmed: `confirmed by ${fresh}: ${again}`,
    refuted: `${formatChange(change, margin)} in ${counted(samples, "round")}, and ${fresh} rule it out: ${again}`,
    "not-confirmed": `${formatChange(change, margin)} in ${counted(samples, "round")}, and ${fresh} did not confirm it: ${again}`,
    unfinished: `not confirmed: there was time for only ${fresh}`,
    none: "not confirmed: nothing was measured after it had been called",
  }[secondDraw.outcome];
}
