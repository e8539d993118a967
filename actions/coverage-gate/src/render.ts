import type { Ratio } from "@jessy-actions/coverage/model";
import { floorPercent, formatPoints, percentBeside, pointsBetween } from "@jessy-actions/coverage/ratio";
import { fileTotals } from "@jessy-actions/coverage/totals";
import { writeCobertura } from "@jessy-actions/coverage/writers/cobertura";
import { writeLcov } from "@jessy-actions/coverage/writers/lcov";
import { loweredAlerts } from "@jessy-actions/kit/report/lowered-input";
import { prose } from "@jessy-actions/kit/report/prose";
import { count, plural } from "@jessy-actions/kit/report/quantity";
import type { Annotation, Block, Column, Line, Report, ResultFile } from "@jessy-actions/kit/report/report";
import { parseDecimal } from "@jessy-actions/reading/decimal";
import { badgeSvg, coverageBadge, shieldsEndpoint } from "./badge.ts";
import { commitLink, diffLink } from "./diff-link.ts";
import type { Facts } from "./facts.ts";
import type { Inputs } from "./inputs.ts";
import type { Context, Gate, GateKind, LineRange, MovementPart, PatchFile, Result } from "./result.ts";

/** Ranges of one file in one cell; the result file has them all. */
const MAX_RANGES_SHOWN = 12;

/** Of the whole repository, in the summary. */
const MAX_UNCOVERED_FILES = 15;

/** What is cut first when a place is too small: the higher, the sooner. */
const WEIGHT = { mostUncovered: 6, reports: 5, indirect: 4, filesBelow: 3, uncovered: 2 } as const;

/** A result in words, tables and files. Pure: the same result gives the same bytes. */
export function render(result: Result, inputs: Pick<Inputs, "annotations" | "failOn">, facts: Facts): Report {
  const blocks: Block[] = [
    ...loweredAlerts(result.loweredGates),
    numbersTable(result),
    ...failedGates(result),
    ...uncoveredLines(result),
    ...unmeasuredFiles(result),
    ...filesBelowMinimum(result),
    ...totalMovement(result),
    ...indirectChanges(result),
  ];
  const closing: Block[] = [...notes(result), { kind: "paragraph", text: { emphasis: comparedWith(result) } }];
  const badge = coverageBadge(
    result.name === "" ? "coverage" : `coverage ${result.name}`,
    percent(result.total.lines),
    gateOf(result, "line")?.verdict !== "fail",
  );
  return {
    title: result.name === "" ? "Coverage" : `Coverage: ${result.name}`,
    verdict: result.verdict,
    headline: result.headline,
    comment: [...blocks, ...closing],
    summary: [...blocks, ...mostUncovered(facts), reportsRead(result), ...closing],
    annotations: inputs.annotations ? annotations(result) : [],
    outputs: outputs(result),
    files: [
      { name: "result.json", content: `${JSON.stringify(result)}\n`, output: "result-file" },
      { name: "badge.svg", content: badgeSvg(badge), output: "badge-file" },
      { name: "badge.json", content: shieldsEndpoint(badge), output: "badge-endpoint-file" },
      ...mergedReports(facts),
    ],
    fails:
      result.verdict !== "pass" &&
      (inputs.failOn === "gate" || result.loweredGates.some(({ input }) => input === "fail-on")),
  };
}

/** For other tools: GitHub's own code coverage, editors, a second gate. */
function mergedReports(facts: Facts): ResultFile[] {
  if (facts.kind === "published") return [];
  return [
    { name: "cobertura.xml", content: writeCobertura(facts.report, facts.measuredAt), output: "cobertura-file" },
    { name: "lcov.info", content: writeLcov(facts.report), output: "lcov-file" },
  ];
}

function outputs(result: Result): Record<string, string> {
  return {
    verdict: result.verdict,
    "line-coverage": percent(result.total.lines) ?? "",
    "branch-coverage": percent(result.total.branches) ?? "",
    "function-coverage": percent(result.total.functions) ?? "",
    "patch-coverage": (result.patch.lines && percent(result.patch.lines)) ?? "",
    decrease:
      result.base === undefined || result.base.lines.total === 0
        ? ""
        : negated(formatPoints(pointsBetween(result.base.lines, result.total.lines))),
    "baseline-sha": "sha" in result.baseline ? result.baseline.sha : "",
  };
}

/** `+1.20` risen is `-1.20` lost. */
function negated(points: string): string {
  return points.startsWith("-") ? points.slice(1) : points === "0.00" ? points : points.replace("+", "-");
}

