/**
 * How long it takes to make a changelog of 10,000 commits, to find a section in a changelog of 700 KB, and to cut notes.
 *
 *     npx node bench/versioning/changelog.ts
 */

import { findSection } from "@jessy-actions/versioning/changelog";
import { writeChanges } from "@jessy-actions/versioning/changelog-markdown";
import { collectChanges, type LoggedCommit } from "@jessy-actions/versioning/commit-changelog";
import { limitNotes } from "@jessy-actions/versioning/notes-limit";
import { parseVersion } from "@jessy-actions/versioning/semver";

const COMMITS = 10_000;
const ROUNDS = 5;

const sha = (at: number) => (at * 2_654_435_761).toString(16).padStart(10, "0").repeat(4);

function message(at: number): string {
  if (at % 50 === 0) return `Revert "fix(core): case ${at + 1} (#${at + 1})"\n\nThis reverts commit ${sha(at + 1)}.`;
  if (at % 20 === 0) return `feat(api)!: drop ${at} (#${at})\n\nBody.\n\nBREAKING CHANGE: ${at} is gone\nRefs: #${at}`;
  if (at % 7 === 0) return `Update ${at}\n\nCo-authored-by: B ${at % 40} <b${at % 40}@example.com>`;
  return `${at % 3 === 0 ? "feat" : "fix"}(core): case ${at} (#${at})\n\nWhy it is so.\nIn two lines.\n\nCloses #${at}`;
}

const commits: LoggedCommit[] = Array.from({ length: COMMITS }, (_, at) => ({
  sha: sha(at),
  parents: [sha(at + 1)],
  message: message(at),
  authorName: `A ${at % 100}`,
  authorEmail: `a${at % 100}@example.com`,
}));

const changelog = Array.from(
  { length: 2_500 },
  (_, at) =>
    `## [1.${2_500 - at}.0](https://example.com/${at}) - 2026-01-01\n\n### Added\n\n- What [one][${at}] has to say of it\n- And what another one has to add, at some length, in ${at}\n\n\`\`\`sh\n# not a heading\n\`\`\`\n\n[${at}]: https://example.com/${at}\n\n`,
).join("");

function measure(name: string, work: () => unknown): void {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = process.hrtime.bigint();
    work();
    return Number(process.hrtime.bigint() - start) / 1e6;
  });
  const median = times.toSorted((a, b) => a - b)[ROUNDS >> 1]!;
  process.stdout.write(`${name.padEnd(44)} first ${times[0]!.toFixed(1)} ms, median ${median.toFixed(1)} ms\n`);
}

// As much work as the real escape has: a few passes over the text.
const inert = (text: string) => text.replace(/[\\`*_{}[\]()#!|~:^@]/g, "\\$&").replace(/[&<>]/g, "");
const url = (path: string | number) => `https://github.com/o/r/${path}`;
const write = () =>
  writeChanges(collectChanges(commits), {
    escape: inert,
    commitUrl: url,
    pullRequestUrl: url,
    issueUrl: ({ number }) => url(number),
    level: 3,
    contributors: true,
  });

measure(`changelog of ${COMMITS} commits`, write);
measure(`a section of ${Math.round(changelog.length / 1000)} KB`, () => findSection(changelog, parseVersion("1.7.0")!));
const notes = write();
measure(`notes of ${Math.round(notes.length / 1000)} KB cut to 125,000 characters`, () => limitNotes(notes, "more"));
