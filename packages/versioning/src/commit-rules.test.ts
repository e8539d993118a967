import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  CONVENTIONAL_RULES,
  casesOf,
  MAX_RULES_CHARACTERS,
  overlayCommitRules,
  readCommitRules,
  SCOPE_DELIMITERS,
} from "./commit-rules.ts";

const scopesOf = (...scopes: readonly string[]) => ({ scopes, delimiters: SCOPE_DELIMITERS, arePatterns: false });

test.each([
  ["commitlint.json", '{"rules":{"type-enum":[2,"always",["feat"]],"header-max-length":[1,"always",72]}}'],
  [
    "commitlint.yml",
    "rules:\n  type-enum: [2, always, [feat]]\n  header-max-length:\n    - 1\n    - always\n    - 72\n",
  ],
  [".commitlintrc", '\ufeff{"rules":{"type-enum":[2,"always",["feat"]],"header-max-length":[1,"always",72]}}'],
  ["package.json", '{"commitlint":{"rules":{"type-enum":[2,"always",["feat"]],"header-max-length":[1,"always",72]}}}'],
])("%s", (path, text) => {
  expect(readCommitRules(text, path)).toEqual({
    rules: {
      "type-enum": { level: 2, when: "always", value: ["feat"] },
      "header-max-length": { level: 1, when: "always", value: 72 },
    },
    defaultIgnores: true,
    problems: [],
  });
});

test("what is extended is changed and switched off rule by rule", () => {
  const file = readCommitRules(
    `extends: ["@commitlint/config-conventional"]
defaultIgnores: false
helpUrl: https://example.com
rules:
  subject-case: [0]
  type-empty: [0, never]
  subject-full-stop: [1]
  signed-off-by: [2, always]
  scope-case: [2, always, [lowerCase, kebab-case]]
`,
    ".commitlintrc.yaml",
  );
  const { "subject-case": _, "type-empty": __, ...rest } = CONVENTIONAL_RULES;
  expect(file).toEqual({
    rules: {
      ...rest,
      "subject-full-stop": { level: 1, when: "always", value: "." },
      "signed-off-by": { level: 2, when: "always", value: "Signed-off-by:" },
      "scope-case": {
        level: 2,
        when: "always",
        value: { cases: casesOf("lower-case", "kebab-case"), delimiters: SCOPE_DELIMITERS },
      },
    },
    defaultIgnores: false,
    problems: [],
  });
});

test("everything wrong is said at once, with what to write", () => {
  const { problems } = readCommitRules(
    JSON.stringify({
      extends: ["@commitlint/config-conventional", "./ours.js"],
      plugins: ["x"],
      rule: {},
      defaultIgnores: "no",
      rules: {
        "type-enums": [2, "always", []],
        "type-enum": "feat",
        "type-case": [2, "always", "Lower"],
        "type-empty": [3, "never"],
        "scope-enum": [2, "allways", ["a"]],
        "header-max-length": [2, "always", "72"],
        "subject-full-stop": [2, "never", ""],
        "body-empty": [2, "never", true],
        "body-max-length": [2, "always", 1, 2],
        constructor: [2],
      },
    }),
    "commitlint.json",
  );
  expect(problems).toEqual([
    "sets `plugins`, which only works in a program; remove it",
    'sets "rule", which is none of extends, rules, defaultIgnores',
    'extends "./ours.js"; only @commitlint/config-conventional is known here: write the others\' rules out',
    'sets "type-enums", which is not a rule of commitlint; did you mean `type-enum`?',
    'has a wrong rule `type-enum`: "feat" is not a list; write [2, "always", ["feat", "fix"]], or [0] to switch it off',
    'has a wrong rule `type-case`: its value is "Lower"; write [2, "always", ["lower-case"]]',
    "has a wrong rule `type-empty`: its level is 3; write 0 (off), 1 (warning) or 2 (error)",
    'has a wrong rule `scope-enum`: its second part is "allways"; write "always" or "never"',
    'has a wrong rule `header-max-length`: its value is "72"; write [2, "always", 100]',
    'has a wrong rule `subject-full-stop`: its value is ""; write [2, "always", "."]',
    'has a wrong rule `body-empty`: its value is true; write [2, "always"]',
    'has a wrong rule `body-max-length`: it has 4 parts; write [2, "always", 100]',
    'sets "constructor", which is not a rule of commitlint; remove it',
    'has "no" for defaultIgnores; write true or false',
  ]);
});

