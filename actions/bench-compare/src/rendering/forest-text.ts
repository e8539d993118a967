import { type Comparison, titleOf } from "@jessy-actions/benchmarks/comparison";
import { counted } from "@jessy-actions/kit/report/quantity";
import type { Block } from "@jessy-actions/kit/report/report";
import type { Result } from "../result.ts";
import { formatChange, formatPercent } from "../wording/change.ts";
import { shortName } from "../wording/names.ts";
import { axisReach, axisTicks, changeOf, isPlotted } from "./axis.ts";

/** With more rows nobody sees a picture; the most harmful ones stay. */
const MAX_ROWS = 40;

const NAME_CHARACTERS = 22;

/** Columns of the axis to each side of zero. */
const HALF = 24;

/** The forest plot in characters: a summary can hold no picture that is not loaded from somewhere. */
export function forestText({ comparisons, rules }: Pick<Result, "comparisons" | "rules">): Block[] {
  const all = comparisons.filter(isPlotted);
  if (all.length === 0) return [];
  const rows = all.slice(0, MAX_ROWS);
  const reach = axisReach(rows, rules.margin);
  const margin = Math.max(1, column(Math.log1p(rules.margin), reach));
  const more = all.length > rows.length ? `, the first ${rows.length}` : "";
  return [
    {
      kind: "details",
      summary: [{ strong: "Plot" }, ` of ${counted(all.length, "change")}${more}`],
      open: true,
      blocks: [
        {
          kind: "code",
          language: "text",
          text: [
            `${pad("")} ${heading(rules.margin)}`,
            ...rows.map((row) => line(row, reach, margin)),
            `${pad("")} ${scale(reach)}`,
          ]
            .map((text) => text.trimEnd())
            .join("\n"),
        },
      ],
    },
  ];
}

/** `◄ better   ┊ margin 5 % ┊   worse ►` */
function heading(margin: number): string {
  const middle = `┊ margin ${formatPercent(margin)} ┊`;
  const [left, right] = ["◄ better", "worse ►"];
  const room = 2 * HALF + 1 - left.length - right.length - middle.length;
  const before = Math.max(1, Math.floor(room / 2));
  return `${left}${" ".repeat(before)}${middle}${" ".repeat(Math.max(1, room - before))}${right}`;
}

function line(row: Comparison, reach: number, margin: number): string {
  const { low, estimate, high } = changeOf(row);
  const cells = Array.from({ length: 2 * HALF + 1 }, (_, at): string => {
    const from = at - HALF;
    return from === 0 ? "│" : Math.abs(from) === margin ? "┊" : " ";
  });
  const [start, end] = [column(low, reach), column(high, reach)];
  for (let at = start; at <= end; at++) cells[at + HALF] = "─";
  if (low < -reach) cells[0] = "◄";
  if (high > reach) cells[2 * HALF] = "►";
  cells[column(estimate, reach) + HALF] = "●";
  return `${pad(shortName(titleOf(row), NAME_CHARACTERS))} ${cells.join("")} ${formatChange(row.change ?? 0, row.margin)}`;
}

function scale(reach: number): string {
  const cells = Array.from({ length: 2 * HALF + 9 }, () => " ");
  let free = 0;
  for (const { at, text } of axisTicks(reach)) {
    const start = Math.max(0, column(at, reach) + HALF - Math.floor(text.length / 2));
    if (start < free) continue;
    for (const [index, character] of [...text].entries()) cells[start + index] = character;
    free = start + text.length + 1;
  }
  return cells.join("");
}

function column(cost: number, reach: number): number {
  return Math.round((Math.max(-reach, Math.min(reach, cost)) / reach) * HALF);
}

function pad(name: string): string {
  return name + " ".repeat(Math.max(0, NAME_CHARACTERS - [...name].length));
}
