import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ChangelogWriting, writeChanges } from "./changelog-markdown.ts";
import { CHANGE_GROUPS, type Changes, collectChanges, type LoggedCommit } from "./commit-changelog.ts";

/** Newest first; each commit's sha is its place from the end, in hex digits: the oldest is 1111111... */
function log(...messages: readonly string[]): LoggedCommit[] {
  return messages.map((message, at) => ({
    sha: (messages.length - at).toString(16).repeat(40).slice(0, 40),
    parents: /^Merged? /.test(message) ? [sha("a"), sha("b")] : [sha("a")],
    message,
    authorName: "Ada",
    authorEmail: "ada@example.com",
  }));
}

/** Shows what was escaped. */
const WRITING: ChangelogWriting = { escape: (text) => `<${text}>`, level: 3, contributors: false };

const sha = (digit: string) => digit.repeat(40);

function summary(changes: Changes) {
  const titles = (list: readonly { readonly title: string }[]) => list.map((each) => each.title);
  return {
    shown: changes.groups.flatMap((group) => titles(group.changes)),
    pairs: changes.reverts.map(({ revert, reverted }) => [revert.title, ...titles(reverted)]),
  };
}

test.each<[name: string, messages: string[], shown: string[], pairs: string[][]]>([
  ["by commit", [`Revert "fix: a"\n\nThis reverts commit ${sha("1")}.`, "fix: a"], [], [['Revert "fix: a"', "a"]]],
  ["by a short commit", ["revert: a\n\nRefs: 1111111", "feat: b", "fix: a"], ["b"], [["a", "a"]]],
  ["of several", ["revert: both\n\nRefs: 1111111, 2222222", "fix: b", "fix: a"], [], [["both", "a", "b"]]],
  ["by title", ['Revert "fix: a (#1)" (#2)', "fix: a (#1)"], [], [['Revert "fix: a (#1)"', "a"]]],
  ["by a title without its number", ['Revert "fix: a" (#2)', "fix: a (#1)"], [], [['Revert "fix: a"', "a"]]],
  ["by title of a conventional revert", ["revert: fix: a", "fix: a"], [], [["fix: a", "a"]]],
  [
    "the newest of one title",
    ['Revert "fix: a"', "fix: a", "fix: b", "fix: a"],
    ["b", "a"],
    [['Revert "fix: a"', "a"]],
  ],
  [
    "each of one title",
    ['Revert "fix: a"', 'Revert "fix: a"', "fix: a", "fix: a"],
    [],
    [
      ['Revert "fix: a"', "a"],
      ['Revert "fix: a"', "a"],
    ],
  ],
  [
    "outside of the range",
    [`Revert "fix: a"\n\nThis reverts commit ${sha("9")}.`, "fix: b"],
    ["b", 'Revert "fix: a"'],
    [],
  ],
  ["of something newer", ["fix: a", 'Revert "fix: a"'], ["a", 'Revert "fix: a"'], []],
  ["one of two is outside", ["revert: both\n\nRefs: 1111111, 9999999", "fix: a"], ["a", "both"], []],
  [
    "a revert of a revert",
    [
      `Revert "Revert "fix: a""\n\nThis reverts commit ${sha("2")}.`,
      `Revert "fix: a"\n\nThis reverts commit ${sha("1")}.`,
      "fix: a",
    ],
    ["a"],
    [['Revert "Revert "fix: a""', 'Revert "fix: a"']],
  ],
  [
    "the same by title",
    ['Revert "Revert "fix: a""', 'Revert "fix: a"', "fix: a"],
    ["a"],
    [['Revert "Revert "fix: a""', 'Revert "fix: a"']],
  ],
  ["Reapply", ['Reapply "fix: a"', 'Revert "fix: a"', "fix: a"], ["a"], [['Reapply "fix: a"', 'Revert "fix: a"']]],
  [
    "a revert of a revert of a revert",
    [
      `Revert "Reapply "fix: a""\n\nThis reverts commit ${sha("3")}.`,
      `Reapply "fix: a"\n\nThis reverts commit ${sha("2")}.`,
      `Revert "fix: a"\n\nThis reverts commit ${sha("1")}.`,
      "fix: a",
    ],
    [],
    [
      ['Revert "Reapply "fix: a""', 'Reapply "fix: a"'],
      ['Revert "fix: a"', "a"],
    ],
  ],
])("reverts: %s", (_, messages, shown, pairs) => {
  expect(summary(collectChanges(log(...messages)))).toEqual({ shown, pairs });
});