test.each([
  ["commitlint.config.js", "module.exports = {}", /^is a program, which is not run; write the rules as JSON or YAML$/],
  ["commitlint.config.mts", "", /^is a program/],
  ["x.json", "{", /^ends early, after 1 bytes/],
  ["x.json", "[]", /^its content is not an object but \[\]$/],
  ["x.json", "{}", /^sets no rule, so nothing would be checked/],
  ["x.json", '{"rules":{"type-enum":[0]}}', /^sets no rule/],
  ["x.json", '{"rules":[]}', /^has `rules` that are not an object$/],
  ["package.json", "{}", /^`commitlint` is not an object but missing$/],
  ["x.yml", "", /^its content is not an object but null$/],
  ["x.yml", "a: 1\na: 2\n", /^is not valid YAML: it has the key "a" twice$/],
  ["x.yml", "rules: &a\n  type-enum: *a\n", /^is not valid YAML: `\*a` contains itself$/],
  ["x.yml", "extends: &a [*a]", /^is not valid YAML: `\*a` contains itself$/],
  ["x.yml", "a: *b", /^is not valid YAML: `\*b` is used before `&b`$/],
  ["x.yml", `a: ${"[".repeat(40_000)}`, /^has lists and maps that are more than 100 deep$/],
  [
    "x.yml",
    `a: &a [x]\n${"bcdefghij".replace(/./g, (key, at: number) => `${key}: &${key} [${`*${"abcdefghi"[at]},`.repeat(9)}]\n`)}rules: *j`,
    /^has more than 100000 values$/,
  ],
  ["x.yml", " ".repeat(MAX_RULES_CHARACTERS + 1), /^has more than 100000 characters$/],
])("%s that is refused, %#", (path, text, problem) => {
  const file = readCommitRules(text, path);
  expect(file.problems).toHaveLength(1);
  expect(file.problems[0]).toMatch(problem);
});

