import { MARK } from "@jessy-actions/kit/report/mark";
import { prose } from "@jessy-actions/kit/report/prose";
import type { Block, Line } from "@jessy-actions/kit/report/report";
import type { Note, Result } from "../result.ts";

const MARKS: Readonly<Record<Note["level"], string>> = {
  warning: `${MARK.warning} Warning:`,
  note: `${MARK.note} Note:`,
};

/** Things a reader has to know, warnings first. */
export function notesList(result: Result): Block[] {
  const notes = [...result.notes, ...comparisonNotes(result)];
  if (notes.length === 0) return [];
  const ordered = [
    ...notes.filter(({ level }) => level === "warning"),
    ...notes.filter(({ level }) => level === "note"),
  ];
  const items = ordered.map((note): Line => [{ strong: MARKS[note.level] }, " ", ...prose(note.text)]);
  return [{ kind: "list", items, noun: "notes" }];
}

/** Why something is missing that people expect, where no gate's sentence says it already. */
function comparisonNotes({ gates, patch, baseline }: Result): Note[] {
  const isSaid = (...kinds: readonly string[]) =>
    gates.some((gate) => kinds.includes(gate.kind) && gate.verdict !== "pass");
  if (patch.reason !== undefined)
    return isSaid("patch", "patch-branch") ? [] : [{ level: "note", text: `No changed lines: ${patch.reason}.` }];
  if (baseline.state === "missing" && !isSaid("decrease"))
    return [{ level: "note", text: `No baseline: ${baseline.reason}.` }];
  return [];
}