test("groups, breaking first, what has no group, what has no form", () => {
  const changes = collectChanges(
    log(
      "feat(api)!: drop v1 (#12)",
      "fix: a\n\nCloses #3, other/repo#4\nRefs: #5",
      "chore: b\n\nBREAKING CHANGE: no more Node 6.\nUse 24.\n\n- first\n- second\n\nlast",
      "wip",
      "deps: c (#7)",
      "FEAT(x): d",
      "Merge branch 'x'",
      "v1.2.2",
      "fixup! fix: a",
      "",
      "style: e\n\nBREAKING CHANGE:\n- only\n- a list",
    ),
  );
  expect(writeChanges(changes, WRITING)).toBe(`### Breaking changes

- **<api>:** <drop v1> (<#12>) (\`bbbbbbb\`)
- <no more Node 6. Use 24.> (\`9999999\`)
  - <first>
  - <second>

  <last>
- <e> (\`1111111\`)
  - <only>
  - <a list>

### Features

- **<api>:** <drop v1> (<#12>) (\`bbbbbbb\`)
- **<x>:** <d> (\`6666666\`)

### Bug fixes

- <a> (\`aaaaaaa\`), see <#3>, <other/repo#4>, <#5>

### Chores

- <b> (\`9999999\`)
- <e> (\`1111111\`)

### Other changes

- <deps: c> (<#7>) (\`7777777\`)

### Not in the form of Conventional Commits

- <wip> (\`8888888\`)
- <fixup! fix: a> (\`3333333\`)
- <> (\`2222222\`)`);
  expect(changes.omitted.map((each) => each.title)).toEqual(["Merge branch 'x'", "v1.2.2"]);
});

test("every type has its group, and reverts of what is not in the range have theirs", () => {
  const types = ["style", "chore", "test", "ci", "build", "refactor", "docs", "perf", "fix", "feat"];
  const { groups } = collectChanges(log(...types.map((type) => `${type}: a ${type}`), 'Reapply "x"', 'Revert "y"'));
  expect(groups.map(({ title, changes }) => [title, ...changes.map((each) => each.title)])).toEqual([
    ["Features", "a feat"],
    ["Bug fixes", "a fix"],
    ["Performance", "a perf"],
    ["Reverts", 'Reapply "x"', 'Revert "y"'],
    ["Documentation", "a docs"],
    ["Refactoring", "a refactor"],
    ["Build and CI", "a ci", "a build"],
    ["Tests", "a test"],
    ["Chores", "a style", "a chore"],
  ]);
  expect(collectChanges(log("fix: a")).groups).toHaveLength(1);
});

test.each<[message: string, title: string, pullRequest: number | undefined]>([
  ["fix: a (#12)", "a", 12],
  ["fix: a  (#12)", "a", 12],
  ["fix: a(#12)", "a(#12)", undefined],
  ["fix: (#12)", "(#12)", undefined],
  ["(#12)", "(#12)", undefined],
  [" (#12)", "(#12)", undefined],
  ["wip (#12) more", "wip (#12) more", undefined],
])("%j is shown as %j", (message, title, pullRequest) => {
  const { groups, unconventional } = collectChanges(log(message));
  expect([...groups.flatMap(({ changes }) => changes), ...unconventional]).toMatchObject([{ title, pullRequest }]);
});

const ISSUE_WORDS =
  "close closes closed fix fixes fixed resolve resolves resolved ref refs reference references issue issues see";

