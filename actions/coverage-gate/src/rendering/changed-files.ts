import { MARK } from "@jessy-actions/kit/report/mark";
import { counted } from "@jessy-actions/kit/report/quantity";
import type { Block, Line } from "@jessy-actions/kit/report/report";
import type { FileChange, Result } from "../result.ts";
import { changeText, percentText, ratioText } from "./numbers.ts";
import { WEIGHT } from "./weights.ts";

/** Files whose coverage is another one than in the baseline: before, now and the difference. */
export function changedFiles({ fileChanges }: Result): Block[] {
  if (fileChanges === undefined || fileChanges.files.length === 0) return [];
  const { count, files } = fileChanges;
  const omitted = count - files.length;
  return [
    {
      kind: "details",
      summary: [{ strong: counted(count, "file") }, ` changed ${count === 1 ? "its" : "their"} coverage`],
      blocks: [
        {
          kind: "table",
          columns: [
            { header: "Result" },
            { header: "Change", align: "right" },
            { header: "File" },
            { header: "Before → now", align: "right" },
            { header: "Covered", align: "right" },
          ],
          rows: files.map(rowOf),
          noun: "files",
          weight: WEIGHT.fileChanges,
        },
        ...(omitted > 0
          ? [{ kind: "paragraph", text: `${counted(omitted, "more file")} changed less.` } as const]
          : []),
      ],
    },
  ];
}

function rowOf(change: FileChange): Line[] {
  const { path, before, now } = change;
  return [
    directionOf(change),
    changeText(before, now),
    { code: path },
    [before, now].map((ratio) => (ratio === undefined ? "none" : percentText(ratio))).join(" → "),
    now === undefined ? "" : ratioText(now),
  ];
}

function directionOf({ before, now }: FileChange): string {
  if (before === undefined) return `${MARK.new} new`;
  if (now === undefined) return `${MARK.neutral} gone`;
  return now.covered * before.total < before.covered * now.total ? "🔴 fell" : "🟢 rose";
}
