import { type Comparison, type ComparisonVerdict, titleOf } from "@jessy-actions/benchmarks/comparison";
import { loweredAlerts } from "@jessy-actions/kit/report/lowered-input";
import { prose } from "@jessy-actions/kit/report/prose";
import type { Annotation, Block, Column, Line, Report } from "@jessy-actions/kit/report/report";
import { isFailure } from "./evaluate.ts";
import type { Facts } from "./facts.ts";
import { type TrendPoint, trendIndex } from "./history/trend.ts";
import { formatChange, formatFraction, formatInterval } from "./wording/change.ts";
import { forestPlot } from "./rendering/forest-plot.ts";
import { formatDuration, formatValue } from "./wording/value.ts";
import type { Result } from "./result.ts";

/** What is cut first when a place is too small: the higher, the sooner. */
const WEIGHT = { shown: 5, unchanged: 4, added: 3, notable: 1 } as const;

/** Unchanged benchmarks that are worth an open table when there is nothing else to show. */
const FEW = 12;

/** A result in words, tables and pictures. Pure: the same result gives the same bytes. */
export function render(result: Result, _inputs: unknown, facts: Facts): Report {
  const title = result.name === "" ? "Benchmarks" : `Benchmarks: ${result.name}`;
  const blocks: Block[] = [...alerts(result), ...problemOutput(result), ...tables(result)];
  const closing: Block[] = [...notes(result), ...statistics(result)];
  return {
    title,
    verdict: result.verdict,
    headline: result.headline,
    comment: [...blocks, ...closing],
    summary: [...blocks, ...(facts.kind === "published" ? [] : trendChart(result, facts.trend)), ...closing],
    annotations: annotations(result),
    outputs: {
      verdict: result.verdict,
      outcome: result.outcome,
      regressed: String(result.counts.regressed),
      improved: String(result.counts.improved),
      inconclusive: String(result.counts.inconclusive),
      geomean: result.geomean === undefined ? "" : result.geomean.toFixed(4),
    },
    files: [
      { name: "result.json", content: `${JSON.stringify(result)}\n`, output: "result-file" },
      {
        name: "changes.svg",
        content: forestPlot(result.comparisons, `${title}: head against base`, result.rules.margin),
        output: "chart-file",
      },
    ],
    fails: isFailure(result),
  };
}

function alerts(result: Result): Block[] {
  const blocks: Block[] = loweredAlerts(result.lowered);
  if (result.outcome === "contaminated") {
    const moved = result.control.moved
      .slice(0, 5)
      .flatMap((comparison, at): readonly Line[] => [
        at === 0 ? " " : ", ",
        { code: titleOf(comparison) },
        ` ${formatChange(comparison.change ?? 0, comparison.margin)}`,
      ]);
    blocks.push({
      kind: "alert",
      level: "warning",
      text: [
        "Changes in time below are not blamed on this change: ",
        result.control.moved.length > 0
          ? "the base, run against itself in the same rounds, moved as well."
          : "both sides are byte for byte the same program.",
        ...moved.flat(),
        moved.length > 0 ? ". Run the job again." : " Run the job again.",
      ],
    });
  }
  if (result.ignoredBy !== undefined) {
    blocks.push({
      kind: "alert",
      level: "important",
      text: ["The label ", { code: result.ignoredBy }, " lets the regression pass."],
    });
  }
  return blocks;
}

function problemOutput({ problem }: Result): Block[] {
  if (problem?.output === undefined) return [];
  return [
    {
      kind: "details",
      summary: { strong: "The end of what it wrote" },
      open: true,
      blocks: [{ kind: "code", text: problem.output, weight: WEIGHT.notable }],
    },
  ];
}

const COLUMNS: readonly Column[] = [
  { header: "Benchmark" },
  { header: "Base", align: "right" },
  { header: "Head", align: "right" },
  { header: "Change", align: "right" },
  { header: "Interval", align: "right" },
  { header: "Verdict" },
];

const MARKS: Readonly<Record<ComparisonVerdict, string>> = {
  regressed: "🔴",
  improved: "🟢",
  ok: "⚪",
  inconclusive: "🟡",
  new: "🆕",
  missing: "❌",
  broken: "💥",
  shown: "",
};

function tables(result: Result): Block[] {
  const of = (...verdicts: readonly ComparisonVerdict[]) =>
    result.comparisons.filter(({ verdict }) => verdicts.includes(verdict));
  const notable = of("regressed", "broken", "missing", "inconclusive", "improved");
  const unchanged = of("ok");
  const blocks: Block[] = [];
  if (notable.length > 0) blocks.push(table(notable, WEIGHT.notable));
  if (unchanged.length > 0) {
    const worst = unchanged.reduce((most, { detectable = 0 }) => Math.max(most, detectable), 0);
    const seen = worst > 0 ? `, a slowdown of ${formatFraction(worst)} would have been seen in each` : "";
    blocks.push(
      notable.length === 0 && unchanged.length <= FEW
        ? table(unchanged, WEIGHT.unchanged)
        : details([{ strong: `${unchanged.length} unchanged` }, seen], unchanged, WEIGHT.unchanged),
    );
  }
  const added = of("new");
  if (added.length > 0) blocks.push(details({ strong: `${added.length} new` }, added, WEIGHT.added));
  const shown = of("shown");
  if (shown.length > 0) blocks.push(details([{ strong: `${shown.length} not judged` }], shown, WEIGHT.shown));
  return blocks;
}

function details(summary: Line, comparisons: readonly Comparison[], weight: number): Block {
  return { kind: "details", summary, blocks: [table(comparisons, weight)] };
}

