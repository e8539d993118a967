import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CommitMessage, parseCommit } from "./conventional-commit.ts";

/** The examples of https://www.conventionalcommits.org/en/v1.0.0/, each with what it says of them. */
const EXAMPLES: readonly (readonly [name: string, message: string, expected: Partial<CommitMessage>])[] = [
  [
    "description and breaking change footer",
    "feat: allow provided config object to extend other configs\n\nBREAKING CHANGE: `extends` key in config file is now used for extending other config files\n",
    {
      isBreaking: true,
      body: "",
      breakingChanges: ["`extends` key in config file is now used for extending other config files"],
    },
  ],
  ["`!`", "feat!: send an email to the customer when a product is shipped", { isBreaking: true, breakingChanges: [] }],
  [
    "scope and `!`",
    "feat(api)!: send an email to the customer when a product is shipped",
    {
      isBreaking: true,
      conventional: {
        type: "feat",
        scope: "api",
        isMarkedBreaking: true,
        description: "send an email to the customer when a product is shipped",
        descriptionColumn: 13,
      },
    },
  ],
  [
    "`!` and footer",
    "chore!: drop support for Node 6\n\nBREAKING CHANGE: use JavaScript features not available in Node 6.\n",
    { isBreaking: true, breakingChanges: ["use JavaScript features not available in Node 6."] },
  ],
  ["no body", "docs: correct spelling of CHANGELOG", { isBreaking: false, body: "", bodyLine: 0, footers: [] }],
  ["scope", "feat(lang): add Polish language", { isBreaking: false }],
  [
    "body of several paragraphs and several footers",
    `fix: prevent racing of requests

Introduce a request id and a reference to latest request. Dismiss
incoming responses other than from latest request.

Remove timeouts which were used to mitigate the racing issue but are
obsolete now.

Reviewed-by: Z
Refs: #123
`,
    {
      isBreaking: false,
      body: "Introduce a request id and a reference to latest request. Dismiss\nincoming responses other than from latest request.\n\nRemove timeouts which were used to mitigate the racing issue but are\nobsolete now.",
      bodyLine: 3,
      footers: [
        { token: "Reviewed-by", separator: ": ", value: "Z", line: 9 },
        { token: "Refs", separator: ": ", value: "#123", line: 10 },
      ],
    },
  ],
  [
    "revert",
    "revert: let us never again speak of the noodle incident\n\nRefs: 676104e, a215868\n",
    {
      isBreaking: false,
      reverts: { commits: ["676104e", "a215868"], title: "let us never again speak of the noodle incident" },
    },
  ],
];

test.each(EXAMPLES)("the specification's example: %s", (_, message, expected) => {
  const commit = parseCommit(message);
  expect(commit).toMatchObject({ kind: "conventional", problems: [], ...expected });
  expect(parseCommit(message.replaceAll("\n", "\r\n"))).toEqual(commit);
});

test.each<[header: string, kind: CommitMessage["kind"]]>([
  ["Merge pull request #1 from a/b", "merge"],
  ["Merge branch 'main' into x", "merge"],
  ["Merge branch 'main'", "merge"],
  ["Merge tag 'v1.0.0'", "merge"],
  ["Merge remote-tracking branch 'origin/main'", "merge"],
  ["Merge 0123456 into 89abcde", "merge"],
  ["Merged in x (pull request #1)", "merge"],
  ["Merged x into y", "merge"],
  ["Merged PR 12: feat: x", "merge"],
  ["Automatic merge from x", "merge"],
  ["Auto-merged a into b", "merge"],
  ['Revert "feat: x"', "revert"],
  ["revert the noodle incident", "revert"],
  ['Reapply "feat: x"', "reapply"],
  ["fixup! feat: x", "fixup"],
  ["squash! feat: x", "squash"],
  ["amend! feat: x", "amend"],
  ["1.2.3", "version"],
  ["v1.2.3-rc.1", "version"],
  ["Merge: x", "conventional"],
  ["revert: x", "conventional"],
  ["fix: up", "conventional"],
  ["Merge sort is faster", "unconventional"],
  ["Merged", "unconventional"],
  ["Reverting", "unconventional"],
  ["v1", "unconventional"],
])("%s is %s", (header, kind) => {
  const commit = parseCommit(header);
  expect(commit.kind).toBe(kind);
  expect(commit.problems.length).toBe(kind === "unconventional" ? 1 : 0);
});

