import { counted } from "@jessy-actions/kit/report/quantity";
import type { Block } from "@jessy-actions/kit/report/report";
import { percentOf } from "../gates/words.ts";
import type { Result } from "../result.ts";
import { MARKS } from "./marks.ts";
import { ratioText } from "./numbers.ts";
import { WEIGHT } from "./weights.ts";

/** Files that do not reach `per-file-min`, worst first. */
export function filesBelow({ filesBelowMinimum, gates }: Result): Block[] {
  const threshold = gates.find((gate) => gate.kind === "per-file")?.threshold;
  const files = filesBelowMinimum.filter(({ lines }) => lines.total > 0);
  if (files.length === 0 || threshold === undefined) return [];
  return [
    {
      kind: "details",
      summary: { strong: `${counted(files.length, "file")} below ${threshold} %` },
      blocks: [
        {
          kind: "table",
          columns: [
            { header: "Result" },
            { header: "Value", align: "right" },
            { header: "File" },
            { header: "Covered", align: "right" },
          ],
          rows: files.map(({ path, lines }) => [
            MARKS.fail,
            `${percentOf(lines, threshold)} %`,
            { code: path },
            ratioText(lines),
          ]),
          noun: "files",
          weight: WEIGHT.filesBelow,
        },
      ],
    },
  ];
}
