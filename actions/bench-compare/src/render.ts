import { prose } from "@jessy-actions/kit/report/prose";
import type { Block, Report } from "@jessy-actions/kit/report/report";
import { alerts } from "./rendering/alerts.ts";
import { annotations } from "./rendering/annotations.ts";
import { comparisonTables } from "./rendering/comparison-table.ts";
import { forestPlot } from "./rendering/forest-plot.ts";
import { forestText } from "./rendering/forest-text.ts";
import { geomeanOutputs } from "./rendering/geomean-outputs.ts";
import { method } from "./rendering/method.ts";
import { trendChart } from "./rendering/trend-chart.ts";
import type { Result } from "./result.ts";

/** The program's output is what explains a crash: rows of tables are cut before it. */
const OUTPUT_WEIGHT = 1;

/** A result in words, tables and pictures. Pure: the same result gives the same bytes. */
export function render(result: Result): Report {
  const title = result.name === "" ? "Benchmarks" : `Benchmarks: ${result.name}`;
  const opening: Block[] = [...alerts(result), ...problemOutput(result), ...comparisonTables(result)];
  const closing: Block[] = [...notes(result), ...method(result)];
  return {
    title,
    comment: [...opening, ...closing],
    summary: [...opening, ...forestText(result), ...trendChart(result), ...closing],
    annotations: annotations(result),
    outputs: {
      verdict: result.verdict,
      outcome: result.outcome,
      regressed: String(result.counts.regressed),
      improved: String(result.counts.improved),
      inconclusive: String(result.counts.inconclusive),
      ...geomeanOutputs(result),
    },
    files: [
      { name: "result.json", content: `${JSON.stringify(result)}\n`, output: "result-file" },
      {
        name: "changes.svg",
        content: forestPlot(result.comparisons, `${title}: head against base`, result.rules.margin),
        output: "chart-file",
      },
    ],
  };
}

function problemOutput({ problem }: Result): Block[] {
  if (problem?.output === undefined) return [];
  return [
    {
      kind: "details",
      summary: { strong: "The end of its output" },
      open: true,
      blocks: [{ kind: "code", text: problem.output, weight: OUTPUT_WEIGHT }],
    },
  ];
}

function notes({ notes }: Result): Block[] {
  return notes.length === 0 ? [] : [{ kind: "list", items: notes.map(prose), noun: "notes" }];
}
