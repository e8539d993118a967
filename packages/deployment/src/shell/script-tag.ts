/** Stands in the command line of every process that runs a script, so that one that was left behind is found. */
export const SCRIPT_MARK = "jessy-script";

/** Which run started a script, and which of its scripts it is: the two words after the mark. Never secret. */
export interface ScriptTag {
  /** `RUN-ATTEMPT`, the same as in the lock. */
  readonly run: string;
  /** Unique within the run. */
  readonly id: string;
}

/** @throws Error for a word that a shell could read as more than a word. */
export function tagWords({ run, id }: ScriptTag): string {
  for (const word of [run, id])
    if (!/^[A-Za-z0-9][A-Za-z0-9.-]{0,63}$/.test(word))
      throw new Error(`a script cannot be tagged ${JSON.stringify(word)}`);
  return `${SCRIPT_MARK} ${run} ${id}`;
}
