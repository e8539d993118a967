import { count, counted } from "@jessy-actions/kit/report/quantity";
import type { Block, Line } from "@jessy-actions/kit/report/report";
import type { MovementPart, Result } from "../result.ts";
import { percentText, rangeText, signed } from "./numbers.ts";
import { WEIGHT } from "./weights.ts";

/** Ranges of one file in one cell. */
const MAX_RANGES_SHOWN = 12;

const CAUSES: Readonly<Record<MovementPart["cause"], string>> = {
  added: "Lines added or edited",
  removed: "Lines removed or edited",
  "newly-covered": "Untouched lines now covered",
  "no-longer-covered": "Untouched lines no longer covered",
  joined: "Files that joined the report",
  left: "Files that left the report",
  remeasured: "Untouched lines measured differently",
};

/** Why the total moved: the rows add up to the difference. */
export function totalMovement({ movement, base, total }: Result): Block[] {
  const parts = movement?.parts ?? [];
  if (parts.length === 0 || base === undefined) return [];
  const rows: Line[][] = [
    ["Before", count(base.lines.covered), count(base.lines.total), "", percentText(base.lines)],
    ...parts.map((part): Line[] => [
      CAUSES[part.cause],
      signed(part.covered),
      signed(part.total),
      count(part.files),
      "",
    ]),
    [{ strong: "Now" }, count(total.lines.covered), count(total.lines.total), "", { strong: percentText(total.lines) }],
  ];
  return [
    {
      kind: "details",
      summary: { strong: "Why the total moved" },
      blocks: [
        {
          kind: "table",
          columns: [
            { header: "Cause" },
            { header: "Covered", align: "right" },
            { header: "Measured", align: "right" },
            { header: "Files", align: "right" },
            { header: "Value", align: "right" },
          ],
          rows,
        },
      ],
    },
  ];
}

/**
 * Files with lines that the change does not touch, but whose coverage changed: a test that was lost, or one that
 * reaches further.
 */
export function indirectChanges({ movement }: Result): Block[] {
  const files = movement?.indirect ?? [];
  if (files.length === 0) return [];
  return [
    {
      kind: "details",
      summary: [{ strong: "Coverage of untouched lines changed" }, ` in ${counted(files.length, "file")}`],
      blocks: [
        {
          kind: "table",
          columns: [{ header: "File" }, { header: "No longer covered" }, { header: "Now covered", align: "right" }],
          rows: files.map((file) => [
            { code: file.path },
            file.noLongerCovered.slice(0, MAX_RANGES_SHOWN).map(rangeText).join(", ") +
              (file.noLongerCovered.length > MAX_RANGES_SHOWN ? " ..." : ""),
            file.newlyCovered === 0 ? "" : counted(file.newlyCovered, "line"),
          ]),
          noun: "files",
          weight: WEIGHT.indirect,
        },
      ],
    },
  ];
}
