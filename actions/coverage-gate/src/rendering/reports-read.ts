import { count, counted } from "@jessy-actions/kit/report/quantity";
import type { Block } from "@jessy-actions/kit/report/report";
import type { Result } from "../result.ts";
import { ratioText } from "./numbers.ts";
import { WEIGHT } from "./weights.ts";

/** The report files that the numbers were made of. */
export function reportsRead({ reports }: Result): Block {
  return {
    kind: "details",
    summary: `${counted(reports.length, "report")} read`,
    blocks: [
      {
        kind: "table",
        columns: [
          { header: "Report" },
          { header: "Format" },
          { header: "Size", align: "right" },
          { header: "Files", align: "right" },
          { header: "Lines", align: "right" },
        ],
        rows: reports.map((report) => [
          { code: report.file },
          report.format,
          bytesText(report.bytes),
          count(report.files),
          ratioText(report.lines),
        ]),
        noun: "reports",
        weight: WEIGHT.reports,
      },
    ],
  };
}

function bytesText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
