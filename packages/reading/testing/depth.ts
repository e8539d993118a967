/**
 * How deep tests of random and of damaged input go. `make test` tries a tenth, `npm run fuzz` everything. This is the
 * only place that reads the variable.
 */
export const isDeep = process.env.JESSY_FUZZ === "deep";

const FEWEST_RUNS = 100;

/** The parameters of a property that `npm run fuzz` tries `deep` times. */
export function runs(deep: number): { readonly numRuns: number } {
  return { numRuns: isDeep ? deep : Math.min(deep, Math.max(FEWEST_RUNS, Math.ceil(deep / 10))) };
}

/** Whether to try the case with this number: of many, every tenth. */
export function isTried(number: number): boolean {
  return isDeep || number % 10 === 0;
}

/** Rows of a large report. What grows with their square ends at a limit only in `npm run fuzz`. */
export const MANY = isDeep ? 100_000 : 10_000;