describe("body and footers", () => {
  const rest = (text: string) => {
    const { body, footers, breakingChanges, isBreaking, problems } = parseCommit(`fix: x\n${text}`);
    return {
      body,
      footers: footers.map(({ token, value }) => `${token}=${value}`),
      ...(isBreaking ? { breakingChanges } : {}),
      ...(problems.length > 0
        ? { problems: problems.map((each) => `${each.line}:${each.column} ${each.message}`) }
        : {}),
    };
  };

  test.each<[name: string, text: string, expected: ReturnType<typeof rest>]>([
    ["only blank lines", "\n \n\t\n", { body: "", footers: [] }],
    ["a footer without body", "\nCloses #1", { body: "", footers: ["Closes=1"] }],
    ["both separators", "\nCloses #1\nRefs: #2", { body: "", footers: ["Closes=1", "Refs=#2"] }],
    ["a value over lines", "\nNote: a\n b\nc\n\nd", { body: "", footers: ["Note=a\n b\nc\n\nd"] }],
    ["until the next token", "\nA: a\nb\nB: b\n\nC #c", { body: "", footers: ["A=a\nb", "B=b", "C=c"] }],
    ["inside a paragraph of the body", "\nsee\nNote: this", { body: "see\nNote: this", footers: [] }],
    ["a word with a colon ends no body", "\nFor example:\n\n- a", { body: "For example:\n\n- a", footers: [] }],
    ["an address is no footer", "\nhttps://x.test/", { body: "https://x.test/", footers: [] }],
    ["a token has no blanks", "\nSigned off by: x", { body: "Signed off by: x", footers: [] }],
    ["after a line of blanks", "\nbody\n \t\nNote: a", { body: "body", footers: ["Note=a"] }],
    ["after a line of tabs", "\nbody\n\t\nNote: a", { body: "body", footers: ["Note=a"] }],
    ["after a carriage return of its own", "\nbody\n\r\r\nNote: a", { body: "body", footers: ["Note=a"] }],
    ["not after a dash", "\nbody\n-\nNote: a", { body: "body\n-\nNote: a", footers: [] }],
    ["every letter and digit of a token", "\nazAZ09-a: b", { body: "", footers: ["azAZ09-a=b"] }],
    ["an entry of a list is no footer", "\n-a: b", { body: "-a: b", footers: [] }],
    ["a colon alone is none", "\n: b", { body: ": b", footers: [] }],
    ...[..."`{@[/;_"].map((character): [string, string, ReturnType<typeof rest>] => [
      `no token has ${character}`,
      `\na${character}: b`,
      { body: `a${character}: b`, footers: [] },
    ]),
    ["`#` needs something after it", "\nCloses # 1\n\nA #", { body: "", footers: ["Closes=1\n\nA #"] }],
    [
      "parentheses, which another parser throws at",
      "\nCall foo(bar(`x`)(\n\n)(: y",
      { body: "Call foo(bar(`x`)(\n\n)(: y", footers: [] },
    ],
    [
      "what breaks",
      "\nBREAKING CHANGE: a\nb",
      { body: "", footers: ["BREAKING CHANGE=a\nb"], breakingChanges: ["a\nb"] },
    ],
    [
      "with a hyphen, twice",
      "\nBREAKING-CHANGE: a\nBREAKING CHANGE: b",
      { body: "", footers: ["BREAKING-CHANGE=a", "BREAKING CHANGE=b"], breakingChanges: ["a", "b"] },
    ],
    [
      "on the next line",
      "\nBREAKING CHANGE:\n\n- a\n- b\n\nRefs: #1",
      { body: "", footers: ["BREAKING CHANGE=- a\n- b", "Refs=#1"], breakingChanges: ["- a\n- b"] },
    ],
    [
      "with nothing",
      "\nBREAKING CHANGE:\n",
      {
        body: "",
        footers: ["BREAKING CHANGE="],
        breakingChanges: [],
        problems: ["3:17 `BREAKING CHANGE:` says nothing; write what breaks after it"],
      },
    ],
    [
      "right behind the body",
      "\nbody\nBREAKING CHANGE: a",
      {
        body: "body",
        footers: ["BREAKING CHANGE=a"],
        breakingChanges: ["a"],
        problems: ["4:1 no blank line stands before the footers"],
      },
    ],
    [
      "in small letters",
      "\nBreaking change: a\n\n* BREAKING CHANGES: b\nbreaking-change: c",
      {
        body: "Breaking change: a\n\n* BREAKING CHANGES: b\nbreaking-change: c",
        footers: [],
        problems: [
          "3:1 `Breaking change` is not read as a breaking change; begin the line with `BREAKING CHANGE: `",
          "5:3 `BREAKING CHANGES` is not read as a breaking change; begin the line with `BREAKING CHANGE: `",
          "6:1 `breaking-change` is not read as a breaking change; begin the line with `BREAKING CHANGE: `",
        ],
      },
    ],
    ["in a sentence", "\nThis is no BREAKING CHANGE: x", { body: "This is no BREAKING CHANGE: x", footers: [] }],
    [
      "no blank line before the body",
      "body",
      { body: "body", footers: [], problems: ["2:1 the second line is not blank"] },
    ],
    [
      "no blank line before the footers",
      "Refs: #1",
      { body: "", footers: ["Refs=#1"], problems: ["2:1 the second line is not blank"] },
    ],
  ])("%s", (_, text, expected) => {
    expect(rest(text)).toEqual(expected);
    expect(rest(text.replaceAll("\n", "\r\n"))).toEqual(expected);
  });

  test("a breaking change counts whatever the header is", () => {
    for (const header of ["Update x", "Merge branch 'x'", 'Revert "x"', "fixup! x"])
      expect(parseCommit(`${header}\n\nBREAKING CHANGE: y`)).toMatchObject({
        isBreaking: true,
        breakingChanges: ["y"],
      });
  });
});

