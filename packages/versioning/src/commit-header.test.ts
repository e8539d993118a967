import fc from "fast-check";
import { expect, test } from "vitest";
import { correctHeader, headerProblem, parseHeader } from "./commit-header.ts";

test.each<[header: string, type: string, scope: string | undefined, breaking: boolean, description: string]>([
  ["feat: x", "feat", undefined, false, "x"],
  ["FEAT: x", "FEAT", undefined, false, "x"],
  ["build-deps: x", "build-deps", undefined, false, "x"],
  ["fix(api/v2, web): x", "fix", "api/v2, web", false, "x"],
  ["fix(@scope/pkg): x", "fix", "@scope/pkg", false, "x"],
  ["fix(\u00fcber uns)!: x", "fix", "\u00fcber uns", true, "x"],
  ["feat:   x  ", "feat", undefined, false, "x"],
  ["feat: x: y (z)", "feat", undefined, false, "x: y (z)"],
  ["feat: ! : (", "feat", undefined, false, "! : ("],
  ["azAZ09_-: x", "azAZ09_-", undefined, false, "x"],
  ["feat: \u0436", "feat", undefined, false, "\u0436"],
])("header %j", (header, type, scope, isMarkedBreaking, description) => {
  expect(parseHeader(header)).toMatchObject({ type, scope, isMarkedBreaking, description });
  expect(headerProblem(header)).toBeUndefined();
  expect(correctHeader(header)).toBe(header);
});

test.each([
  ["feat: x", 7],
  ["feat:   x  ", 9],
  ["feat(api)!: x", 13],
])("the description of %j begins at column %d", (header, column) => {
  expect(parseHeader(header)?.descriptionColumn).toBe(column);
});

test.each(["`", "{", "@", "[", "/", ".", "\u00e9"])("%j ends a type", (character) => {
  expect(headerProblem(`a${character}b: x`)).toEqual({ column: 2, message: "has no colon and space after `a`" });
});

const NO_TYPE = "where a type such as feat or fix should stand";

test.each<[header: string, column: number, message: string, correction: string | undefined]>([
  ["", 1, "is empty", undefined],
  ["  ", 1, "is empty", undefined],
  [" feat: x", 1, `begins with a space ${NO_TYPE}`, "feat: x"],
  [": x", 1, `begins with \`:\` ${NO_TYPE}`, undefined],
  ["\u{1f389} feat: x", 1, `begins with \`\u{1f389}\` ${NO_TYPE}`, undefined],
  ["[feat] add x", 1, `begins with \`[\` ${NO_TYPE}`, "feat: add x"],
  ["[feat]: add x", 1, `begins with \`[\` ${NO_TYPE}`, "feat: add x"],
  ["docs:x", 6, "has no space after its colon", "docs: x"],
  ["docs:\tx", 6, "has no space after its colon", "docs: x"],
  ["docs(): x", 6, "has an empty scope", "docs: x"],
  ["docs( ): x", 6, "has an empty scope", "docs: x"],
  ["feat(api", 5, "has a scope whose parenthesis is not closed", undefined],
  ["feat( api ): x", 6, "has spaces around its scope", "feat(api): x"],
  ["feat(a(b)): x", 6, "has a parenthesis inside its scope", undefined],
  ["feat(api) : x", 10, "has a space before `:`", "feat(api): x"],
  ["feat (api): x", 5, "has a space before `(`", "feat(api): x"],
  ["feat !: x", 5, "has a space before `!`", "feat!: x"],
  ["feat!(api): x", 6, "has `(` where a colon should stand; the scope comes before `!`", "feat(api)!: x"],
  ["feat!!: x", 6, "has `!` where a colon should stand", "feat!: x"],
  ["feat:", 6, "has no description after its colon", undefined],
  ["feat:  ", 6, "has no description after its colon", undefined],
  ["feat\uff1ax", 5, "has no colon and space after `feat`", "feat: x"],
  ["feat x", 5, "has no colon and space after `feat`", undefined],
  ["Fix/1: x", 4, "has no colon and space after `Fix`", undefined],
  ["Add a button", 4, "has no colon and space after `Add`", "feat: add a button"],
  ["feat(x)y: z", 8, "has no colon and space after `feat(x)`", undefined],
  ["x".repeat(501), 502, `has no colon and space after \`${"x".repeat(40)}...\``, undefined],
  ["`feat: x`", 1, `begins with a backtick ${NO_TYPE}`, undefined],
  ["\tx", 1, `begins with a space ${NO_TYPE}`, undefined],
  ["@ feat: x", 1, `begins with \`@\` ${NO_TYPE}`, undefined],
  ["[feat]! add x", 1, `begins with \`[\` ${NO_TYPE}`, "feat!: add x"],
  ["[feat]add x", 1, `begins with \`[\` ${NO_TYPE}`, "feat: add x"],
  ["x [feat] add", 2, "has no colon and space after `x`", undefined],
  ["feat", 5, "has no colon and space after `feat`", undefined],
  ["feat(api)", 10, "has no colon and space after `feat(api)`", undefined],
  ["feat!", 6, "has no colon and space after `feat`", undefined],
  ["feat! x", 6, "has no colon and space after `feat`", undefined],
  ["feat(api)!", 11, "has no colon and space after `feat(api)`", undefined],
  ["feat(api)!:x", 12, "has no space after its colon", "feat(api)!: x"],
  ["feat(api)!:", 12, "has no description after its colon", undefined],
  ["feat(a(b): x", 6, "has a parenthesis inside its scope", undefined],
  ["feat(api: x", 5, "has a scope whose parenthesis is not closed", undefined],
  ["feat(api ): x", 6, "has spaces around its scope", "feat(api): x"],
  ["feat(api) !: x", 10, "has a space before `!`", "feat(api)!: x"],
  ["feat ! ( api ) : x", 5, "has a space before `!`", "feat(api)!: x"],
  ["feat add (x)", 5, "has no colon and space after `feat`", undefined],
  ["feat::x", 6, "has no space after its colon", "feat: :x"],
  ["add", 4, "has no colon and space after `add`", undefined],
  ["1 add x", 2, "has no colon and space after `1`", undefined],
  ["Add  a \t b ", 4, "has no colon and space after `Add`", "feat: add a b"],
  ["x".repeat(40), 41, `has no colon and space after \`${"x".repeat(40)}\``, undefined],
  [`docs:${"x".repeat(495)}`, 6, "has no space after its colon", `docs: ${"x".repeat(495)}`],
  [`docs:${"x".repeat(496)}`, 6, "has no space after its colon", undefined],
])("header %j is none, at column %d", (header, column, message, correction) => {
  expect(parseHeader(header)).toBeUndefined();
  expect(headerProblem(header)).toEqual({ column, message });
  expect(correctHeader(header)).toBe(correction);
});