test.each<[footers: string, issues: string[]]>([
  ...ISSUE_WORDS.split(" ").map((word): [string, string[]] => [`${word}: #3`, ["#3"]]),
  ["Closes #123", ["#123"]],
  ["Refs: #4, o/r#123 and #4", ["#4", "o/r#123"]],
  ["Refs: 12", []],
  ...["Prefix", "Disclose", "Closest", "Seen-by", "Reviewed-by"].map((word): [string, string[]] => [`${word}: #3`, []]),
])("the footers %j name %j", (footers, issues) => {
  const [change] = collectChanges(log(`fix: a\n\n${footers}`)).groups[0]!.changes;
  expect(change?.issues.map(({ repository = "", number }) => `${repository}#${number}`)).toEqual(issues);
});

test("links", () => {
  const changes = collectChanges(log("fix: a (#12)\n\nFixes #3\nCloses #12\nRefs: o/r#4"));
  const text = writeChanges(changes, {
    ...WRITING,
    commitUrl: (commit) => `https://x/c/${commit}`,
    pullRequestUrl: (number) => `https://x/p/${number}`,
    issueUrl: ({ repository, number }) => `https://x/${repository ?? "here"}/${number}`,
  });
  expect(text).toBe(
    `### Bug fixes\n\n- <a> ([#12](https://x/p/12)) ([\`1111111\`](https://x/c/${sha("1")})), see [<#3>](https://x/here/3), [<o/r#4>](https://x/o/r/4)`,
  );
});

test("hidden groups, except what breaks", () => {
  const groups = CHANGE_GROUPS.map((group) => ({ ...group, isHidden: group.title !== "Features" }));
  const changes = collectChanges(log("fix: a", "fix!: b", "feat: c"), groups);
  expect(writeChanges(changes, WRITING)).toBe(
    "### Breaking changes\n\n- <b> (`2222222`)\n\n### Features\n\n- <c> (`1111111`)",
  );
  expect(changes.omitted.map((each) => each.title)).toEqual(["a", "b"]);
});

test("contributors: authors and co-authors by address, without bots, the busiest first", () => {
  const trailers =
    "\n\nCo-authored-by: Bob <Bob@example.com>\nco-authored-by: Ada L. <ADA@example.com>\nCo-authored-by: dependabot[bot] <x@y>\nCo-authored-by: nobody";
  const commits = [
    ...log(`fix: a${trailers}`, "Merge x into y", "wip"),
    { sha: sha("e"), parents: [], message: "fix: b", authorName: "Bob", authorEmail: "bob@example.com" },
    { sha: sha("f"), parents: [], message: "fix: c", authorName: "renovate[bot]", authorEmail: "r@example.com" },
    {
      sha: sha("f"),
      parents: [],
      message: "fix: d\n\nCo-authored-by: \u{1f389} <z@z>",
      authorName: "",
      authorEmail: "",
    },
  ];
  const changes = collectChanges(commits);
  expect(changes.contributors.map((each) => `${each.name} ${each.email} ${each.commits}`)).toEqual([
    "Ada ada@example.com 2",
    "Bob Bob@example.com 2",
    "\u{1f389} z@z 1",
  ]);
  expect(writeChanges(changes, { ...WRITING, contributors: true })).toMatch(
    /### Contributors\n\n- <Ada> \(2 commits\)\n- <Bob> \(2 commits\)\n- <\u{1f389}> \(1 commit\)$/u,
  );
});

test("contributors with as many commits stand by name, and other trailers make none", () => {
  const by = (authorName: string, authorEmail: string, trailer = "Reviewed-by: Max <max@x>"): LoggedCommit => ({
    sha: sha("1"),
    parents: [sha("a")],
    message: `fix: a\n\n${trailer}`,
    authorName,
    authorEmail,
  });
  const { contributors } = collectChanges([
    by(" Zoe ", " zoe@x "),
    by("Eve", "", "Not-co-authored-by: Max <max@x>"),
    by("Ada", "ada@x", "Co-authored-by-nobody: Max <max@x>"),
    by("Kim", "kim@2"),
    by("Kim", "kim@1"),
    by("Bob", ""),
    by("BOB", ""),
  ]);
  expect(contributors.map((each) => `${each.name} ${each.email} ${each.commits}`)).toEqual([
    "Bob  2",
    "Ada ada@x 1",
    "Eve  1",
    "Kim kim@2 1",
    "Kim kim@1 1",
    "Zoe zoe@x 1",
  ]);
});