const NUMBER_COLUMNS: readonly Column[] = [
  { header: "" },
  { header: "Coverage", align: "right" },
  { header: "Covered", align: "right" },
  { header: "Change", align: "right" },
  { header: "Needs", align: "right" },
  { header: "", align: "center" },
];

/** Total, changed lines and components: the one table that is always there. */
function numbersTable(result: Result): Block {
  const { total, base, patch } = result;
  const rows: Line[][] = [numberRow(result, { strong: "Lines" }, total.lines, base?.lines, "line")];
  if (total.branches.total > 0 || gateOf(result, "branch") !== undefined) {
    rows.push(numberRow(result, { strong: "Branches" }, total.branches, base?.branches, "branch"));
  }
  if (total.functions.total > 0 || gateOf(result, "function") !== undefined) {
    rows.push(numberRow(result, { strong: "Functions" }, total.functions, base?.functions, "function"));
  }
  if (patch.lines !== undefined)
    rows.push(numberRow(result, { strong: "Changed lines" }, patch.lines, undefined, "patch"));
  if (patch.branches !== undefined && (patch.branches.total > 0 || gateOf(result, "patch-branch") !== undefined)) {
    rows.push(numberRow(result, { strong: "Changed branches" }, patch.branches, undefined, "patch-branch"));
  }
  for (const component of result.components) {
    rows.push(
      numberRow(result, [component.name], component.total.lines, component.base?.lines, "line", component.name),
    );
    // Changed lines of a part are worth a row when they are judged, or not all covered.
    const { patch: changed } = component;
    const isJudged = gateOf(result, "patch", component.name) !== undefined;
    if (changed !== undefined && changed.total > 0 && (isJudged || changed.covered < changed.total)) {
      rows.push(numberRow(result, [component.name, ", changed lines"], changed, undefined, "patch", component.name));
    }
  }
  // A column that says nothing (no baseline, no minimums) only makes the table wider.
  const used = NUMBER_COLUMNS.map((_, at) => at < 3 || rows.some((row) => row[at] !== ""));
  return {
    kind: "table",
    columns: NUMBER_COLUMNS.filter((_, at) => used[at]),
    rows: rows.map((row) => row.filter((_, at) => used[at])),
    noun: "components",
  };
}

function numberRow(
  result: Result,
  name: Line,
  ratio: Ratio,
  base: Ratio | undefined,
  kind: GateKind,
  component?: string,
): Line[] {
  const gate = gateOf(result, kind, component);
  const change =
    base === undefined || base.total === 0 || ratio.total === 0 ? "" : formatPoints(pointsBetween(base, ratio));
  const minimum = gate === undefined ? undefined : parseDecimal(gate.threshold);
  const shown = ratio.total === 0 || minimum === undefined ? percent(ratio) : percentBeside(ratio, minimum);
  return [
    name,
    shown === undefined ? "none measured" : { strong: `${shown} %` },
    `${count(ratio.covered)} / ${count(ratio.total)}`,
    change,
    gate === undefined ? "" : `${gate.threshold} %`,
    gate === undefined ? "" : VERDICT_MARK[gate.verdict],
  ];
}

const VERDICT_MARK = { pass: "✅", fail: "❌", skipped: "➖" } as const;

function failedGates(result: Result): Block[] {
  const items = result.gates
    .filter((gate) => gate.verdict !== "pass")
    .sort((a, b) => (a.verdict === b.verdict ? 0 : a.verdict === "fail" ? -1 : 1))
    .map((gate): Line => [`${VERDICT_MARK[gate.verdict]} `, ...prose(gate.sentence)]);
  const decrease = result.gates.find((gate) => gate.kind === "decrease" && gate.verdict === "pass");
  if (decrease !== undefined) items.push([`${VERDICT_MARK.pass} `, ...prose(decrease.sentence)]);
  return items.length === 0 ? [] : [{ kind: "list", items, noun: "gates" }];
}

function uncoveredLines(result: Result): Block[] {
  const files = result.patch.files.filter((file) => file.missing.length > 0 || file.partial.length > 0);
  if (files.length === 0) return [];
  return [
    {
      kind: "details",
      summary: uncoveredSummary(files),
      open: files.length <= 10,
      blocks: [
        {
          kind: "table",
          columns: [{ header: "File" }, { header: "Covered", align: "right" }, { header: "Uncovered changed lines" }],
          rows: files.map((file) => [{ code: file.path }, ratioText(file.lines), rangeLinks(result.context, file)]),
          noun: "files",
          weight: WEIGHT.uncovered,
        },
      ],
    },
  ];
}

