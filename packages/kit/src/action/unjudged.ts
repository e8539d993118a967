/**
 * A rule that somebody asked for and that has nothing to be judged by: the base cannot be fetched, the cache was down, a
 * tool crashed, no report has a branch. Nothing judged is never green, so it fails, unless an input of the workflow
 * allows just that; then the gate's row and an annotation say so.
 *
 * A rule that was judged, and one that rightly finds nothing to judge (a change of documents), have none of this.
 */
export interface Unjudged<Cause extends string = string, Input extends string = string> {
  /** What is missing, in a word of the result file's schema. */
  readonly cause: Cause;
  /** The input that decides; absent where none can allow it. */
  readonly input?: Input;
  /** Whether that input says `warn`. */
  readonly allowed: boolean;
}

/** What the workflow says of one thing that may be missing. */
export interface Allowance<Input extends string = string> {
  readonly input: Input;
  readonly value: "fail" | "warn";
}

/** @param allowance the input that decides; left out where none may. */
export function unjudged<Cause extends string, Input extends string>(
  cause: Cause,
  allowance?: Allowance<Input>,
): Unjudged<Cause, Input> {
  if (allowance === undefined) return { cause, allowed: false };
  return { cause, input: allowance.input, allowed: allowance.value === "warn" };
}

/** The end of a sentence that says why: `; \`on-missing-base: warn\` allows it`. Empty where no input decides. */
export function allowanceWords({ input, allowed }: Unjudged): string {
  if (input === undefined) return "";
  return allowed ? `; \`${input}: warn\` allows it` : `; \`${input}: warn\` would allow it`;
}