function table(comparisons: readonly Comparison[], weight: number): Block {
  const rows = comparisons.map(rowOf);
  // A column without a single word only makes the table wider.
  const used = COLUMNS.map((_, at) => rows.some((row) => row[at] !== ""));
  return {
    kind: "table",
    columns: COLUMNS.filter((_, at) => used[at]),
    rows: rows.map((row) => row.filter((_, at) => used[at])),
    noun: "benchmarks",
    weight,
  };
}

function rowOf(comparison: Comparison): Line[] {
  const { verdict, metric, base, head, change, low, high, margin } = comparison;
  // `allocs/op` stands in the name already.
  const unit = metric.name === metric.unit ? "" : metric.unit;
  const text = change === undefined ? "" : unbroken(formatChange(change, margin));
  return [
    { code: titleOf(comparison) },
    base === undefined ? "" : unbroken(formatValue(base, unit)),
    head === undefined ? "" : unbroken(formatValue(head, unit)),
    verdict === "regressed" || verdict === "improved" ? { strong: text } : text,
    low === undefined || high === undefined ? "" : unbroken(formatInterval(low, high, margin)),
    verdictText(comparison),
  ];
}

/** A number and its unit stay on one line, however narrow the comment is. */
function unbroken(text: string): string {
  return text.replaceAll(" ", "\u00a0");
}

function verdictText({ verdict, detectable, reason }: Comparison): string {
  const mark = MARKS[verdict] === "" ? "" : `${MARKS[verdict]}\u00a0`;
  const word = verdict === "shown" ? "" : verdict;
  const more =
    reason !== undefined
      ? reason
      : verdict === "inconclusive" && detectable !== undefined
        ? `could have seen ≥ ${formatFraction(detectable)}`
        : "";
  return `${mark}${word}${word !== "" && more !== "" ? ": " : ""}${more}`;
}

/** The default branch's times on this kind of machine, and the head behind them. */
function trendChart(result: Result, trend: readonly TrendPoint[]): Block[] {
  const times = headTimes(result);
  const points = [...trend, ...(times.size === 0 ? [] : [{ sha: result.context.head, at: 0, times }])];
  if (points.length < 3) return [];
  const index = trendIndex(points);
  const [least, most] = [Math.min(...index), Math.max(...index)];
  const room = Math.max(1, (most - least) * 0.1);
  const labels = points.map(({ sha }) => `"${sha.slice(0, 7)}"`);
  return [
    {
      kind: "details",
      summary: [{ strong: "Trend" }, ` of ${points.length} commits on this kind of processor`],
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
            `  line [${index.map((value) => value.toFixed(2)).join(", ")}]`,
          ].join("\n"),
        },
      ],
    },
  ];
}

/** What the head measured, as a point of the trend. */
function headTimes({ comparisons }: Pick<Result, "comparisons">): ReadonlyMap<string, number> {
  return new Map(
    comparisons.flatMap(({ benchmark, metric, head }): [string, number][] =>
      metric.name === "time" && metric.unit === "ns" && head !== undefined && head > 0 ? [[benchmark, head]] : [],
    ),
  );
}

function notes(result: Result): Block[] {
  if (result.notes.length === 0) return [];
  return [{ kind: "list", items: result.notes.map((note): Line => ["ℹ️ ", ...prose(note)]), noun: "notes" }];
}

/** How it was measured, so that a reader can tell what to think of it. */
function statistics(result: Result): Block[] {
  const { run, files, geomean, control, machine, rules, context } = result;
  const sentences: string[] = [];
  if (geomean !== undefined) sentences.push(`Geometric mean of the times: ${formatChange(geomean - 1)}.`);
  if (run !== undefined && run.rounds > 0) {
    sentences.push(
      `${run.rounds} rounds in ${formatDuration(run.time.measuring)}${run.time.build > 1000 ? `, after ${formatDuration(run.time.build)} of building` : ""}, base and head taking turns.`,
    );
  }
  if (control.state === "steady" && control.noise !== undefined)
    sentences.push(`Null control: the base against itself did not move (± ${formatFraction(control.noise)} at most).`);
  if (run !== undefined && !run.nullControl) sentences.push("No null control.");
  if (run !== undefined || files !== undefined) {
    sentences.push(`Margin ${percent(rules.margin)}, ${percent(rules.alpha)} chance of any false regression.`);
  }
  if (run !== undefined) sentences.push(`${machine.cpu}, ${machine.cores} ${machine.cores === 1 ? "core" : "cores"}.`);
  const isCompared = context.base !== undefined && run !== undefined;
  return [
    {
      kind: "paragraph",
      text: {
        emphasis: isCompared
          ? [
              { code: context.base.slice(0, 10) },
              " → ",
              { code: context.head.slice(0, 10) },
              ` (${context.reason.replaceAll("`", "")}). ${sentences.join(" ")}`,
            ]
          : sentences.join(" "),
      },
    },
  ];
}

/** A setting, as it was written. */
function percent(fraction: number): string {
  return `${Number((fraction * 100).toPrecision(6))} %`;
}

function annotations(result: Result): Annotation[] {
  const blamed = result.comparisons.filter(
    ({ verdict, metric }) =>
      verdict === "regressed" && (result.outcome !== "contaminated" || metric.judgement === "exact"),
  );
  const level = result.ignoredBy === undefined ? "error" : "warning";
  const regressions = blamed.map((comparison, at): Annotation => {
    const { change = 0, low = 0, high = 0, margin } = comparison;
    return {
      level,
      title: "Benchmark regression",
      message: `${titleOf(comparison)}: ${formatChange(change, margin)}${comparison.low === undefined ? "" : ` ${formatInterval(low, high, margin)}`}`,
      importance: blamed.length - at,
    };
  });
  if (result.verdict === "inconclusive")
    return [{ level: "warning", title: "Benchmarks inconclusive", message: result.headline }];
  return regressions;
}
