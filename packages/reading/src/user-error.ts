/**
 * The user's fault: a wrong input, a missing file, a report that cannot be read. Shown as one line that
 * names the input or file, says what was found and what to write instead; never with a stack.
 */
export class UserError extends Error {
  override readonly name = "UserError";
}

/** Several user errors found together, shown one per line. */
export class UserErrors extends UserError {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}
