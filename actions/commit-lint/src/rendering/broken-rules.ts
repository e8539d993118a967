import { prose } from "@jessy-actions/kit/report/prose";
import { count, counted } from "@jessy-actions/kit/report/quantity";
import type { Block, Line } from "@jessy-actions/kit/report/report";
import { isFailing } from "../judging/verdict.ts";
import type { Problem, Result, Subject } from "../result.ts";
import { codeFrame, inOrder } from "./code-frame.ts";
import { MARKS } from "./marks.ts";
import { subjectName } from "./subject-name.ts";

/** Frames and lists of problems are cut after what passed. */
const WEIGHT = 1;

/**
 * Every title and commit that breaks a rule: failures in the open, mere warnings folded away. Pure.
 *
 * @param max titles and commits to show of each kind; the result file has all.
 */
export function brokenRules(result: Result, max: number): Block[] {
  const { subjects, failOn } = result;
  const failing = subjects.filter((subject) => isFailing(subject, failOn));
  const warned = subjects.filter((subject) => !isFailing(subject, failOn) && subject.warnings > 0);
  return [
    ...failing.slice(0, max).flatMap((subject) => subjectBlocks(subject, result, "fail")),
    ...more(failing.length - max),
    ...(warned.length === 0
      ? []
      : [
          {
            kind: "details",
            summary: `${counted(warned.length, "text")} with warnings only`,
            blocks: [
              ...warned.slice(0, max).flatMap((subject) => subjectBlocks(subject, result, "warning")),
              ...more(warned.length - max),
            ],
          } satisfies Block,
        ]),
  ];
}

function more(hidden: number): Block[] {
  return hidden > 0 ? [{ kind: "paragraph", text: { emphasis: `and ${count(hidden)} more like these` } }] : [];
}

function subjectBlocks(subject: Subject, result: Result, mark: "fail" | "warning"): Block[] {
  const { required, problems, correction, errors, warnings } = subject;
  const omitted = errors + warnings - problems.length;
  const name: Line = [{ strong: [MARKS[mark], ": ", subjectName(subject, result)].flat() }];
  const advised = required ? "" : " (will not be on the default branch)";
  return [
    { kind: "paragraph", text: [...name, advised] },
    { kind: "code", text: codeFrame(problems), language: "text", weight: WEIGHT },
    { kind: "list", items: inOrder(problems).map(problemLine), noun: "problems", weight: WEIGHT },
    ...(omitted > 0
      ? [{ kind: "paragraph", text: { emphasis: `and ${counted(omitted, "more problem")} in it` } } satisfies Block]
      : []),
    ...(correction === undefined
      ? []
      : [{ kind: "paragraph", text: ["This would pass: ", { code: correction }] } satisfies Block]),
  ];
}

function problemLine({ level, line, column, message, rule }: Problem): Line {
  return [{ strong: `${level} at ${line}:${column}` }, " ", ...prose(message), " (", { code: rule }, ")"];
}
