import type { Counts, Subject } from "../result.ts";

/** How much was checked, and what was found. Pure. */
export function countsOf(subjects: readonly Subject[]): Counts {
  const checked = subjects.filter(({ ignoredAs }) => ignoredAs === undefined);
  const titles = checked.filter(({ kind }) => kind === "title").length;
  const sum = (key: "errors" | "warnings") => subjects.reduce((total, subject) => total + subject[key], 0);
  return {
    checked: checked.length,
    titles,
    commits: checked.length - titles,
    ignored: subjects.length - checked.length,
    errors: sum("errors"),
    warnings: sum("warnings"),
  };
}
