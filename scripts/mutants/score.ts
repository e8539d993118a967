import type { MutantResult } from "@stryker-mutator/api/core";

/** A mutant that no test noticed. */
export interface Survivor {
  /** One-based, as editors count; so is `column`. */
  readonly line: number;
  readonly column: number;
  /** The kind of change, such as `EqualityOperator`. */
  readonly mutator: string;
  /** What stands in the mutant instead of the original code. */
  readonly replacement: string;
  /** Why it lives: tests run the code and pass, no test runs it, or a comment excludes it without saying why. */
  readonly reason: "unnoticed" | "not run" | "excluded without a reason";
}

/** How many mutants of a file the tests of its room kill. */
export interface Score {
  readonly file: string;
  readonly killed: number;
  readonly survivors: readonly Survivor[];
  /** Mutants that a comment excludes and explains. They count on neither side. */
  readonly excluded: number;
}

/** What the tool says of a mutant whose comment gives no reason. */
const NO_REASON = "Ignored using a comment";

/**
 * Counts the mutants of one file. A mutant that runs forever counts as killed; one that cannot be loaded does not
 * count.
 */
export function scoreOf(file: string, mutants: readonly MutantResult[]): Score {
  const survivors = mutants.flatMap((mutant) => {
    const reason = whyAlive(mutant);
    if (reason === undefined) return [];
    const { location, mutatorName, replacement } = mutant;
    return [{ ...location.start, mutator: mutatorName, replacement, reason }];
  });
  return {
    file,
    killed: mutants.filter(({ status }) => status === "Killed" || status === "Timeout").length,
    survivors: survivors.sort((a, b) => a.line - b.line || a.column - b.column),
    excluded: mutants.filter(({ status, statusReason }) => status === "Ignored" && statusReason !== NO_REASON).length,
  };
}

function whyAlive({ status, statusReason }: MutantResult): Survivor["reason"] | undefined {
  if (status === "Survived") return "unnoticed";
  if (status === "NoCoverage") return "not run";
  return status === "Ignored" && statusReason === NO_REASON ? "excluded without a reason" : undefined;
}

/** Whether the tests kill at least `percent` of the mutants. A file without mutants has none to kill. */
export function reaches({ killed, survivors }: Score, percent: number): boolean {
  return killed * 100 >= percent * (killed + survivors.length);
}

/** The killed share in percent, with one decimal, rounded down; "-" if there are no mutants. */
export function percentOf({ killed, survivors }: Score): string {
  const all = killed + survivors.length;
  return all === 0 ? "-" : (Math.floor((killed * 1000) / all) / 10).toFixed(1);
}
