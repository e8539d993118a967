import { counted } from "@jessy-actions/kit/report/quantity";
import { countVerdicts } from "../judging/counts.ts";
import type { Finding, Judged } from "./gate.ts";

/** The machine was too unsteady to tell anything. It fails as `inconclusive` does. */
export function contamination(judged: Judged): Finding | undefined {
  if (!isUnsteady(judged)) return undefined;
  const moved = judged.control.moved.length;
  return {
    verdict: "inconclusive",
    fails: judged.rules.failOn.includes("inconclusive"),
    outcome: "contaminated",
    words:
      moved > 0
        ? `the machine was too unsteady to blame the change: the base differs from itself in ${counted(moved, "metric")}`
        : "the machine was too unsteady to blame the change: both sides are the same program, and yet they differ",
  };
}

/**
 * Whether times say more about the machine than about the change: the base differs from itself, or one and the same program from itself where no
 * control ran. With a steady control such a program may differ for another reason: it may read other data.
 */
export function isUnsteady({ comparisons, control, run }: Pick<Judged, "comparisons" | "control" | "run">): boolean {
  if (control.state === "moved") return true;
  const { regressed, improved } = countVerdicts(comparisons);
  return run?.identical === true && control.state === "off" && regressed + improved > 0;
}
