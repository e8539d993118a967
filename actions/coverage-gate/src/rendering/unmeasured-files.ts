import { counted } from "@jessy-actions/kit/report/quantity";
import type { Block, Line } from "@jessy-actions/kit/report/report";
import type { Result } from "../result.ts";
import { WEIGHT } from "./weights.ts";

/** Changed files that `require-measured` matches and no report knows. */
export function unmeasuredFiles({ patch: { unmeasured } }: Result): Block[] {
  if (unmeasured.length === 0) return [];
  const items = unmeasured.map((path): Line => ({ code: path }));
  return [
    {
      kind: "details",
      summary: { strong: `${counted(unmeasured.length, "changed file")} in no report` },
      blocks: [{ kind: "list", items, noun: "files", weight: WEIGHT.filesBelow }],
    },
  ];
}
