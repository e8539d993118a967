import { escapeMarkdown, linkTarget } from "@jessy-actions/kit/report/escape";
import { plural } from "@jessy-actions/kit/report/quantity";
import type { FoundSection } from "@jessy-actions/versioning/changelog";
import { writeInTwo } from "@jessy-actions/versioning/changelog-markdown";
import { collectChanges } from "@jessy-actions/versioning/commit-changelog";
import { withHeadingLevel } from "@jessy-actions/versioning/heading-level";
import { limitNotes } from "@jessy-actions/versioning/notes-limit";
import { FULL_NOTES_NAME } from "../assets/planned-assets.ts";
import type { Facts, NotesPart } from "../facts.ts";
import type { NotesSource } from "../inputs.ts";
import { type Check, fail, unknown, warn } from "../verification/check.ts";

export interface Notes {
  readonly sources: readonly NotesSource[];
  /** All of them. */
  readonly full: string;
  /** As many as GitHub takes. */
  readonly text: string;
  readonly isCut: boolean;
}

type NotesFacts = Pick<Facts, "notes" | "changelog" | "previousTag" | "tag" | "repository" | "source">;

/**
 * The release's notes, put together from their sources, and what there is to say about them. Pure.
 *
 * A changelog, a file and GitHub's own notes are taken as they are, since people wrote them to be shown. Text of commits is escaped.
 *
 * @param section what was found in the changelog for the version; undefined when there is no changelog.
 */
export function writeNotes(
  facts: NotesFacts,
  section: FoundSection | undefined,
): { readonly notes: Notes; readonly checks: readonly Check[] } {
  const written = facts.notes.map((part) => writePart(part, facts, section));
  const checks = written.flatMap((part) => part.checks);
  const full = sanitize(joined(written));
  // The check of the changelog already says that the section is missing.
  const isSaid = facts.changelog !== undefined && facts.notes.every(({ source }) => source === "changelog");
  if (full === "" && !isSaid && !checks.some(({ state }) => state !== "warning"))
    checks.push(fail("notes", `The notes are empty: ${emptyReason(facts)}`));
  const { text, isCut } = limitNotes(full, closingLine(facts));
  if (isCut) {
    const message = `The notes have ${full.length} characters, and GitHub takes 125,000: they are cut, and \`${FULL_NOTES_NAME}\` has all of them`;
    checks.push(warn("notes", message));
  }
  return { notes: { sources: facts.notes.map(({ source }) => source), full, text, isCut }, checks };
}

/** The highest heading of notes with several parts: GitHub shows the release's name above them. */
const LEVEL = 2;

/** One document: what breaks first, wherever it was found, and headings of one level. */
function joined(parts: readonly WrittenPart[]): string {
  const texts = [...parts.map(({ breaking = "" }) => breaking), ...parts.map(({ text }) => text)]
    .map((text) => text.trim())
    .filter((text) => text !== "");
  return parts.length === 1 ? texts.join("\n\n") : texts.map((text) => withHeadingLevel(text, LEVEL)).join("\n\n");
}

interface WrittenPart {
  readonly text: string;
  /** What breaks, of commits. */
  readonly breaking?: string;
  readonly checks: readonly Check[];
}

function writePart(part: NotesPart, facts: NotesFacts, section: FoundSection | undefined): WrittenPart {
  switch (part.source) {
    case "changelog":
      return { text: section?.section?.body ?? "", checks: [] };
    case "file":
      return { text: part.text, checks: [] };
    case "github":
      if ("known" in part.text) return { text: part.text.known, checks: [] };
      return { text: "", checks: [unknown("notes", `GitHub's generated notes are not known: ${part.text.unknown}`)] };
    case "commits":
      return writeCommits(part, facts);
  }
}

function writeCommits(
  { commits, isComplete, problem }: Extract<NotesPart, { readonly source: "commits" }>,
  facts: NotesFacts,
): WrittenPart {
  if (problem !== undefined) {
    const remedy = "set `working-directory` to the package's folder, or choose another source in `notes`";
    return { text: "", checks: [fail("notes", `The package's commits are not known: ${problem}; ${remedy}`)] };
  }
  const changes = collectChanges(commits);
  const checks: Check[] = [];
  const odd = changes.unconventional.length;
  if (odd > 0) {
    const verb = odd === 1 ? "does" : "do";
    checks.push(
      warn(
        "notes",
        `${odd} ${plural(odd, "commit")} ${verb} not follow Conventional Commits; the notes list them as they are`,
      ),
    );
  }
  if (!isComplete) {
    const message = "This clone does not hold every commit since the last version; check out with `fetch-depth: 0`";
    checks.push(unknown("notes", message));
  }
  const page = sourcePage(facts);
  const { breaking, rest } = writeInTwo(changes, {
    escape: escapeMarkdown,
    commitUrl: (sha) => `${page}/commit/${sha}`,
    pullRequestUrl: (number) => `${page}/pull/${number}`,
    issueUrl: ({ repository, number }) =>
      repository === undefined
        ? `${page}/issues/${number}`
        : linkTarget(`${facts.repository.serverUrl}/${repository}/issues/${number}`),
    level: LEVEL,
    contributors: true,
  });
  return { breaking, text: `${rest}\n\n${compareLine(facts, page)}`, checks };
}

function compareLine({ previousTag, tag }: NotesFacts, page: string): string {
  if (previousTag === undefined) return "";
  const range = `${encodeURIComponent(previousTag.text)}...${encodeURIComponent(tag.text)}`;
  const text = escapeMarkdown(`${previousTag.text}...${tag.text}`);
  return `**All changes:** [${text}](${linkTarget(`${page}/compare/${range}`)})`;
}

function closingLine({ repository: { serverUrl, owner, name }, tag }: NotesFacts): string {
  const path = tag.text.split("/").map(encodeURIComponent).join("/");
  const address = `${serverUrl}/${owner}/${name}/releases/download/${path}/${FULL_NOTES_NAME}`;
  return `These notes are too long for GitHub. [All of them](${linkTarget(address)}) are among the assets.`;
}

function sourcePage({ repository: { serverUrl }, source: { owner, name } }: NotesFacts): string {
  return `${serverUrl}/${owner}/${name}`;
}

function emptyReason({ notes }: NotesFacts): string {
  const only = notes.length === 1 ? notes[0]!.source : undefined;
  // Only of a first release: any other has at least the line that links to all changes.
  if (only === "commits") return "there is no commit that users would want to read about";
  if (only === "file") return "the file of `notes-file` is empty";
  return "write a section for the version, or choose another source in `notes`";
}

/** GitHub refuses a NUL, and JSON cannot hold half a surrogate pair. */
function sanitize(text: string): string {
  return text.replaceAll("\0", "").replace(/\r\n?/g, "\n").toWellFormed();
}
