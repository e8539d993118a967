import { createHash } from "node:crypto";
import type { ReleaseDocument } from "../github/release-document.ts";

/** Longest notes that GitHub takes, in characters. */
const MAX_BODY_CHARACTERS = 125_000;

const START = "<!-- jessy-actions: the files are of ";

/**
 * The text of a draft: its notes, and a comment that nobody sees. It says which commit the draft's files are of, and
 * which notes are ours, so that the next run knows notes that somebody wrote or edited. Only a draft has it: publishing
 * writes the notes alone. Notes that leave no room stay without; the target of the draft says the same as long as the
 * tag does not exist. Pure.
 *
 * @param areOurs false for notes that somebody wrote, and that are kept.
 */
export function withRecord(notes: string, commit: string, areOurs = true): string {
  const plain = withoutRecord(notes);
  const text = `${plain}\n\n${START}${commit}${areOurs ? `${NOTES}${fingerprint(plain)}` : ""} -->`;
  return text.length > MAX_BODY_CHARACTERS ? notes : text;
}

const NOTES = ", the notes ";

/** The notes of a draft or release. Pure. */
export function withoutRecord(body: string): string {
  return split(body).notes;
}

/**
 * Notes of a draft that somebody wrote, or edited since we wrote them; undefined when there are none. Pure.
 *
 * @param written notes of this run: the same in a draft are not somebody's, also where no record had room.
 */
export function notesOfSomebody(
  { draft, body }: Pick<ReleaseDocument, "draft" | "body">,
  written: string,
): string | undefined {
  const { notes, ours } = split(body ?? "");
  if (!draft || notes.trim() === "") return undefined;
  return [ours, fingerprint(written)].includes(fingerprint(notes)) ? undefined : notes;
}

/** The commit that a draft's files are of; undefined when the draft does not say, as one that a person made. Pure. */
export function recordedCommit({
  body,
  target_commitish: target = "",
}: Pick<ReleaseDocument, "body" | "target_commitish">): string | undefined {
  return split(body ?? "").commit ?? (COMMIT.test(target) ? target : undefined);
}

const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** GitHub may change line ends, and people blanks at the end. */
function fingerprint(notes: string): string {
  return createHash("sha256").update(notes.replace(/\r\n?/g, "\n").trimEnd()).digest("hex").slice(0, 16);
}

interface Body {
  readonly notes: string;
  readonly commit: string | undefined;
  /** The fingerprint of the notes that we wrote. */
  readonly ours: string | undefined;
}

/** The last record counts, and only at the end: what stands before it are notes, whatever they look like. */
function split(body: string): Body {
  const start = body.lastIndexOf(START);
  const [record = "", rest] = start === -1 ? [] : body.slice(start + START.length).split(" -->", 2);
  const [commit = "", ours] = record.split(NOTES, 2);
  if (!COMMIT.test(commit) || rest?.trim() !== "") return { notes: body, commit: undefined, ours: undefined };
  return { notes: body.slice(0, start).trimEnd(), commit, ours };
}
