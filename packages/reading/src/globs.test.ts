import fc from "fast-check";
import picomatch from "picomatch";
import { expect, test } from "vitest";
import { pathFilter, patternProblem } from "./globs.ts";

test.each<[string[], string, boolean]>([
  [["src/**"], "src/a/b.rs", true],
  [["src/**"], "lib/a.rs", false],
  [["*.pb.go"], "deep/down/x.pb.go", true],
  [["vendor/"], "vendor/a/b.go", true],
  [["vendor/"], "app/vendor/a.go", true],
  [["/vendor/"], "app/vendor/a.go", false],
  [["./src/*.rs"], "src/a.rs", true],
  [["src/*.rs"], "src/deep/a.rs", false],
  [["src/**", "!src/keep/**"], "src/keep/a.rs", false],
  [["src/**", "!src/keep/**", "src/keep/x.rs"], "src/keep/x.rs", true],
  [["**/*.{ts,tsx}"], "a/b.tsx", true],
  [["**/.hidden/**"], "a/.hidden/b", true],
  [["app/(group)/page.tsx"], "app/(group)/page.tsx", true],
  [["src/[ab].rs"], "src/b.rs", true],
  [[], "anything", false],
  [["a.rs"], "deep/a.rs", true],
  [["/a.rs"], "deep/a.rs", false],
  [["/a.rs"], "a.rs", true],
  [["./a.rs"], "a.rs", true],
  [["x./a.rs"], "x./a.rs", true],
  [["vendor/**"], "app/vendor/a.go", true],
  [["a/vendor/"], "x/a/vendor/b.go", false],
  [["a/vendor/"], "a/vendor/b.go", true],
  [["a/**/b"], "x/a/b", false],
  [["a/**b"], "x/a/yb", false],
  [["!a"], "a", false],
  [["!a"], "b", false],
  [["*", "!a"], "b", true],
  [["*", "!a"], "a", false],
  [["\\!a"], "!a", true],
])("%j on %s: %s", (patterns, path, expected) => {
  expect(pathFilter(patterns)(path)).toBe(expected);
});

test.each([
  ["x".repeat(1001), "has more than 1000 characters"],
  ["{a,b}".repeat(11), "has more than 1000 alternatives"],
  ["src/+(a|b)", "is an extended glob; write {a,b} or several lines"],
  ["!src/@(a|b)/**", "is an extended glob; write {a,b} or several lines"],
  ["src/[ab", "has `[` without `]`"],
  ["?(a)", "is an extended glob; write {a,b} or several lines"],
  ["a!(b)", "is an extended glob; write {a,b} or several lines"],
  ["*(a)", "is an extended glob; write {a,b} or several lines"],
])("a pattern that means nothing is refused", (pattern, problem) => {
  expect(patternProblem(pattern)).toBe(problem);
  expect(() => pathFilter([pattern])).toThrow(RangeError);
});

// picomatch, minimatch and a RegExp made of the first need longer than anybody waits.
test("patterns that make other matchers hang end", () => {
  const filter = pathFilter(["**/*a*a*a*a*a*a*a*a*a*a*b", "*{a,a}{a,a}{a,a}{a,a}{a,a}{a,a}{a,a}b"]);
  expect(filter(`${"a".repeat(200)}`)).toBe(false);
});

test.each<[string, string, boolean]>([
  ["a/**/b", "a/b", true],
  ["a/**/b", "a/x/y/b", true],
  ["a/**/b/**/c", "a/b/x/b/c", true],
  ["a/**", "a", false],
  ["**", "any/thing", true],
  ["a**b/x", "aXXb/x", true],
  ["a**b/x", "a/b/x", false],
  ["?.rs", "x/é.rs", true],
  ["src/[!a-c].rs", "src/d.rs", true],
  ["src/[!a-c].rs", "src/b.rs", false],
  ["src/[]-].rs", "src/].rs", true],
  ["src/\\*.rs", "src/*.rs", true],
  ["src/\\*.rs", "src/a.rs", false],
  ["{a,b/{c,d}}/*.ts", "b/d/x.ts", true],
  ["{a}/x", "{a}/x", true],
  ["{a,b", "{a,b", true],
  ["src/a.rs", "src/aXrs", false],
  ["src/**/*_test.go", "src/a_test.go", true],
])("%s on %s: %s", (pattern, path, expected) => {
  expect(pathFilter([pattern])(path)).toBe(expected);
});

test("simple globs mean what picomatch says they mean", () => {
  const part = fc.constantFrom("a", "b", "ab", "*", "a*", "*b", "?", "**", "{a,b}", "[ab]", "[^a]b");
  const pattern = fc.array(part, { minLength: 2, maxLength: 4 }).map((parts) => parts.join("/"));
  const path = fc
    .array(fc.constantFrom("a", "b", "ab", "ba", ".a", "abb"), { minLength: 1, maxLength: 5 })
    .map((parts) => parts.join("/"));
  fc.assert(
    fc.property(pattern, path, (glob, file) => {
      // picomatch takes `a/**` to match the folder itself, too; paths of files never are one.
      fc.pre(!glob.endsWith("**"));
      expect([glob, file, pathFilter([`/${glob}`])(file)]).toEqual([
        glob,
        file,
        picomatch(glob, { dot: true, noextglob: true })(file),
      ]);
    }),
    { numRuns: 2000 },
  );
});

test("what is right with a pattern is not a problem", () => {
  for (const pattern of ["x".repeat(1000), "src/**", "app/(group)/x", "!(a)", "!src/(a)"]) {
    expect(patternProblem(pattern)).toBeUndefined();
  }
});

test("an error names the pattern, at most 60 characters of it", () => {
  expect(() => pathFilter(["src/[ab"])).toThrow(new RangeError('the pattern "src/[ab" has `[` without `]`'));
  expect(() => pathFilter([`[${"x".repeat(100)}`])).toThrow(`the pattern "[${"x".repeat(59)}" has`);
});
