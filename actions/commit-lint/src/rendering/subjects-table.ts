import { prose } from "@jessy-actions/kit/report/prose";
import { counted } from "@jessy-actions/kit/report/quantity";
import type { Block, Inline, Line } from "@jessy-actions/kit/report/report";
import { isFailing } from "../judging/verdict.ts";
import type { Result, Subject } from "../result.ts";
import { inOrder } from "./code-frame.ts";
import { MARKS } from "./marks.ts";
import { subjectName } from "./subject-name.ts";

const COLUMNS = [{ header: "Result" }, { header: "Text" }, { header: "Found" }];

/** Problems of one text that its row names; its lines below have all. */
const MAX_PROBLEMS = 3;

/**
 * One row for each title and commit with a problem, failures first, and one for all that have none. Pure.
 *
 * @param max rows of each kind; the result file has all.
 */
export function subjectsTable(result: Result, max: number): Block[] {
  const { subjects, failOn } = result;
  if (subjects.length === 0) return [];
  const failing = subjects.filter((subject) => isFailing(subject, failOn));
  const warned = subjects.filter((subject) => !isFailing(subject, failOn) && subject.warnings > 0);
  const rows = [
    ...failing.slice(0, max).map((subject) => problemRow(subject, result, "fail")),
    ...warned.slice(0, max).map((subject) => problemRow(subject, result, "warning")),
    ...groupRow(
      subjects.filter(({ errors, warnings, ignoredAs }) => errors + warnings === 0 && ignoredAs === undefined),
    ),
    ...groupRow(
      subjects.filter(({ errors, warnings, ignoredAs }) => errors + warnings === 0 && ignoredAs !== undefined),
    ),
  ];
  const hidden = Math.max(0, failing.length - max) + Math.max(0, warned.length - max);
  const table: Block = { kind: "table", columns: COLUMNS, rows, noun: "texts" };
  return hidden === 0 ? [table] : [table, { kind: "paragraph", text: { emphasis: `and ${hidden} more like these` } }];
}

function problemRow(subject: Subject, result: Result, mark: "fail" | "warning"): Line[] {
  const advised = subject.required ? "" : " (will not be on the default branch)";
  const name = [subjectName(subject, result), ": ", { code: subject.header }, advised].flat();
  return [mark === "fail" ? { strong: MARKS[mark] } : MARKS[mark], name, found(subject)];
}

function found({ problems, errors, warnings, correction }: Subject): Line {
  // What stands later in a message is often the consequence of what stands first.
  const shown = inOrder(problems).slice(0, MAX_PROBLEMS);
  const omitted = errors + warnings - shown.length;
  const sentences = shown.flatMap(({ message }, at): Inline[] => [at === 0 ? "" : "; ", ...prose(message)]);
  const more = omitted > 0 ? `; and ${counted(omitted, "more problem")}` : "";
  return [...sentences, more, ...(correction === undefined ? [] : ["; this would pass: ", { code: correction }])];
}

/** Texts without a problem, in one row. */
function groupRow(subjects: readonly Subject[]): Line[][] {
  if (subjects.length === 0) return [];
  const kinds = (["title", "commit"] as const).flatMap((kind) => {
    const number = subjects.filter((subject) => subject.kind === kind).length;
    return number === 0 ? [] : [counted(number, kind)];
  });
  const reasons = [...new Set(subjects.flatMap(({ ignoredAs }) => ignoredAs ?? []))];
  return [[reasons.length > 0 ? MARKS.ignored : MARKS.pass, kinds.join(" and "), reasons.join(", ") || "no problem"]];
}