test.each<[message: string, problems: string[]]>([
  ["word", ["header grammar 1:5 the first line has no colon and space after `word`"]],
  ["fix: x\nbody", ["body leading-blank 2:1 the second line is not blank"]],
  ["fix: x\nRefs: #1", ["footer leading-blank 2:1 the second line is not blank"]],
  ["fix: x\n\nbody\nBREAKING CHANGE: y", ["footer leading-blank 4:1 no blank line stands before the footers"]],
  [
    "fix: x\n\nBREAKING CHANGE:",
    ["footer breaking-change 3:17 `BREAKING CHANGE:` says nothing; write what breaks after it"],
  ],
  [
    "word\n\n# Breaking changes: y",
    [
      "header grammar 1:5 the first line has no colon and space after `word`",
      "footer breaking-change 3:3 `Breaking changes` is not read as a breaking change; begin the line with `BREAKING CHANGE: `",
    ],
  ],
])("the problems of %j", (message, problems) => {
  expect(
    parseCommit(message).problems.map(
      (each) => `${each.part} ${each.kind} ${each.line}:${each.column} ${each.message}`,
    ),
  ).toEqual(problems);
});

test("what a release tool writes is both, and nothing else that is given", () => {
  expect(parseCommit("chore(release): 1.2.3")).toMatchObject({ kind: "version", conventional: { scope: "release" } });
  expect(parseCommit("fixup!: x")).toMatchObject({ kind: "fixup", conventional: undefined });
});

test.each([
  ["Ref: 0123456", ["0123456"]],
  ["refs: 0123456", ["0123456"]],
  ["Revert: 0123456", ["0123456"]],
  ["Reverts: 0123456", ["0123456"]],
  ["Xrefs: 0123456", []],
  ["Refs-x: 0123456", []],
  ["Reviewed-by: 0123456", []],
])("the commits of a revert with the footer %j", (footer, commits) => {
  expect(parseCommit(`revert: x\n\n${footer}`).reverts?.commits).toEqual(commits);
});

