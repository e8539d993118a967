import { counted } from "@jessy-actions/kit/report/quantity";
import type { Block, Inline } from "@jessy-actions/kit/report/report";
import type { Context, Result } from "../result.ts";
import { commitLink } from "./links.ts";

/** The last line: what the numbers were compared with. */
export function comparedWith({ baseline, context, patch }: Result): Block {
  const change: readonly Inline[] =
    patch.base === undefined ? [] : ["Changed lines since ", commit(context, patch.base), ". "];
  return { kind: "paragraph", text: { emphasis: [...change, ...baselineWords(baseline, context)] } };
}

function baselineWords(baseline: Result["baseline"], context: Context): readonly Inline[] {
  switch (baseline.state) {
    case "exact":
      return ["Baseline: ", commit(context, baseline.sha), "."];
    case "ancestor": {
      const distance = counted(baseline.distance, "commit");
      return ["Baseline: ", commit(context, baseline.sha), `, ${distance} before the base.`];
    }
    case "file":
      return ["Baseline: ", { code: baseline.file }, "."];
    case "missing":
    case "off":
    case "unavailable":
    case "unreadable":
      return ["No baseline."];
  }
}

function commit(context: Context, sha: string): Inline {
  return { link: { text: { code: sha.slice(0, 10) }, href: commitLink(context, sha) } };
}
