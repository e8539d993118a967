/** The recorded samples of one benchmark on both sides, in the order in which they were taken. */
export interface Cell {
  readonly name: string;
  readonly base: readonly number[];
  readonly head: readonly number[];
}

/** A way to tell a slower head from noise. */
export interface Rule {
  readonly name: string;
  /** For each benchmark of one job whether it would be called a regression. */
  regressions(job: readonly Cell[]): readonly boolean[];
}

/** A rule that looks at each benchmark alone. */
export function rule(name: string, isRegression: (cell: Cell) => boolean): Rule {
  return { name, regressions: (job) => job.map(isRegression) };
}
