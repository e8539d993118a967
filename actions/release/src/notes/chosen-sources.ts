import type { Inputs, NotesSource } from "../inputs.ts";

/** The input's sources; without it a changelog if there is one, else the commits. */
export function chooseSources(notes: Inputs["notes"], changelog: string | undefined): readonly NotesSource[] {
  if (notes !== "auto") return notes;
  return changelog === undefined ? ["commits"] : ["changelog"];
}
