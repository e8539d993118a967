import { xmlText } from "../outputs/xml-text.ts";
import type { CheckResult, Result, RoundState } from "../result.ts";
import { seconds } from "../wording/time.ts";
import { worstFirst } from "./state-mark.ts";

/** With more rows it is no longer a picture; what fails stays. */
const MAX_ROWS = 40;

const ROW = 24;
const TOP = 44;
const BOTTOM = 30;
const NAMES = 230;
const PLOT = 520;
const MARGIN = 20;
const WIDTH = NAMES + PLOT + MARGIN;

/** The longest name that fits, in characters. */
const NAME_CHARACTERS = 32;

/**
 * When each check passed and when not: a mark for each round at the time of its answer. Shapes tell the states apart
 * without colour. Light or dark as the viewer prefers; no script, nothing loaded.
 */
export function timelineSvg({ checks, rounds, duration, headline }: Result): string {
  const rows = worstFirst(checks).slice(0, MAX_ROWS);
  const height = TOP + Math.max(1, rows.length) * ROW + BOTTOM;
  const span = Math.max(1, duration);
  const x = (at: number) => NAMES + (at / span) * PLOT;
  const bottom = height - BOTTOM;
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((part) => {
    const at = n(x(part * span));
    const anchor = part === 1 ? "end" : "middle";
    return `<line class="grid" x1="${at}" y1="${TOP - 8}" x2="${at}" y2="${bottom}"/><text class="tick" x="${at}" y="${bottom + 16}" text-anchor="${anchor}">${seconds(part * span)}</text>`;
  });
  const title = xmlText(headline.length > 100 ? `${headline.slice(0, 97)}...` : headline);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${title}">
<title>${title}</title>
<style>${STYLE}</style>
<rect class="page" width="${WIDTH}" height="${height}"/>
<text class="title" x="12" y="22">${title}</text>
${[...ticks, ...rows.map((row, at) => checkRow(row, TOP + at * ROW + ROW / 2, rounds.map(x)))].join("\n")}
</svg>
`;
}

function checkRow({ name, history, state, optional }: CheckResult, y: number, at: readonly number[]): string {
  const shown = [...name].length > NAME_CHARACTERS ? `${[...name].slice(0, NAME_CHARACTERS - 1).join("")}…` : name;
  const marks = history.map((round, index) => mark(round, at[index]!, y)).join("");
  const look = state === "passed" ? "name" : optional ? "name weak" : "name bad";
  return `<text class="${look}" x="12" y="${y + 4}">${xmlText(shown)}</text>${marks}`;
}

/** A full dot, a cross, a ring. */
function mark(state: RoundState, x: number, y: number): string {
  switch (state) {
    case "passed":
      return `<circle class="passed" cx="${n(x)}" cy="${y}" r="4"/>`;
    case "failed":
      return `<path class="failed" d="M${n(x - 4)} ${y - 4}L${n(x + 4)} ${y + 4}M${n(x - 4)} ${y + 4}L${n(x + 4)} ${y - 4}"/>`;
    case "no-contact":
      return `<circle class="none" cx="${n(x)}" cy="${y}" r="3"/>`;
    case "not-asked":
      return "";
  }
}

function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}

const STYLE = `
text { font: 12px -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; fill: #1f2328; }
.title { font-size: 13px; font-weight: 600; } .tick { font-size: 11px; fill: #59636e; }
.page { fill: #ffffff; } .grid { stroke: #d1d9e0; stroke-width: 1; } .bad { fill: #d1242f; font-weight: 600; } .weak { fill: #9a6700; }
.passed { fill: #1a7f37; } .failed { stroke: #d1242f; stroke-width: 2; fill: none; } .none { stroke: #59636e; stroke-width: 1.5; fill: none; }
@media (prefers-color-scheme: dark) {
text { fill: #f0f6fc; } .tick { fill: #9198a1; } .page { fill: #0d1117; } .grid { stroke: #3d444d; } .bad { fill: #f85149; } .weak { fill: #d29922; }
.passed { fill: #3fb950; } .failed { stroke: #f85149; } .none { stroke: #9198a1; }
}
`;
