import type { Ratio } from "@jessy-actions/coverage/model";
import { floorPercent, formatPoints, pointsBetween } from "@jessy-actions/coverage/ratio";
import type { Annotation, Block, Line, Report } from "@jessy-actions/kit/report";
import { commitLink, diffLink } from "./diff-link.ts";
import type { Component, Gate, GateKind, LineRange, MovementPart, PatchFile, Result, Totals } from "./result.ts";

/** Ranges of one file shown in the report; the annotations and the result file have them all. */
const MAX_RANGES_SHOWN = 20;

/** The whole report of a result: pure, the same result gives the same bytes. */
export function render(result: Result, annotate: boolean): Pick<Report, "comment" | "summary" | "annotations" | "headline" | "title" | "verdict"> {
  const blocks = [
    ...alerts(result),
    numbers(result),
    ...failures(result),
    ...uncoveredLines(result),
    ...unmeasuredFiles(result),
    ...filesBelowMinimum(result),
    ...movement(result),
    ...indirectChanges(result),
    ...notes(result),
    footer(result),
  ];
  return {
    title: result.name === "" ? "Coverage" : `Coverage: ${result.name}`,
    verdict: result.verdict,
    headline: result.headline,
    comment: blocks,
    summary: [...blocks, ...reportsRead(result)],
    annotations: annotate ? annotations(result) : [],
  };
}
