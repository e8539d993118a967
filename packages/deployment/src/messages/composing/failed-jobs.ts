import { isFailure } from "../conclusion.ts";
import type { Message, MessageLine } from "../message.ts";
import type { JobFact, RunFacts } from "../run-facts.ts";
import { formatDuration } from "./duration.ts";

/** Which jobs failed, where, and with what first error; without the API no more than their names. */
export function failedJobs({ jobs, needs }: RunFacts): Message["sections"] {
  const failed = jobs?.filter(({ conclusion }) => isFailure(conclusion)) ?? [];
  if (failed.length > 0) return [{ title: headingOf(failed.length), lines: failed.map(jobLine) }];
  const names = needs.filter(({ result }) => isFailure(result));
  if (names.length === 0) return [];
  return [{ title: headingOf(names.length), lines: names.map(({ name, result }) => [name, wordOf(result)]) }];
}

function headingOf(count: number): string {
  return count === 1 ? "Failed job" : `${count} failed jobs`;
}

function jobLine({ name, url, conclusion, failedStep, error, startedAt, completedAt }: JobFact): MessageLine {
  const time =
    startedAt === undefined || completedAt === undefined ? "" : ` (${formatDuration(completedAt - startedAt)})`;
  const place =
    error?.file === undefined
      ? []
      : [" (", { code: error.line === undefined ? error.file : `${error.file}:${error.line}` }, ")"];
  return [
    { text: name, href: url },
    ...(failedStep === undefined ? [] : [" › ", failedStep]),
    wordOf(conclusion),
    time,
    ...(error === undefined ? [] : [": ", firstLine(error.text), ...place]),
  ];
}

function wordOf(conclusion: JobFact["conclusion"]): string {
  return conclusion === "timed_out" ? " timed out" : conclusion === "startup_failure" ? " could not start" : "";
}

function firstLine(text: string): string {
  return text.split(/\r?\n/).find((line) => line.trim() !== "") ?? "";
}