test("any text is rules or has problems", () => {
  const rules = fc.dictionary(
    fc.constantFrom("type-enum", "type-case", "header-max-length", "body-empty", "__proto__", "x"),
    fc.oneof(
      fc.tuple(fc.constantFrom(0, 1, 2, 3), fc.constantFrom("always", "never", ""), fc.jsonValue()),
      fc.jsonValue(),
    ),
  );
  const text = fc.oneof(
    fc.string(),
    fc.json(),
    rules.map((each) => JSON.stringify({ rules: each })),
  );
  fc.assert(
    fc.property(text, fc.constantFrom("a.json", "a.yml", "package.json", "a.js"), (each, path) => {
      const file = readCommitRules(each, path);
      expect(file.problems.length > 0 || Object.keys(file.rules).length > 0).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

describe("rules laid over others", () => {
  test("set, change and take away", () => {
    const { rules, problems } = overlayCommitRules(
      CONVENTIONAL_RULES,
      "scope-enum: [2, always, [api]]\nheader-max-length: [1, always, 72]\nsubject-case: [0]",
    );
    expect(problems).toEqual([]);
    expect(rules["scope-enum"]).toEqual({ level: 2, when: "always", value: scopesOf("api") });
    expect(rules["header-max-length"]).toEqual({ level: 1, when: "always", value: 72 });
    expect(rules).not.toHaveProperty("subject-case");
    expect(CONVENTIONAL_RULES).toHaveProperty("subject-case");
  });

  test.each([
    ["- a list", "must hold one `name: [level"],
    ["a: [", "is not valid YAML"],
    [
      "scope-enm: [2, always, [api]]",
      'sets "scope-enm", which is not a rule of commitlint; did you mean `scope-enum`?',
    ],
    ["extends: x", 'sets "extends", which is not a rule of commitlint; remove it'],
    ["type-empty: 2", "has a wrong rule `type-empty`"],
  ])("%s is named", (text, problem) => {
    const { problems } = overlayCommitRules({}, text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });
});

test("the conventional rules are those of @commitlint/config-conventional", () => {
  const cases = casesOf("sentence-case", "start-case", "pascal-case", "upper-case");
  const types = ["build", "chore", "ci", "docs", "feat", "fix", "perf", "refactor", "revert", "style", "test"];
  expect(
    Object.entries(CONVENTIONAL_RULES).map(([name, { level, when, value }]) => [name, level, when, value]),
  ).toEqual([
    ["body-leading-blank", 1, "always", undefined],
    ["body-max-line-length", 2, "always", 100],
    ["footer-leading-blank", 1, "always", undefined],
    ["footer-max-line-length", 2, "always", 100],
    ["header-max-length", 2, "always", 100],
    ["header-trim", 2, "always", undefined],
    ["subject-case", 2, "never", cases],
    ["subject-empty", 2, "never", undefined],
    ["subject-full-stop", 2, "never", "."],
    ["type-case", 2, "always", casesOf("lower-case")],
    ["type-empty", 2, "never", undefined],
    ["type-enum", 2, "always", types],
  ]);
});

test.each<[name: string, setting: unknown, expected: unknown]>([
  ["type-empty", [2, "never"], undefined],
  ["type-empty", [2, "never", null], undefined],
  ["type-empty", [2, "never", false], 'its value is false; write [2, "always"]'],
  ["header-max-length", [2, "always", 0], 0],
  ["header-max-length", [2, "always", -1], 'its value is -1; write [2, "always", 100]'],
  ["header-max-length", [2, "always", 1.5], 'its value is 1.5; write [2, "always", 100]'],
  ["header-max-length", [2], 'its value is missing; write [2, "always", 100]'],
  ["header-max-length", [0, "always", 1, 2], "its level is 0; write 0 (off), 1 (warning) or 2 (error)"],
  ["signed-off-by", [2], "Signed-off-by:"],
  ["signed-off-by", [2, "always", "Signed:"], "Signed:"],
  ["signed-off-by", [2, "always", 1], 'its value is 1; write [2, "always", "."]'],
  ["subject-full-stop", [2], "."],
  ["subject-full-stop", [2, "never", "!"], "!"],
  ["trailer-exists", [2], 'its value is missing; write [2, "always", "."]'],
  ["scope-enum", [2, "always", []], scopesOf()],
  ["scope-enum", [2, "always", "a"], 'its value is "a"; write [2, "always", ["api", "core"]]'],
  ["scope-enum", [2, "always", ["a", 1]], 'its value is ["a",1]; write [2, "always", ["api", "core"]]'],
  ["scope-enum", [2, "always", { scopes: ["a"], delimiters: ["+"] }], { ...scopesOf("a"), delimiters: ["+"] }],
  ["scope-enum", [2, "always", { scopes: ["a"], delimiters: [] }], scopesOf("a")],
  ["scope-enum", [2, "always", { scopes: ["a"] }], scopesOf("a")],
  ["scope-enum", [2, "always", {}], 'its value is {}; write [2, "always", ["api", "core"]]'],
  [
    "scope-enum",
    [2, "always", { scopes: ["a"], delimiters: [""] }],
    'its value is {"scopes":["a"],"delimiters":[""]}; write [2, "always", ["api", "core"]]',
  ],
  [
    "scope-enum",
    [2, "always", { scopes: ["a"], separators: [] }],
    'its value is {"scopes":["a"],"separators":[]}; write [2, "always", ["api", "core"]]',
  ],
  [
    "type-case",
    [2, "always", [{ case: "lower-case", when: "never" }]],
    [{ letterCase: "lower-case", isNegated: true }],
  ],
  ["type-case", [2, "always", { case: "lower-case" }], casesOf("lower-case")],
  [
    "type-case",
    [2, "always", { case: "lower-case", when: "no" }],
    'its value is {"case":"lower-case","when":"no"}; write [2, "always", ["lower-case"]]',
  ],
  ["scope-delimiter-style", [2], SCOPE_DELIMITERS],
  ["scope-delimiter-style", [2, "always", [","]], [","]],
  ["scope-delimiter-style", [2, "always", ","], 'its value is ","; write [2, "always", [","]]'],
  ["header-full-stop", [2], "."],
  ["body-full-stop", [2], "."],
  ["body-case", [2, "always", "lower-case"], casesOf("lower-case")],
  ["header-case", [2, "never", "upper-case"], casesOf("upper-case")],
  ["subject-exclamation-mark", [2, "never"], undefined],
  ["breaking-change-exclamation-mark", [2, "always"], undefined],
  [
    "scope-case",
    [2, "always", { cases: ["kebab-case"], delimiters: ["+"] }],
    { cases: casesOf("kebab-case"), delimiters: ["+"] },
  ],
  ["scope-case", [2, "always", { cases: [] }], 'its value is {"cases":[]}; write [2, "always", ["lower-case"]]'],
  ["scope-case", [2, "always", "kebab-case"], { cases: casesOf("kebab-case"), delimiters: SCOPE_DELIMITERS }],
  ["scope-case", [2, "always", []], 'its value is []; write [2, "always", ["lower-case"]]'],
  [
    "scope-case",
    [2, "always", ["kebab-case", 1]],
    'its value is ["kebab-case",1]; write [2, "always", ["lower-case"]]',
  ],
  [
    "scope-case",
    [2, "always", "x".repeat(58)],
    `its value is "${"x".repeat(58)}"; write [2, "always", ["lower-case"]]`,
  ],
  [
    "scope-case",
    [2, "always", "x".repeat(59)],
    `its value is "${"x".repeat(59)}...; write [2, "always", ["lower-case"]]`,
  ],
])("%s of %j", (name, setting, expected) => {
  const { rules, problems } = readCommitRules(JSON.stringify({ rules: { [name]: setting } }), "x.json");
  if (typeof expected === "string" && expected.includes("; write "))
    expect(problems).toEqual([`has a wrong rule \`${name}\`: ${expected}`]);
  else {
    expect(problems).toEqual([]);
    expect(rules).toHaveProperty([name, "value"], expected);
  }
});

test("a rule switched off may still hold its other parts", () => {
  const { rules, problems } = overlayCommitRules(CONVENTIONAL_RULES, 'header-max-length: [0, "always", 72]');
  expect(problems).toEqual([]);
  expect(rules).not.toHaveProperty("header-max-length");
});

test("one name may be extended without a list; what only matters to other tools is passed over", () => {
  const text = JSON.stringify({
    $schema: "x",
    helpUrl: "x",
    formatter: "x",
    prompt: {},
    extends: "@commitlint/config-conventional",
  });
  expect(readCommitRules(text, "x.json")).toEqual({ rules: CONVENTIONAL_RULES, defaultIgnores: true, problems: [] });
});

test.each(["ignores", "plugins", "parserPreset"])("`%s` works only in a program", (key) => {
  const text = JSON.stringify({ extends: "@commitlint/config-conventional", [key]: [] });
  expect(readCommitRules(text, "x.json").problems).toEqual([
    `sets \`${key}\`, which only works in a program; remove it`,
  ]);
});

test("rules of as many characters as may be are read, and one more is too many", () => {
  const text = (length: number) => `type-empty: [0]${" ".repeat(length - 15)}`;
  expect(overlayCommitRules(CONVENTIONAL_RULES, text(MAX_RULES_CHARACTERS)).problems).toEqual([]);
  expect(overlayCommitRules(CONVENTIONAL_RULES, text(MAX_RULES_CHARACTERS + 1))).toEqual({
    rules: CONVENTIONAL_RULES,
    problems: ["has more than 100000 characters"],
  });
});