test.each([
  ["feat", "add the button; add a button; Add support for arm64; Implement login page; introduce new cache"],
  ["feat", "Allow users to log in"],
  ["fix", "Prevent crash on empty input; repair login"],
  ["refactor", "Rename foo to bar; Simplify parser; extract Method"],
  ["build", "Bump lodash from 4.17.20 to 4.17.21"],
])("%s is the type of each sentence in %s", (type, sentences) => {
  for (const sentence of sentences.split("; ")) {
    expect(correctHeader(sentence)).toBe(`${type}: ${sentence[0]!.toLowerCase()}${sentence.slice(1)}`);
    expect(correctHeader(sentence.replace(/^\w+/, (verb) => verb.toUpperCase()))).toBeUndefined();
  }
});

test.each([
  "Fix the thing",
  "Fixes #123",
  "Fixed it",
  "Refactor the parser",
  "Added a button",
  "Adds support for arm64",
  "Add to cart button",
  "Add one to index",
  "Add a button; remove a link",
  "Add a button and remove a link",
  "Allow list for hosts",
  "Support requests are handled faster",
  "Document management",
  "Optimize imports",
  "Repair shop: add hours",
  "Implement #44",
  "Bump version from 1 to 2",
  "update it",
  "remove it",
  "Add tests",
  "Fix a test",
  "Fix typo in it",
  "Add docs",
  "Add doc",
  "fix documentation",
  "Update README",
  "Add comment",
  "Fix CI",
  "Add a changelog",
  "Fix linting",
  "fix formatting",
  "Add workflows",
])("`%s` may be anything", (header) => {
  expect(correctHeader(header)).toBeUndefined();
});

const PIECES = fc.constantFrom(..."feat|Add|[|]|(|)|!|:|: | |  |\uff1a|\t|x|api|\u00a0|\u2028|`|-|_".split("|"));

test("a correction is a header, and its own correction", () => {
  const text = fc.oneof(
    fc.string(),
    fc.array(PIECES, { maxLength: 10 }).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(text, (header) => {
      const corrected = correctHeader(header);
      if (corrected === undefined) return;
      expect(parseHeader(corrected)).toBeDefined();
      expect(correctHeader(corrected)).toBe(corrected);
    }),
    { numRuns: 2000 },
  );
});
