import { prose } from "@jessy-actions/kit/report/prose";
import { counted } from "@jessy-actions/kit/report/quantity";
import type { Block, Line } from "@jessy-actions/kit/report/report";
import { isFailing } from "../judging/verdict.ts";
import type { Problem, Result, Subject } from "../result.ts";
import { codeFrame, inOrder } from "./code-frame.ts";
import { subjectName } from "./subject-name.ts";

/** Frames and lists of problems are cut after what passed. */
const WEIGHT = 1;

/**
 * The lines of every message that breaks a rule, with a mark below each place. Folded, unless it is a single one. Pure.
 *
 * @param max titles and commits to show; the result file has all.
 */
export function problemPlaces(result: Result, max: number): Block[] {
  const { subjects, failOn } = result;
  const wrong = subjects.filter(({ problems }) => problems.length > 0);
  if (wrong.length === 0) return [];
  const failsFirst = wrong.toSorted((a, b) => Number(isFailing(b, failOn)) - Number(isFailing(a, failOn)));
  const blocks = failsFirst.slice(0, max).flatMap((subject) => placesOf(subject, result));
  return [{ kind: "details", summary: "Where each problem is", blocks, open: wrong.length === 1 }];
}

function placesOf(subject: Subject, result: Result): Block[] {
  const { problems, errors, warnings } = subject;
  const omitted = errors + warnings - problems.length;
  return [
    { kind: "paragraph", text: { strong: subjectName(subject, result) } },
    { kind: "code", text: codeFrame(problems), language: "text", weight: WEIGHT },
    { kind: "list", items: inOrder(problems).map(problemLine), noun: "problems", weight: WEIGHT },
    ...(omitted > 0
      ? [{ kind: "paragraph", text: { emphasis: `and ${counted(omitted, "more problem")} in it` } } satisfies Block]
      : []),
  ];
}

function problemLine({ level, line, column, message, rule }: Problem): Line {
  return [{ strong: `${level} at ${line}:${column}` }, " ", ...prose(message), " (", { code: rule }, ")"];
}
