import { MARK } from "@jessy-actions/kit/report/mark";
import { prose } from "@jessy-actions/kit/report/prose";
import type { Block, Line } from "@jessy-actions/kit/report/report";
import type { Result } from "../result.ts";
import type { ProblemCause } from "../targets/problem.ts";

/** Each cause in words, for headings and annotations. */
export const CAUSES: Readonly<Record<ProblemCause, string>> = {
  "no-target": "no such target",
  "nothing-scanned": "nothing scanned",
  "tool-failed": "Trivy failed",
  timeout: "timed out",
  "out-of-memory": "out of memory",
  "disk-full": "disk full",
  "unreadable-report": "unreadable report",
  "unreadable-lock": "unreadable lock file",
  "unreadable-config": "unreadable configuration",
  "unreadable-database": "unreadable database",
  "unreadable-policy": "unreadable ignore file",
  "upload-failed": "not uploaded",
};

/** What could not be judged, first of all: no number below speaks for it. */
export function problemList({ problems }: Result): Block[] {
  if (problems.length === 0) return [];
  const items = problems.map(
    ({ cause, message, target }): Line => [
      { strong: `${MARK.broken} ${CAUSES[cause]}` },
      ...(target === undefined ? [] : [", ", { code: target }]),
      ": ",
      ...prose(message),
    ],
  );
  return [{ kind: "list", items, noun: "problems" }];
}