describe("merges", () => {
  const shown = (message: string, parents: readonly string[]) => {
    const commit: LoggedCommit = { sha: sha("1"), parents, message, authorName: "Ada", authorEmail: "a@x" };
    return writeChanges(collectChanges([commit]), WRITING)
      .split("\n")
      .at(-1);
  };
  const TWO = [sha("a"), sha("b")];

  test.each<[name: string, message: string, parents: string[], entry: string | undefined]>([
    ["of a branch say nothing new", "Merge branch 'x'", TWO, ""],
    ["with conflicts neither", "Merge branch 'main' into x\n\n# Conflicts:\n#\ta.ts", TWO, ""],
    [
      "of GitHub bring the title",
      "Merge pull request #12 from a/b\n\nfeat(api): c",
      TWO,
      "- **<api>:** <c> (<#12>) (`1111111`)",
    ],
    [
      "with a description",
      "Merge pull request #12 from a/b\n\nfix: c\n\nCloses #9",
      TWO,
      "- <c> (<#12>) (`1111111`), see <#9>",
    ],
    ["with any title", "Merge pull request #12 from a/b\r\n\r\nAdd c", TWO, "- <Add c> (<#12>) (`1111111`)"],
    ["without a title", "Merge pull request #12 from a/b", TWO, ""],
    ["of GitLab", "Merge branch 'x' into 'main'\n\nfeat: c\n\nSee merge request g/p!12", TWO, "- <c> (`1111111`)"],
    ["of GitLab without a title", "Merge branch 'x' into 'main'\n\nSee merge request g/p!12", TWO, ""],
    ["of Bitbucket", "Merged in x (pull request #12)\n\nfix: c", TWO, "- <c> (<#12>) (`1111111`)"],
    ["with a title of their own", "feat: c (#12)", TWO, "- <c> (<#12>) (`1111111`)"],
    ["that only one commit is called", "Merge branch 'x'", [sha("a")], "- <Merge branch 'x'> (`1111111`)"],
    [
      "from a private fork, with one parent",
      "Merge commit from fork\n\n* fix path traversal\n\n* test it",
      [sha("a")],
      "- <Merge commit from fork: fix path traversal> (`1111111`)",
    ],
    [
      "from a private fork, of one commit",
      "Merge commit from fork\n\nfix: close the hole\n\nIt was open.",
      [sha("a")],
      "- <Merge commit from fork: fix: close the hole> (`1111111`)",
    ],
    [
      "from a private fork, with a trailer alone",
      "Merge commit from fork\n\nCo-authored-by: Eve <eve@x>",
      [sha("a")],
      "- <Merge commit from fork> (`1111111`)",
    ],
    [
      "from a private fork, without more",
      "Merge commit from fork",
      [sha("a")],
      "- <Merge commit from fork> (`1111111`)",
    ],
    [
      "from a private fork, whose text has a hyphen",
      "Merge commit from fork\n\nfix a - b  \nmore",
      [sha("a")],
      "- <Merge commit from fork: fix a - b> (`1111111`)",
    ],
    [
      "that GitHub made elsewhere, brought by a rebase",
      "Merge pull request #12 from a/b\n\nfeat: c",
      [sha("a")],
      "- <Merge pull request #12 from a/b: feat: c> (`1111111`)",
    ],
    [
      "that quote GitHub",
      "Also Merge pull request #12 from a/b\n\nfeat: c",
      TWO,
      "- <Also Merge pull request #12 from a/b> (`1111111`)",
    ],
    [
      "of Bitbucket, of a branch with a folder",
      "Merged in x/yz (pull request #12)\n\nfix: c",
      TWO,
      "- <c> (<#12>) (`1111111`)",
    ],
    [
      "that quote Bitbucket",
      "Also Merged in x (pull request #12)\n\nfix: c",
      TWO,
      "- <Also Merged in x (pull request #12)> (`1111111`)",
    ],
    ["that say more than Bitbucket", "Merged in x (pull request #12) twice\n\nfix: c", TWO, ""],
    [
      "of GitLab, with a title of their own",
      "feat: c\n\nIt works.\n\nSee merge request g/p!12",
      TWO,
      "- <c> (`1111111`)",
    ],
    ["that quote GitLab", "Merge branch 'x' into 'main'\n\nfeat: c\n\n> See merge request g/p!12", TWO, ""],
    ["that say more than GitLab", "Merge branch 'x' into 'main'\n\nfeat: c\n\nSee merge request g/p!12 too", TWO, ""],
    ["of a root", "Merge branch 'x'", [], "- <Merge branch 'x'> (`1111111`)"],
  ])("%s", (_, message, parents, entry) => {
    expect(shown(message, parents)).toBe(entry);
  });
});

