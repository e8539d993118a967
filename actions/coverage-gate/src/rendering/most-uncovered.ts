import { count } from "@jessy-actions/kit/report/quantity";
import type { Block } from "@jessy-actions/kit/report/report";
import type { Result } from "../result.ts";
import { missedOf, percentText, ratioText } from "./numbers.ts";
import { WEIGHT } from "./weights.ts";

/** Where the whole repository's uncovered lines are: what to test next. */
export function mostUncoveredFiles({ mostUncovered = [] }: Result): Block[] {
  if (mostUncovered.length === 0) return [];
  return [
    {
      kind: "details",
      summary: { strong: "Files with most uncovered lines" },
      blocks: [
        {
          kind: "table",
          columns: [
            { header: "File" },
            { header: "Uncovered", align: "right" },
            { header: "Coverage", align: "right" },
            { header: "Covered", align: "right" },
          ],
          rows: mostUncovered.map(({ path, lines }) => [
            { code: path },
            count(missedOf(lines)),
            percentText(lines),
            ratioText(lines),
          ]),
          noun: "files",
          weight: WEIGHT.mostUncovered,
        },
      ],
    },
  ];
}
