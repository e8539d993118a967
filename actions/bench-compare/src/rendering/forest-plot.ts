import { type Comparison, type ComparisonVerdict, titleOf } from "@jessy-actions/benchmarks/comparison";
import { formatChange, formatInterval, formatPercent } from "../wording/change.ts";
import { shortName } from "../wording/names.ts";
import { axisReach, axisTicks, changeOf, isPlotted } from "./axis.ts";

/** With more rows it is no longer a picture; the most harmful ones stay. */
const MAX_ROWS = 80;

const ROW = 22;
const TOP = 58;
const BOTTOM = 34;
const NAMES = 250;
const PLOT = 420;
const NUMBERS = 190;
const WIDTH = NAMES + PLOT + NUMBERS;

/** The longest name that fits, in characters. */
const NAME_CHARACTERS = 36;

/** Class names of the verdicts; the stylesheet gives them colours in both themes. */
const CLASSES: Partial<Record<ComparisonVerdict, string>> = {
  regressed: "worse",
  improved: "better",
  ok: "same",
  inconclusive: "unknown",
};

/**
 * All changes in one picture: a dot for each benchmark, a line for its interval, a band for the margin, and an arrow where a line goes on. The axis is logarithmic, so a doubling and a
 * halving are equally far from the middle; right is worse, also for rates. Light or dark as the viewer prefers; no script, nothing loaded.
 */
export function forestPlot(comparisons: readonly Comparison[], title: string, margin: number): string {
  const rows = comparisons.filter(isPlotted).slice(0, MAX_ROWS);
  const reach = axisReach(rows, margin);
  const height = TOP + Math.max(1, rows.length) * ROW + BOTTOM;
  const x = (cost: number) => NAMES + PLOT / 2 + (Math.max(-reach, Math.min(reach, cost)) / reach) * (PLOT / 2);
  const bottom = height - BOTTOM;
  const band = Math.log1p(margin);
  const parts = [
    `<rect class="band" x="${n(x(-band))}" y="${TOP - 6}" width="${n(x(band) - x(-band))}" height="${bottom - TOP + 6}"/>`,
    ...axisTicks(reach).map((tick) => {
      const at = n(x(tick.at));
      return `<line class="grid" x1="${at}" y1="${TOP - 6}" x2="${at}" y2="${bottom}"/><text class="tick" x="${at}" y="${bottom + 16}" text-anchor="middle">${tick.text}</text>`;
    }),
    `<line class="zero" x1="${n(x(0))}" y1="${TOP - 6}" x2="${n(x(0))}" y2="${bottom}"/>`,
    `<text class="tick" x="${NAMES}" y="${TOP - 12}">\u2190 better</text><text class="tick" x="${NAMES + PLOT}" y="${TOP - 12}" text-anchor="end">worse \u2192</text>`,
    `<text class="tick" x="${NAMES + PLOT / 2}" y="${TOP - 12}" text-anchor="middle">margin ± ${formatPercent(margin)}</text>`,
    ...rows.map((row, at) => rowOf(row, TOP + at * ROW + ROW / 2, x, reach)),
    ...(rows.length === 0
      ? [`<text class="tick" x="${WIDTH / 2}" y="${TOP + 14}" text-anchor="middle">nothing to show</text>`]
      : []),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escapeXml(title)}">
<title>${escapeXml(title)}</title>
<style>${STYLE}</style>
<rect class="page" width="${WIDTH}" height="${height}"/>
<text class="title" x="12" y="22">${escapeXml(title)}</text>
${parts.join("\n")}
</svg>
`;
}

const STYLE = `
text { font: 12px -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; fill: #1f2328; }
.title { font-size: 14px; font-weight: 600; } .tick { font-size: 11px; fill: #59636e; }
.page { fill: #ffffff; } .band { fill: #818b98; fill-opacity: .14; } .grid { stroke: #d1d9e0; stroke-width: 1; } .zero { stroke: #59636e; stroke-width: 1; }
.row line { stroke-width: 2; } .row circle { stroke: none; } .number { font-size: 11px; font-variant-numeric: tabular-nums; }
.worse line { stroke: #d1242f; } .worse circle, .worse polygon, .worse .number { fill: #d1242f; }
.better line { stroke: #1a7f37; } .better circle, .better polygon, .better .number { fill: #1a7f37; }
.same line { stroke: #59636e; } .same circle, .same polygon { fill: #59636e; }
.unknown line { stroke: #9a6700; stroke-dasharray: 4 3; } .unknown circle, .unknown polygon, .unknown .number { fill: #9a6700; }
@media (prefers-color-scheme: dark) {
text { fill: #f0f6fc; } .tick { fill: #9198a1; } .page { fill: #0d1117; } .grid { stroke: #3d444d; } .zero { stroke: #9198a1; }
.worse line { stroke: #f85149; } .worse circle, .worse polygon, .worse .number { fill: #f85149; }
.better line { stroke: #3fb950; } .better circle, .better polygon, .better .number { fill: #3fb950; }
.same line { stroke: #9198a1; } .same circle, .same polygon { fill: #9198a1; }
.unknown line { stroke: #d29922; } .unknown circle, .unknown polygon, .unknown .number { fill: #d29922; }
}
`;

function rowOf(comparison: Comparison, y: number, x: (cost: number) => number, reach: number): string {
  const { verdict, change = 0, low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY, margin } = comparison;
  const name = titleOf(comparison);
  const drawn = changeOf(comparison);
  const numbers = `${formatChange(change, margin)}  ${formatInterval(low, high, margin)}`.trim();
  return `<g class="row ${CLASSES[verdict]}"><title>${escapeXml(`${name}: ${numbers}, ${verdict}`)}</title>
<text x="${NAMES - 10}" y="${y + 4}" text-anchor="end">${escapeXml(shortName(name, NAME_CHARACTERS))}</text>
<line x1="${n(x(drawn.low))}" y1="${y}" x2="${n(x(drawn.high))}" y2="${y}"/>${arrow(drawn.low < -reach, x(-reach), y, -1)}${arrow(drawn.high > reach, x(reach), y, 1)}<circle cx="${n(x(drawn.estimate))}" cy="${y}" r="4.5"/>
<text class="number" x="${NAMES + PLOT + 10}" y="${y + 4}">${escapeXml(numbers)}</text></g>`;
}

/** The line goes on beyond the axis. */
function arrow(isCut: boolean, at: number, y: number, side: -1 | 1): string {
  if (!isCut) return "";
  const back = n(at - side * 8);
  return `<polygon points="${n(at)},${y} ${back},${y - 4.5} ${back},${y + 4.5}"/>`;
}

function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function escapeXml(text: string): string {
  // A title may have been cut in the middle of a character.
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/g, "\ufffd")
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