test.each([
  "release: 1.2.3",
  "release: anything",
  "chore(release): 1.2.3 [skip ci]",
  "chore(main): release 1.2.3",
  "chore(main): release pkg 1.2.3 (#12)".replace("pkg ", "pkg-"),
  "chore: bump version to 1.2.3",
  "chore: release v1.2.3-rc.1",
  "build: prepare release 1.2.3",
  "Release v1.2.3",
  "Release version 1.2.3 (#12)",
  "Release 10.20.30 [skip ci]",
  "Release 1.2.3 (ci skip)",
  "ci: cut release 1.2.3",
  "1.2.3",
])("%s is a release and no change", (message) => {
  expect(writeChanges(collectChanges(log(message)), WRITING)).toBe("");
});

test.each([
  "feat: release 1.2.3",
  "chore: release notes for 1.2.3 say more",
  "Release the lock",
  "chore: bump serde to 1.2.3",
  "fix: version 1.2.3",
  "We release 1.2.3",
  "Release 1.2.3 with the login",
  "mychore: release 1.2.3",
  "chores: release 1.2.3",
])("%s is a change", (message) => {
  expect(writeChanges(collectChanges(log(message)), WRITING)).not.toBe("");
});

test("nothing", () => {
  expect(writeChanges(collectChanges([]), { ...WRITING, contributors: true })).toBe("");
});

const message = fc.oneof(
  fc.constantFrom(
    "fix: a",
    "feat!: b",
    'Revert "fix: a"',
    'Revert "Revert "fix: a""',
    'Reapply "fix: a"',
    "revert: a\n\nRefs: 1111111",
    "This reverts commit 1111111.",
    "Merge branch 'x'",
    "wip",
    "odd: x",
    "",
    "@everyone <img src=x> [a](javascript:b) (#1)",
    "fix(`@x`): **b** $(c)\n\nBREAKING CHANGE: @all\n\n- <b>\n# x",
    `Revert "x"\n\nThis reverts commit ${sha("2")}.`,
  ),
  fc.string({ unit: "binary" }),
);

test("every commit is in exactly one place, and nothing of it is written unescaped", () => {
  fc.assert(
    fc.property(fc.array(message, { maxLength: 15 }), (messages) => {
      const commits = log(...messages).map((each, at) => ({ ...each, sha: `${each.sha.slice(0, 36)}-${at}` }));
      const changes = collectChanges(commits);
      const places = [
        ...changes.groups.flatMap((group) => group.changes),
        ...changes.others,
        ...changes.unconventional,
        ...changes.reverts.flatMap(({ revert, reverted }) => [revert, ...reverted]),
        ...changes.omitted,
      ];
      expect(places.map((each) => each.sha).sort()).toEqual(commits.map((each) => each.sha).sort());
      // With an escape that leaves nothing, only our own words are left.
      const text = writeChanges(changes, { ...WRITING, escape: () => "", contributors: true });
      expect(text).toMatch(/^[A-Za-z0-9#()*`:, \n-]*$/);
    }),
    { numRuns: 500 },
  );
});
