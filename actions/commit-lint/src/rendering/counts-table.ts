import { counted } from "@jessy-actions/kit/report/quantity";
import type { Block, Line } from "@jessy-actions/kit/report/report";
import { isFailing } from "../judging/verdict.ts";
import type { Result, Subject } from "../result.ts";
import { MARKS } from "./marks.ts";

const COLUMNS = [{ header: "Result" }, { header: "Checked" }, { header: "Found" }];

/** How many titles and commits were checked, and what was found. Pure. */
export function countsTable({ subjects, failOn }: Result): Block[] {
  const rows = (["title", "commit"] as const).flatMap((kind): Line[][] => {
    const some = subjects.filter((subject) => subject.kind === kind);
    return some.length === 0 ? [] : [rowOf(kind, some, failOn)];
  });
  return rows.length === 0 ? [] : [{ kind: "table", columns: COLUMNS, rows }];
}

function rowOf(kind: Subject["kind"], subjects: readonly Subject[], failOn: Result["failOn"]): Line[] {
  const total = (key: "errors" | "warnings") => subjects.reduce((sum, subject) => sum + subject[key], 0);
  const ignored = subjects.filter(({ ignoredAs }) => ignoredAs !== undefined).length;
  const [errors, warnings] = [total("errors"), total("warnings")];
  const isBad = subjects.some((subject) => isFailing(subject, failOn));
  const mark = isBad ? "fail" : warnings > 0 ? "warning" : ignored === subjects.length ? "ignored" : "pass";
  const found = [
    ...(errors > 0 ? [counted(errors, "error")] : []),
    ...(warnings > 0 ? [counted(warnings, "warning")] : []),
    ...(ignored > 0 ? [`${ignored} left alone`] : []),
  ];
  const cells = [MARKS[mark], counted(subjects.length - ignored, kind), found.join(", ") || "no problem"];
  return isBad ? cells.map((cell) => ({ strong: cell })) : cells;
}