/** `7 uncovered changed lines in 3 files, untaken branches in 2 more` */
function uncoveredSummary(files: readonly PatchFile[]): Line {
  const uncovered = files.filter((file) => file.missing.length > 0);
  const onlyPartial = files.length - uncovered.length;
  const inFiles = (number: number) => `${count(number)} ${plural(number, "file")}`;
  if (uncovered.length === 0) return [{ strong: "Changed lines with untaken branches" }, ` in ${inFiles(onlyPartial)}`];
  const missed = uncovered.reduce((sum, file) => sum + file.lines.total - file.lines.covered, 0);
  const more = onlyPartial === 0 ? "" : `, untaken branches in ${count(onlyPartial)} more`;
  return [
    { strong: `${count(missed)} uncovered changed ${plural(missed, "line")}` },
    ` in ${inFiles(uncovered.length)}${more}`,
  ];
}

function rangeLinks(context: Context, file: PatchFile): Line {
  const ranges = [
    ...file.missing.map((range) => ({ range, mark: "" })),
    ...file.partial.map((range) => ({ range, mark: " (branch)" })),
  ].sort((a, b) => a.range[0] - b.range[0]);
  const shown = ranges
    .slice(0, MAX_RANGES_SHOWN)
    .flatMap(({ range, mark }, at): readonly Line[] => [
      at === 0 ? "" : ", ",
      { link: { text: `${rangeText(range)}${mark}`, href: diffLink(context, file.path, range) } },
    ]);
  const rest = ranges.length - MAX_RANGES_SHOWN;
  return [...shown.flat(), rest > 0 ? ` and ${rest} more` : ""];
}

function unmeasuredFiles(result: Result): Block[] {
  const { unmeasured } = result.patch;
  if (unmeasured.length === 0) return [];
  return [
    {
      kind: "details",
      summary: { strong: `${count(unmeasured.length)} changed ${plural(unmeasured.length, "file")} in no report` },
      blocks: [
        { kind: "list", items: unmeasured.map((path) => ({ code: path })), noun: "files", weight: WEIGHT.filesBelow },
      ],
    },
  ];
}

function filesBelowMinimum(result: Result): Block[] {
  const files = result.filesBelowMinimum;
  if (files.length === 0) return [];
  return [
    {
      kind: "details",
      summary: {
        strong: `${count(files.length)} ${plural(files.length, "file")} below ${gateOf(result, "per-file")?.threshold ?? ""} %`,
      },
      blocks: [
        {
          kind: "table",
          columns: [{ header: "File" }, { header: "Coverage", align: "right" }, { header: "Covered", align: "right" }],
          rows: files.map((file) => [{ code: file.path }, `${percent(file.lines) ?? ""} %`, ratioText(file.lines)]),
          noun: "files",
          weight: WEIGHT.filesBelow,
        },
      ],
    },
  ];
}

const CAUSES: Readonly<Record<MovementPart["cause"], string>> = {
  added: "Lines added or edited",
  removed: "Lines removed or edited",
  "newly-covered": "Untouched lines now covered",
  "no-longer-covered": "Untouched lines no longer covered",
  joined: "Files that joined the report",
  left: "Files that left the report",
  remeasured: "Untouched lines measured otherwise",
};

/** Why the total is another one: the rows add up to the difference. */
function totalMovement(result: Result): Block[] {
  const parts = result.movement?.parts ?? [];
  if (parts.length === 0 || result.base === undefined) return [];
  const rows: Line[][] = [
    [
      "Before",
      count(result.base.lines.covered),
      count(result.base.lines.total),
      "",
      `${percent(result.base.lines) ?? "none"} %`,
    ],
    ...parts.map((part): Line[] => [
      CAUSES[part.cause],
      signed(part.covered),
      signed(part.total),
      count(part.files),
      "",
    ]),
    [
      { strong: "Now" },
      count(result.total.lines.covered),
      count(result.total.lines.total),
      "",
      { strong: `${percent(result.total.lines) ?? "none"} %` },
    ],
  ];
  return [
    {
      kind: "details",
      summary: { strong: "Why the total moved" },
      blocks: [
        {
          kind: "table",
          columns: [
            { header: "" },
            { header: "Covered", align: "right" },
            { header: "Measured", align: "right" },
            { header: "Files", align: "right" },
            { header: "", align: "right" },
          ],
          rows,
        },
      ],
    },
  ];
}