test.each([
  ["reapply: feat: x", "feat: x"],
  ["REVERT: feat: x", "feat: x"],
  ['revert: "feat: x" (#1)', "feat: x"],
  ['revert: what "x" did', 'what "x" did'],
  ['revert: what did "x"', 'what did "x"'],
  ['revert: "x', '"x'],
  ["unrevert: x", undefined],
  ["reverts: x", undefined],
])("%j takes back %j", (message, title) => {
  expect(parseCommit(message).reverts?.title).toBe(title);
});

test.each<[message: string, commits: string[], title: string | undefined]>([
  [
    'Revert "feat: x"\n\nThis reverts commit 0123456789abcdef0123456789abcdef01234567.',
    ["0123456789abcdef0123456789abcdef01234567"],
    "feat: x",
  ],
  ['Revert "feat: say "hi" (#1)" (#2)\n\nReverts a/b#1', [], 'feat: say "hi" (#1)'],
  ['Reapply "feat: x"\n\nThis reverts commit 0123456.', ["0123456"], "feat: x"],
  ['revert: "feat: x"\n\nThis reverts commit 0123456.', ["0123456"], "feat: x"],
  ["revert(api): feat: x\n\nRefs: 0123456,\n89abcde", ["0123456", "89abcde"], "feat: x"],
  ['Revert "Merge x"\n\nThis reverts commit 0123456, reversing\nchanges made to 89abcde.', ["0123456"], "Merge x"],
  ["Revert what was too early", [], undefined],
])("%j takes back", (message, commits, title) => {
  expect(parseCommit(message).reverts).toEqual({ commits, title });
});

test("other commits take nothing back, whatever they say", () => {
  expect(parseCommit("fix: x\n\nThis reverts commit 0123456.\n\nRefs: 0123456").reverts).toBeUndefined();
});

const pieces = fc.constantFrom(
  ...'feat fix ( ) ! : # - * \n \n\n \r\n \r \0 \u2028 \u{1f389} \ud800 ` " BREAKING CHANGE BREAKING-CHANGE: breaking change: Refs: #1 Closes #1 Revert revert: This reverts commit 0123456 Merge fixup! Co-authored-by: x'.split(
    /(?<=\S) (?=\S)/,
  ),
  " ",
  "\n",
  "\n\n",
  "BREAKING CHANGE: ",
  "This reverts commit 0123456",
);

test("any text is a message, with places that exist", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(text, (message) => {
      const commit = parseCommit(message);
      const lines = message.replaceAll("\r\n", "\n").split("\n");
      expect(commit.header).toBe(lines[0]!.trimEnd());
      expect(commit.kind === "unconventional").toBe(commit.problems.some((each) => each.part === "header"));
      for (const { line, column } of commit.problems) {
        expect(column).toBeGreaterThanOrEqual(1);
        expect(column).toBeLessThanOrEqual(lines[line - 1]!.length + 1);
      }
      for (const { line, token, separator } of commit.footers) {
        expect(lines[line - 1]!.startsWith(token + separator.trimEnd())).toBe(true);
      }
      if (commit.bodyLine > 0) expect(commit.body.startsWith(lines[commit.bodyLine - 1]!.trimEnd())).toBe(true);
      expect(commit.conventional).toEqual(parseCommit(lines[0]!).conventional);
    }),
    { numRuns: 3000 },
  );
});

// They end: a parser that is quadratic in any of them needs minutes.
test.each([
  ["16,000 lines of body", "word: x(\n".repeat(16_000)],
  ["16,000 open parentheses", "((((\n".repeat(16_000)],
  ["16,000 breaking changes", "BREAKING CHANGE: x\n".repeat(16_000)],
  ["16,000 reverts", "This reverts commit 0123456.\n".repeat(16_000)],
  ["a line of blanks", " ".repeat(1_000_000)],
  ["lines of blanks", `${" ".repeat(100)}\n`.repeat(10_000)],
  ["a line of hex digits", `Refs: ${"a".repeat(1_000_000)}`],
  ["a line of quotes", '"'.repeat(1_000_000)],
  ["a token", "a".repeat(1_000_000)],
  ["tokens", "a-".repeat(500_000)],
])("%s", (_, text) => {
  for (const header of ["fix: x\n\n", "", "Revert ", "fix(", "revert: x\n\n"]) {
    expect(parseCommit(header + text).problems.length).toBeLessThanOrEqual(16_001);
  }
});
