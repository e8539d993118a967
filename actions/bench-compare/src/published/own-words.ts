import type { Comparison } from "@jessy-actions/benchmarks/comparison";
import { counted } from "@jessy-actions/kit/report/quantity";
import type { ProblemKind, Result } from "../result.ts";
import { secondDrawWords } from "../wording/second-draw.ts";

/** Characters that names of benchmarks, metrics and units are made of; a blank would let one pass for a sentence. */
const NOT_OF_NAMES = /[^\p{L}\p{N}_.:/@+#~<>()[\],*&$=%µ-]+/gu;

const MAX_NAME = 120;

/** Reasons that are numbers in words of ours. */
const REASONS = [
  /^in \d{1,6} of \d{1,6} runs of the (?:base|head)$/,
  /^left out by `overrides`$/,
  /^too few rounds to call any change: \d{1,6}, and it takes \d{1,6}$/,
  /^too few runs to call any change: \d{1,6} a side, and it takes \d{1,6}$/,
  /^the values of one side scatter by more than the two sides differ$/,
];

const PROBLEMS: Readonly<Record<ProblemKind, string>> = {
  "no-benchmarks": "There are no benchmarks.",
  "base-missing": "The base cannot be measured.",
  "base-build-failed": "The base does not build.",
  "head-build-failed": "The head does not build.",
  "base-crashed": "A benchmark of the base failed.",
  "head-crashed": "A benchmark of the head failed.",
  "base-hung": "A benchmark of the base did not end.",
  "head-hung": "A benchmark of the head did not end.",
  "base-unreadable": "The results of the base cannot be read.",
  "head-unreadable": "The results of the head cannot be read.",
  "out-of-time": "There was not enough time.",
};

/** An input of a gate, and what one can be, in the report about a weakened one. */
const PLAIN_INPUT = /^[a-z]+(?:-[a-z]+){0,3}$/;
const PLAIN_VALUE =
  /^(?:|\d{1,9}(?:\.\d{1,9})? ?(?:%|ns|us|µs|ms|s)?|fail|warn|never|(?:(?:regression|missing|inconclusive)(?:, )?){1,3})$/;

/**
 * Another run's result without its sentences: they are replaced by our own words for what they are about, and the output
 * of programs is left out. Names stay, as single words. What the file says of the default branch is left out, too.
 */
export function inOwnWords(published: Result): Result {
  const { problem, trend: _, ignoredBy: __, ...rest } = published;
  return {
    ...rest,
    context: { ...rest.context, reason: "as the run that measured them found them" },
    comparisons: rest.comparisons.map(comparisonWords),
    ...(rest.suite !== undefined && { suite: reasonWords(rest.suite) }),
    control: { ...rest.control, moved: rest.control.moved.map(comparisonWords) },
    ...(problem !== undefined && { problem: { kind: problem.kind, sentence: PROBLEMS[problem.kind] } }),
    lowered: rest.lowered.filter(
      ({ input, asked, enforced }) => PLAIN_INPUT.test(input) && PLAIN_VALUE.test(asked) && PLAIN_VALUE.test(enforced),
    ),
    notes:
      rest.notes.length === 0
        ? []
        : [
            `The run that measured has ${counted(rest.notes.length, "note")} of its own; its job summary shows what they are.`,
          ],
  };
}

function comparisonWords({ benchmark, metric, ...numbers }: Comparison): Comparison {
  return {
    ...reasonWords(numbers),
    benchmark: oneWord(benchmark),
    metric: { ...metric, name: oneWord(metric.name), unit: oneWord(metric.unit) },
  };
}

type Reasoned = Pick<Comparison, "reason" | "secondDraw" | "margin" | "change" | "samples">;

function reasonWords<Judged extends Reasoned>(judged: Judged): Judged {
  const { reason } = judged;
  const ours = secondDrawWords(judged);
  if (ours !== undefined) return { ...judged, reason: ours };
  if (reason === undefined || REASONS.some((pattern) => pattern.test(reason))) return judged;
  return { ...judged, reason: "the job summary of the run that measured says why" };
}

/** A name as one word: `parse big file` is `parse·big·file`. */
function oneWord(name: string): string {
  return name
    .replace(NOT_OF_NAMES, "·")
    .slice(0, MAX_NAME)
    .replace(/[\ud800-\udbff]$/, "");
}
