import type { Block } from "@jessy-actions/kit/report/report";
import type { Result } from "../result.ts";

/** The default branch's times on this kind of machine and the head behind them, as a chart that GitHub draws. */
export function trendChart({ trend = [] }: Result): Block[] {
  if (trend.length === 0) return [];
  const values = trend.map(({ index }) => index);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const room = Math.max(1, (most - least) * 0.1);
  const labels = trend.map(({ sha }) => `"${sha.slice(0, 7)}"`);
  return [
    {
      kind: "details",
      summary: [{ strong: "Trend" }, ` of ${trend.length} commits on this kind of processor`],
      open: true,
      blocks: [
        {
          kind: "code",
          language: "mermaid",
          text: [
            "xychart-beta",
            '  title "Time of the default branch, then of this change (geometric mean, 100 = first)"',
            `  x-axis [${labels.join(", ")}]`,
            `  y-axis "index" ${(least - room).toFixed(2)} --> ${(most + room).toFixed(2)}`,
            `  line [${values.map((value) => value.toFixed(2)).join(", ")}]`,
          ].join("\n"),
        },
      ],
    },
  ];
}