function indirectChanges(result: Result): Block[] {
  const files = result.movement?.indirect ?? [];
  if (files.length === 0) return [];
  return [
    {
      kind: "details",
      summary: [
        { strong: "Coverage of untouched lines changed" },
        ` in ${count(files.length)} ${plural(files.length, "file")}`,
      ],
      blocks: [
        {
          kind: "table",
          columns: [{ header: "File" }, { header: "Now covered", align: "right" }, { header: "No longer covered" }],
          rows: files.map((file) => [
            { code: file.path },
            file.newlyCovered === 0 ? "" : count(file.newlyCovered),
            file.noLongerCovered.slice(0, MAX_RANGES_SHOWN).map(rangeText).join(", ") +
              (file.noLongerCovered.length > MAX_RANGES_SHOWN ? " ..." : ""),
          ]),
          noun: "files",
          weight: WEIGHT.indirect,
        },
      ],
    },
  ];
}

/** Where the whole repository's missing lines are: what to test next. */
function mostUncovered(facts: Facts): Block[] {
  if (facts.kind === "published") return [];
  const files = [...facts.report.files.values()]
    .map((file) => ({ path: file.path, lines: fileTotals(file, "lines").lines }))
    .filter(({ lines }) => lines.covered < lines.total)
    .sort((a, b) => missedOf(b.lines) - missedOf(a.lines) || (a.path < b.path ? -1 : 1))
    .slice(0, MAX_UNCOVERED_FILES);
  if (files.length === 0) return [];
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
          rows: files.map(({ path, lines }) => [
            { code: path },
            count(missedOf(lines)),
            `${percent(lines) ?? ""} %`,
            ratioText(lines),
          ]),
          noun: "files",
          weight: WEIGHT.mostUncovered,
        },
      ],
    },
  ];
}

function missedOf(ratio: Ratio): number {
  return ratio.total - ratio.covered;
}

function reportsRead(result: Result): Block {
  return {
    kind: "details",
    summary: `${count(result.reports.length)} ${plural(result.reports.length, "report")} read`,
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
        rows: result.reports.map((report) => [
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

function notes(result: Result): Block[] {
  if (result.notes.length === 0) return [];
  return [
    {
      kind: "list",
      items: result.notes.map((note) => [`${note.level === "warning" ? "⚠️" : "ℹ️"} `, ...prose(note.text)]),
      noun: "notes",
    },
  ];
}

function comparedWith({ baseline, context, patch }: Result): Line {
  const patchPart = patch.base === undefined ? "" : [`Changed lines since `, commit(context, patch.base), ". "];
  switch (baseline.state) {
    case "exact":
      return [...patchPart, "Baseline: ", commit(context, baseline.sha), "."];
    case "ancestor":
      return [
        ...patchPart,
        "Baseline: ",
        commit(context, baseline.sha),
        `, ${baseline.distance} ${plural(baseline.distance, "commit")} before the base (${baseline.reason}).`,
      ];
    case "file":
      return [...patchPart, "Baseline: ", { code: baseline.file }, "."];
    case "missing":
    case "off":
      return [...patchPart, "No baseline: ", ...prose(baseline.reason), "."];
  }
}

function commit(context: Context, sha: string) {
  return { link: { text: { code: sha.slice(0, 10) }, href: commitLink(context, sha) } } as const;
}

/** One for each range, files with most uncovered lines first. */
function annotations(result: Result): Annotation[] {
  return result.patch.files.flatMap((file, at) => [
    ...file.missing.map(
      (range): Annotation => annotation(file.path, range, `Changed ${rangeWords(range)} not covered by tests.`, -at),
    ),
    ...file.partial.map(
      (range): Annotation =>
        annotation(
          file.path,
          range,
          `Changed ${rangeWords(range)} covered, but not every branch of it.`,
          -at - 1_000_000,
        ),
    ),
  ]);
}

function annotation(file: string, [startLine, endLine]: LineRange, message: string, importance: number): Annotation {
  return { level: "warning", title: "Coverage", message, file, startLine, endLine, importance };
}

function rangeWords([first, last]: LineRange): string {
  return first === last ? `line ${first} is` : `lines ${first} to ${last} are`;
}

function gateOf(result: Result, kind: GateKind, component?: string): Gate | undefined {
  return result.gates.find((gate) => gate.kind === kind && gate.component === component);
}

function percent(ratio: Ratio): string | undefined {
  return ratio.total === 0 ? undefined : floorPercent(ratio);
}

function ratioText(ratio: Ratio): string {
  return `${count(ratio.covered)} / ${count(ratio.total)}`;
}

function rangeText([first, last]: LineRange): string {
  return first === last ? String(first) : `${first}–${last}`;
}

function signed(number: number): string {
  return number > 0 ? `+${count(number)}` : count(number);
}

function bytesText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
