import { findSection } from "@jessy-actions/versioning/changelog";
import type { LoggedCommit } from "@jessy-actions/versioning/commit-changelog";
import { parseTag } from "@jessy-actions/versioning/tag";
import { describe, expect, test } from "vitest";
import { factsOf } from "../../testing/facts.ts";
import type { Facts, NotesPart } from "../facts.ts";
import { writeNotes } from "./written-notes.ts";

function commit(number: number, message: string): LoggedCommit {
  return { sha: `${number}`.padEnd(40, "0"), message, authorName: "Ada", authorEmail: "ada@x.org" };
}
const commits = (...messages: string[]): NotesPart => ({
  source: "commits",
  commits: messages.map((message, at) => commit(at + 1, message)),
  isComplete: true,
});

function written(parts: readonly NotesPart[], more: Partial<Facts> = {}) {
  const facts = factsOf({ notes: parts, ...more });
  const text = facts.changelog?.text;
  const section = text === undefined ? undefined : findSection(text, facts.tag.version, facts.tag.prefix);
  const { notes, checks } = writeNotes(facts, section);
  return { notes, said: checks.map(({ subject, state, message }) => `${subject} ${state}: ${message}`) };
}

describe("sources", () => {
  test.each<[string, readonly NotesPart[], string, Partial<Facts>?]>([
    ["the changelog's section", [{ source: "changelog" }], "- it works"],
    ["a file", [{ source: "file", text: "\n by hand \n" }], "by hand"],
    ["GitHub's", [{ source: "github", text: { known: "## What's Changed" } }], "## What's Changed"],
    [
      "several, one after another, without empty ones",
      [{ source: "file", text: "a" }, { source: "file", text: " " }, { source: "changelog" }],
      "a\n\n- it works",
    ],
    ["lines of Windows, and a NUL", [{ source: "file", text: "a\r\nb\rc\0" }], "a\nb\nc"],
    ["half a surrogate pair", [{ source: "file", text: "a\ud800" }], "a\ufffd"],
  ])("%s", (_, parts, expected, more) => {
    const { notes, said } = written(parts, more);
    expect(notes).toEqual({ sources: parts.map(({ source }) => source), full: expected, text: expected, isCut: false });
    expect(said).toEqual([]);
  });
});

