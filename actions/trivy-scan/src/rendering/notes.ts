import { MARK } from "@jessy-actions/kit/report/mark";
import { prose } from "@jessy-actions/kit/report/prose";
import type { Block, Line } from "@jessy-actions/kit/report/report";
import { sarifOf } from "../outputs/sarif-file.ts";
import type { Result } from "../result.ts";

/** Things a reader has to know, warnings first. */
export function notesList(result: Result): Block[] {
  const items: Line[] = [
    ...result.warnings.map((text): Line => [{ strong: `${MARK.warning} Warning:` }, " ", ...prose(text)]),
    ...[...result.notes, ...sarifOf(result).notes].map(
      (text): Line => [{ strong: `${MARK.note} Note:` }, " ", ...prose(text)],
    ),
  ];
  return items.length === 0 ? [] : [{ kind: "list", items: items, noun: "notes" }];
}
