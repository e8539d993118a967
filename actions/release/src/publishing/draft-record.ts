import type { ReleaseDocument } from "../github/release-document.ts";

/** Longest notes that GitHub takes, in characters. */
const MAX_BODY_CHARACTERS = 125_000;

const START = "<!-- jessy-actions: the files are of ";

/**
 * The text of a draft: its notes, and the commit that its files are of as a comment that nobody sees. Only a draft has it: publishing writes the
 * notes alone. Notes that leave no room stay without; the target of the draft says the same as long as the tag does not exist. Pure.
 */
export function withRecord(notes: string, commit: string): string {
  const text = `${withoutRecord(notes)}\n\n${START}${commit} -->`;
  return text.length > MAX_BODY_CHARACTERS ? notes : text;
}

/** The notes of a draft or release. Pure. */
export function withoutRecord(body: string): string {
  return split(body).notes;
}

/** The commit that a draft's files are of; undefined when the draft does not say, as one that a person made. Pure. */
export function recordedCommit({
  body,
  target_commitish: target = "",
}: Pick<ReleaseDocument, "body" | "target_commitish">): string | undefined {
  return split(body ?? "").commit ?? (COMMIT.test(target) ? target : undefined);
}

const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** The last record counts, and only at the end: what stands before it are notes, whatever they look like. */
function split(body: string): { readonly notes: string; readonly commit: string | undefined } {
  const start = body.lastIndexOf(START);
  const [commit = "", rest] = start === -1 ? [] : body.slice(start + START.length).split(" -->", 2);
  if (!COMMIT.test(commit) || rest?.trim() !== "") return { notes: body, commit: undefined };
  return { notes: body.slice(0, start).trimEnd(), commit };
}
