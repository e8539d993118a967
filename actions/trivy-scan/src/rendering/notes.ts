import { MARK } from "@jessy-actions/kit/report/mark";
import { prose } from "@jessy-actions/kit/report/prose";
import type { Block, Line } from "@jessy-actions/kit/report/report";
import { sarifOf } from "../outputs/sarif-file.ts";
import type { Result } from "../result.ts";

/** Things a reader has to know, warnings first; of a comment these alone. */
export function notesList(result: Result, extent: "warnings" | "all"): Block[] {
  const notes = extent === "all" ? [...result.notes, ...sarifOf(result).notes] : [];
  const items: Line[] = [
    ...result.warnings.map((text): Line => [{ strong: `${MARK.warning} Warning:` }, " ", ...prose(text)]),
    ...notes.map((text): Line => [{ strong: `${MARK.note} Note:` }, " ", ...prose(text)]),
  ];
  return items.length === 0 ? [] : [{ kind: "list", items, noun: "notes" }];
}
