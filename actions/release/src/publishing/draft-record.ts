import type { ReleaseDocument } from "../github/release-document.ts";

/** Longest notes that GitHub takes, in characters. */
const MAX_BODY_CHARACTERS = 125_000;

const RECORD = /\n*<!-- jessy-actions: the files are of ([0-9a-f]{40}|[0-9a-f]{64}) -->\s*$/;

/**
 * The text of a draft: its notes, and the commit that its files are of as a comment that nobody sees. Only a draft has it: publishing writes the
 * notes alone. Notes that leave no room stay without; the target of the draft says the same as long as the tag does not exist. Pure.
 */
export function withRecord(notes: string, commit: string): string {
  const text = `${withoutRecord(notes)}\n\n<!-- jessy-actions: the files are of ${commit} -->`;
  return text.length > MAX_BODY_CHARACTERS ? notes : text;
}

/** The notes of a draft or release. Pure. */
export function withoutRecord(body: string): string {
  return body.replace(RECORD, "");
}

/** The commit that a draft's files are of; undefined when the draft does not say, as one that a person made. Pure. */
export function recordedCommit({
  body,
  target_commitish: target,
}: Pick<ReleaseDocument, "body" | "target_commitish">): string | undefined {
  const recorded = RECORD.exec(body ?? "")?.[1];
  return recorded ?? (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(target ?? "") ? target : undefined);
}
