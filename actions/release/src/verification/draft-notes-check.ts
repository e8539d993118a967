import type { Inputs } from "../inputs.ts";
import { type Check, warn } from "./check.ts";

/**
 * Says what becomes of notes that somebody wrote into the draft: nothing of theirs is lost without a word. Pure.
 *
 * @param somebodys their notes; undefined when there are none.
 */
export function checkDraftNotes({ draftNotes }: Pick<Inputs, "draftNotes">, somebodys: string | undefined): Check[] {
  if (somebodys === undefined) return [];
  const found = "The draft has notes that somebody wrote or edited";
  return [
    warn(
      "notes",
      draftNotes === "keep"
        ? `${found}: they and its title are kept; \`draft-notes: replace\` takes this run's`
        : `${found}: they are replaced, and this report has them`,
    ),
  ];
}
