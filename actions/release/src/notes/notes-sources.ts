import { resolve } from "node:path";
import type { Git } from "@jessy-actions/kit/git/git";
import { quote } from "@jessy-actions/kit/runner/inputs";
import { UserError } from "@jessy-actions/reading/user-error";
import type { PackageFolder } from "@jessy-actions/versioning/package-folder";
import type { Tag } from "@jessy-actions/versioning/tag";
import { readRange } from "../checkout/commit-range.ts";
import type { Remote } from "../checkout/remote.ts";
import { readText } from "../checkout/text-file.ts";
import type { Known, NotesPart, TagFacts } from "../facts.ts";
import type { Inputs, NotesSource } from "../inputs.ts";

export interface NotesContext {
  readonly inputs: Inputs;
  /** The working directory, absolute. */
  readonly directory: string;
  readonly git: Git;
  readonly remote: Remote;
  readonly tag: Tag;
  readonly commit: string;
  readonly previousTag: Tag | undefined;
  /** Where the tag's package is. */
  readonly place: PackageFolder;
  readonly tags: TagFacts;
  /** Asks GitHub for its own notes since a tag. */
  readonly generate: (previousTag: string | undefined) => Promise<Known<string>>;
}

/**
 * Reads what the notes are made of, one part per source.
 *
 * @throws UserError when the file of `notes-file` cannot be read.
 */
export async function gatherNotes(sources: readonly NotesSource[], context: NotesContext): Promise<NotesPart[]> {
  const parts: NotesPart[] = [];
  for (const source of sources) parts.push(await gatherPart(source, context));
  return parts;
}

async function gatherPart(source: NotesSource, context: NotesContext): Promise<NotesPart> {
  switch (source) {
    case "changelog":
      return { source };
    case "commits":
      return { source, ...(await readCommits(context)) };
    case "github":
      return { source, text: await context.generate(context.previousTag?.text) };
    case "file": {
      const path = context.inputs.notesFile!;
      const text = readText(resolve(context.directory, path));
      if (text !== undefined) return { source, text };
      throw new UserError(`input \`notes-file\`: ${quote(path)} cannot be read in ${context.directory}`);
    }
  }
}

async function readCommits({ git, remote, tag, commit, previousTag, tags, place }: NotesContext) {
  if ("problem" in place) return { commits: [], isComplete: true, problem: place.problem };
  const from = previousTag === undefined ? undefined : tags.all.get(previousTag.text);
  const paths = tag.prefix === "" || place.folder === "" ? [] : [place.folder];
  return readRange(git, remote, { from, to: commit }, paths);
}
