import { escapeMarkdown, linkTarget } from "@jessy-actions/kit/report/escape";
import type { FoundSection } from "@jessy-actions/versioning/changelog";
import { writeChanges } from "@jessy-actions/versioning/changelog-markdown";
import { type Changes, collectChanges } from "@jessy-actions/versioning/commit-changelog";
import { limitNotes } from "@jessy-actions/versioning/notes-limit";
import type { Facts, NotesPart } from "../facts.ts";
import type { Check, Notes } from "../publishing/plan.ts";

/** Name of the asset that holds the notes when GitHub does not take all of them. */
export const FULL_NOTES_NAME = "RELEASE_NOTES.md";

/**
 * The release's notes, put together from their sources, and what is to be said of them. Pure.
 *
 * A changelog, a file and GitHub's own notes are taken as they are: people wrote them to be shown. Text of commits is escaped.
 */
export function writeNotes(
  facts: Facts,
  section: FoundSection | undefined,
): { readonly notes: Notes; readonly checks: readonly Check[] } {
  const checks: Check[] = [];
  const texts: string[] = [];
  for (const part of facts.notes) {
    const text = textOf(part, facts, section, checks).trim();
    if (text !== "") texts.push(text);
  }
  const full = sanitize(texts.join("\n\n"));
  // A changelog without the section is a problem of its own already.
  const isSaid = facts.changelog !== undefined && facts.notes.every(({ source }) => source === "changelog");
  if (full === "" && !isSaid && !checks.some(({ state }) => state === "unknown"))
    checks.push({ subject: "notes", state: "fail", message: `The notes are empty: ${emptyReason(facts)}` });
  const { text, isCut } = limitNotes(full, closingLine(facts));
  if (isCut) {
    checks.push({
      subject: "notes",
      state: "warning",
      message: `The notes have ${full.length} characters, and GitHub takes 125,000: they are cut, and \`${FULL_NOTES_NAME}\` has all of them`,
    });
  }
  return { notes: { sources: facts.notes.map(({ source }) => source), full, text, isCut }, checks };
}

function textOf(part: NotesPart, facts: Facts, section: FoundSection | undefined, checks: Check[]): string {
  switch (part.source) {
    case "changelog":
      return section?.section?.body ?? "";
    case "file":
      return part.text;
    case "github":
      if ("known" in part.text) return part.text.known;
      checks.push({
        subject: "notes",
        state: "unknown",
        message: `GitHub's generated notes are not known: ${part.text.unknown}`,
      });
      return "";
    case "commits":
      return commitNotes(collectChanges(part.commits), part.isComplete, facts, checks);
  }
}

function commitNotes(changes: Changes, isComplete: boolean, facts: Facts, checks: Check[]): string {
  const { unconventional } = changes;
  if (unconventional.length > 0) {
    checks.push({
      subject: "notes",
      state: "warning",
      message: `${unconventional.length} ${unconventional.length === 1 ? "commit is" : "commits are"} not in the form of Conventional Commits; the notes list them as they are`,
    });
  }
  if (!isComplete) {
    checks.push({
      subject: "notes",
      state: "unknown",
      message: "This clone does not hold all commits since the last version; check out with `fetch-depth: 0`",
    });
  }
  const page = sourcePage(facts);
  const body = writeChanges(changes, {
    escape: escapeMarkdown,
    commitUrl: (sha) => `${page}/commit/${sha}`,
    pullRequestUrl: (number) => `${page}/pull/${number}`,
    issueUrl: ({ repository, number }) =>
      repository === undefined
        ? `${page}/issues/${number}`
        : linkTarget(`${facts.repository.serverUrl}/${repository}/issues/${number}`),
    level: 2,
    contributors: true,
  });
  return [body, compareLine(facts, page)].filter((text) => text !== "").join("\n\n");
}

function compareLine({ previousTag, tag }: Facts, page: string): string {
  if (previousTag === undefined) return "";
  const range = `${encodeURIComponent(previousTag.text)}...${encodeURIComponent(tag.text)}`;
  return `**All changes:** [${escapeMarkdown(`${previousTag.text}...${tag.text}`)}](${linkTarget(`${page}/compare/${range}`)})`;
}

function closingLine(facts: Facts): string {
  const { serverUrl, owner, name } = facts.repository;
  const address = `${serverUrl}/${owner}/${name}/releases/download/${facts.tag.text.split("/").map(encodeURIComponent).join("/")}/${FULL_NOTES_NAME}`;
  return `These notes are too long for GitHub. [All of them](${linkTarget(address)}) are among the assets.`;
}

function sourcePage({ repository: { serverUrl }, source: { owner, name } }: Facts): string {
  return `${serverUrl}/${owner}/${name}`;
}

function emptyReason({ notes, previousTag }: Facts): string {
  const only = notes.length === 1 ? notes[0]!.source : undefined;
  if (only === "commits")
    return `no commit since ${previousTag === undefined ? "the first one" : `\`${previousTag.text}\``} is worth telling`;
  if (only === "file") return "the file of `notes-file` is empty";
  return "write a section for the version, or choose another source in `notes`";
}

/** GitHub refuses a NUL, and JSON a half of a surrogate pair. */
function sanitize(text: string): string {
  return text.replaceAll("\0", "").replace(/\r\n?/g, "\n").toWellFormed();
}
