import { count, counted, plural } from "@jessy-actions/kit/report/quantity";
import type { Block, Inline } from "@jessy-actions/kit/report/report";
import { functionsByRange } from "../numbers/functions-by-range.ts";
import type { Context, LineRange, PatchFile, Result } from "../result.ts";
import { diffLink } from "./links.ts";
import { missedOf, rangeText, ratioText } from "./numbers.ts";
import { WEIGHT } from "./weights.ts";

/** Ranges of one file; the result file has them all. */
const MAX_RANGES_SHOWN = 12;

/** With more files the list is folded. */
const MAX_OPEN = 10;

/**
 * Changed lines that no test runs, and those with an untaken branch, each with a link and the function that it is in. A
 * list and no table: of a table narrow screens would show the paths alone.
 */
export function uncoveredLines({ patch, context }: Result): Block[] {
  const { files, filesByDefault = [] } = patch;
  return [...listOf(files, "", context), ...listOf(filesByDefault, " that count on the default branch alone", context)];
}

function listOf(all: readonly PatchFile[], which: string, context: Context): Block[] {
  const files = all.filter((file) => file.missing.length > 0 || file.partial.length > 0);
  if (files.length === 0) return [];
  return [
    {
      kind: "details",
      summary: [...summaryOf(files), which],
      open: files.length <= MAX_OPEN,
      blocks: [
        {
          kind: "list",
          items: files.map((file) => [
            { code: file.path },
            ` (${ratioText(file.lines)}): `,
            ...rangeLinks(context, file),
          ]),
          noun: "files",
          weight: WEIGHT.uncovered,
        },
      ],
    },
  ];
}

/** `7 uncovered changed lines in 3 files, untaken branches in 2 more` */
function summaryOf(files: readonly PatchFile[]): readonly Inline[] {
  const uncovered = files.filter((file) => file.missing.length > 0);
  const onlyPartial = files.length - uncovered.length;
  if (uncovered.length === 0)
    return [{ strong: "Changed lines with untaken branches" }, ` in ${counted(onlyPartial, "file")}`];
  const missed = uncovered.reduce((sum, file) => sum + missedOf(file.lines), 0);
  const more = onlyPartial === 0 ? "" : `, untaken branches in ${count(onlyPartial)} more`;
  return [
    { strong: `${count(missed)} uncovered changed ${plural(missed, "line")}` },
    ` in ${counted(uncovered.length, "file")}${more}`,
  ];
}

/** `main 3–5, 9; Parser::parse 20 (branch)`: ranges in their order, each function's name once in front of its own. */
function rangeLinks(context: Context, file: PatchFile): readonly Inline[] {
  const ranges = [
    ...file.missing.map((range) => ({ range, mark: "" })),
    ...file.partial.map((range) => ({ range, mark: " (branch)" })),
  ].sort((a, b) => a.range[0] - b.range[0]);
  const functionOf = functionsByRange(file);
  let before: string | undefined;
  const shown = ranges.slice(0, MAX_RANGES_SHOWN).flatMap(({ range, mark }, at): readonly Inline[] => {
    const inside = functionOf(range);
    const separator = at === 0 ? "" : inside === before ? ", " : "; ";
    const name = inside === undefined || inside === before ? [] : [{ code: inside }, " "];
    before = inside;
    return [separator, ...name, rangeLink(context, file.path, range, mark)];
  });
  const rest = ranges.length - MAX_RANGES_SHOWN;
  return rest > 0 ? [...shown, ` and ${rest} more`] : shown;
}

function rangeLink(context: Context, path: string, range: LineRange, mark: string): Inline {
  return { link: { text: `${rangeText(range)}${mark}`, href: diffLink(context, path, range) } };
}