describe("commits", () => {
  const previousTag = parseTag("v1.2.2")!;

  test("are grouped, linked and escaped", () => {
    const { notes, said } = written([commits("feat: *a* (#5)", "fix: b\n\nCloses #9, other/repo#4")], { previousTag });
    expect(said).toEqual([]);
    expect(notes.text).toContain("\\*a\\*");
    expect(notes.text).toContain("(https://github.com/org/demo/commit/1000000000000000000000000000000000000000)");
    expect(notes.text).toContain("(https://github.com/org/demo/pull/5)");
    expect(notes.text).toContain("(https://github.com/org/demo/issues/9)");
    expect(notes.text).toContain("(https://github.com/other/repo/issues/4)");
    expect(notes.text).toMatch(/^## /);
    expect(notes.text).toContain("Ada");
    expect(notes.text.split("\n\n").at(-1)).toBe(
      "**All changes:** [v1.2.2...v1.2.3](https://github.com/org/demo/compare/v1.2.2...v1.2.3)",
    );
  });

  test("of a first release have nothing to be compared with", () => {
    expect(written([commits("feat: a")]).notes.text).not.toContain("All changes");
  });

  test("that users would not want to read about leave the link to all changes", () => {
    const link = "**All changes:** [v1.2.2...v1.2.3](https://github.com/org/demo/compare/v1.2.2...v1.2.3)";
    expect(written([commits()], { previousTag })).toMatchObject({ notes: { text: link }, said: [] });
    const parts: NotesPart[] = [{ source: "file", text: "a" }, commits(), { source: "file", text: "b" }];
    expect(written(parts, { previousTag }).notes.text).toBe(`a\n\n${link}\n\nb`);
    expect(written(parts).notes.text).toBe("a\n\nb");
  });

  test("link to where they are, not to where the release goes", () => {
    const { notes } = written([commits("feat: a")], { repository: { ...factsOf().repository, name: "other" } });
    expect(notes.text).toContain("(https://github.com/org/demo/commit/");
  });

  test("tags of packages are encoded", () => {
    const tag = parseTag("x/pkg/v1.2.3")!;
    const { notes } = written([commits("feat: a")], { tag, previousTag: parseTag("x/pkg/v1.2.2")! });
    expect(notes.text).toContain("/compare/x%2Fpkg%2Fv1.2.2...x%2Fpkg%2Fv1.2.3)");
  });

  test.each([
    [["feat: a", "odd"], "1 commit does not follow"],
    [["odd", "feat: a", "odder"], "2 commits do not follow"],
  ])("%j: %s", (messages, start) => {
    expect(written([commits(...messages)]).said).toEqual([
      `notes warning: ${start} Conventional Commits; the notes list them as they are`,
    ]);
  });

  test("that the clone lacks are unknown", () => {
    const part = { ...commits("feat: a"), isComplete: false } as NotesPart;
    expect(written([part]).said).toEqual([
      "notes unknown: This clone does not hold every commit since the last version; check out with `fetch-depth: 0`",
    ]);
  });
});

describe("empty notes", () => {
  const none = { changelog: undefined };
  test.each<[string, readonly NotesPart[], Partial<Facts>, readonly string[]]>([
    [
      "of commits",
      [commits()],
      none,
      ["notes fail: The notes are empty: there is no commit that users would want to read about"],
    ],
    [
      "of a file",
      [{ source: "file", text: "\n" }],
      none,
      ["notes fail: The notes are empty: the file of `notes-file` is empty"],
    ],
    [
      "of several",
      [
        { source: "file", text: "" },
        { source: "github", text: { known: "" } },
      ],
      none,
      ["notes fail: The notes are empty: write a section for the version, or choose another source in `notes`"],
    ],
    [
      "of GitHub",
      [{ source: "github", text: { known: "" } }],
      none,
      ["notes fail: The notes are empty: write a section for the version, or choose another source in `notes`"],
    ],
    [
      "of a changelog without the section, which the check of the changelog says",
      [{ source: "changelog" }],
      { changelog: { path: "C", text: "# none" } },
      [],
    ],
    [
      "of such a changelog and a file",
      [{ source: "changelog" }, { source: "file", text: "" }],
      { changelog: { path: "C", text: "# none" } },
      ["notes fail: The notes are empty: write a section for the version, or choose another source in `notes`"],
    ],
    [
      "of a file beside such a changelog, of which nothing was asked",
      [{ source: "file", text: "" }],
      { changelog: { path: "C", text: "# none" } },
      ["notes fail: The notes are empty: the file of `notes-file` is empty"],
    ],
    [
      "of a changelog that nobody wants",
      [{ source: "changelog" }],
      none,
      ["notes fail: The notes are empty: write a section for the version, or choose another source in `notes`"],
    ],
    [
      "that GitHub did not tell",
      [{ source: "github", text: { unknown: "no answer" } }],
      none,
      ["notes unknown: GitHub's generated notes are not known: no answer"],
    ],
  ])("%s", (_, parts, more, expected) => {
    const { notes, said } = written(parts, more);
    expect(notes.full).toBe("");
    expect(said).toEqual(expected);
  });
});

describe("GitHub's limit", () => {
  const line = "- a line of notes\n";
  test("is not touched by notes of its length", () => {
    const text = "x".repeat(125_000);
    expect(written([{ source: "file", text }])).toMatchObject({ notes: { isCut: false, text }, said: [] });
  });

  test("cuts what is longer, says so, and links to the whole", () => {
    const { notes, said } = written([{ source: "file", text: line.repeat(8000) }], { tag: parseTag("x/y/v1.2.3")! });
    expect(notes.isCut).toBe(true);
    expect(notes.full).toHaveLength(line.length * 8000 - 1);
    expect(notes.text.length).toBeLessThanOrEqual(125_000);
    expect(notes.text).toContain(
      "These notes are too long for GitHub. [All of them](https://github.com/org/demo/releases/download/x/y/v1.2.3/RELEASE_NOTES.md) are among the assets.",
    );
    expect(said).toEqual([
      "notes warning: The notes have 143999 characters, and GitHub takes 125,000: they are cut, and `RELEASE_NOTES.md` has all of them",
    ]);
  });
});
