import { count, counted } from "@jessy-actions/kit/report/quantity";
import type { Block, Line } from "@jessy-actions/kit/report/report";
import { isFailing } from "../judging/verdict.ts";
import type { Result, Subject } from "../result.ts";
import { MARKS, type Mark } from "./marks.ts";

const KEYS = ["errors", "warnings", "ignored"] as const;

const HEADERS = { errors: "Errors", warnings: "Warnings", ignored: "Left alone" } as const;

/** How many titles and commits were checked, and what was found. Pure. */
export function countsTable(result: Result): Block[] {
  const rows = (["title", "commit"] as const).flatMap((kind) => rowOf(kind, result) ?? []);
  if (rows.length === 0) return [];
  // A column of zeros only makes the table wider.
  const keys = KEYS.filter((key) => key === "errors" || rows.some((row) => row[key] > 0));
  return [
    {
      kind: "table",
      columns: [
        { header: "Result" },
        { header: "Checked" },
        ...keys.map((key) => ({ header: HEADERS[key], align: "right" }) as const),
      ],
      rows: rows.map((row): Line[] => {
        const shown = row.mark === "fail" ? (text: string): Line => ({ strong: text }) : (text: string): Line => text;
        return [shown(MARKS[row.mark]), shown(row.what), ...keys.map((key) => shown(count(row[key])))];
      }),
    },
  ];
}

interface Row {
  readonly mark: Mark;
  readonly what: string;
  readonly errors: number;
  readonly warnings: number;
  readonly ignored: number;
}

function rowOf(kind: Subject["kind"], { subjects, failOn }: Result): Row | undefined {
  const some = subjects.filter((subject) => subject.kind === kind);
  if (some.length === 0) return undefined;
  const total = (key: "errors" | "warnings") => some.reduce((sum, subject) => sum + subject[key], 0);
  const ignored = some.filter(({ ignoredAs }) => ignoredAs !== undefined).length;
  const [errors, warnings] = [total("errors"), total("warnings")];
  const isBad = some.some((subject) => isFailing(subject, failOn));
  const mark = isBad ? "fail" : warnings > 0 ? "warning" : ignored === some.length ? "ignored" : "pass";
  return { mark, what: counted(some.length - ignored, kind), errors, warnings, ignored };
}
