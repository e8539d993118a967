import { ReportError } from "@jessy-actions/reading/report-error";
import { describe, expect, test } from "vitest";
import { parseDiff } from "./diff.ts";

/** Each file in one line: its status, names, and the lines added and removed. */
function read(text: string | Uint8Array): string[] {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return parseDiff(bytes).map(({ status, path, oldPath, binary, added, removed }) => {
    const names = [...(oldPath === undefined ? [] : [oldPath]), path].map((name) => JSON.stringify(name));
    const lines = [...added.map((range) => `+${range.join("-")}`), ...removed.map((range) => `-${range.join("-")}`)];
    return [status, ...names, ...(binary ? ["binary"] : []), ...lines].join(" ");
  });
}

test.each<[name: string, text: string, expected: string[]]>([
  [
    "lines edited, added and removed",
    "diff --git a/a b/a\nindex 1..2 100644\n--- a/a\n+++ b/a\n@@ -1 +1,2 @@ fn\n-x\n+y\n+z\n@@ -5,0 +7 @@\n+w\n@@ -9,2 +10,0 @@\n-p\n-q\n",
    ['modified "a" +1-2 +7-7 -1-1 -9-10'],
  ],
  [
    "a file that comes, and one that goes",
    "diff --git a/a b/a\nnew file mode 100644\nindex 0..1\n--- /dev/null\n+++ b/a\n@@ -0,0 +1 @@\n+x\ndiff --git a/b b/b\ndeleted file mode 100644\nindex 1..0\n--- a/b\n+++ /dev/null\n@@ -1,2 +0,0 @@\n-x\n-y\n",
    ['added "a" +1-1', 'deleted "b" -1-2'],
  ],
  [
    "empty files that come, go and change their mode",
    "diff --git a/a b/a\nnew file mode 100644\nindex 0..1\ndiff --git a/b b/b\ndeleted file mode 100644\nindex 1..0\ndiff --git a/c b/c\nold mode 100644\nnew mode 100755\n",
    ['added "a"', 'deleted "b"', 'modified "c"'],
  ],
  [
    "a rename alone, a rename with an edit, a copy",
    "diff --git a/a b/b\nsimilarity index 100%\nrename from a\nrename to b\ndiff --git a/c b/d\nsimilarity index 50%\nrename from c\nrename to d\nindex 1..2 100644\n--- a/c\n+++ b/d\n@@ -2 +2 @@\n-x\n+y\ndiff --git a/e b/f\nsimilarity index 100%\ncopy from e\ncopy to f\n",
    ['renamed "a" "b"', 'renamed "c" "d" +2-2 -2-2', 'copied "e" "f"'],
  ],
  [
    "binary files, told in two ways",
    "diff --git a/a b/a\nindex 1..2 100644\nBinary files a/a and b/a differ\ndiff --git a/b b/b\nindex 1..2 100644\nGIT binary patch\nliteral 1\nIcmZPo000310RR91\n\n",
    ['modified "a" binary', 'modified "b" binary'],
  ],
  [
    "submodules that come, move, go, become files and were files",
    [
      "diff --git a/a b/a\nnew file mode 160000\nindex 0..1\n--- /dev/null\n+++ b/a\n@@ -0,0 +1 @@\n+Subproject commit 1\n",
      "diff --git a/b b/b\nindex 1..2 160000\n--- a/b\n+++ b/b\n@@ -1 +1 @@\n-Subproject commit 1\n+Subproject commit 2\n",
      "diff --git a/c b/c\ndeleted file mode 160000\nindex 1..0\n--- a/c\n+++ /dev/null\n@@ -1 +0,0 @@\n-Subproject commit 1\n",
      "diff --git a/d b/d\nold mode 160000\nnew mode 100644\n",
      "diff --git a/e b/e\nold mode 100644\nnew mode 160000\n",
      "diff --git a/f b/f\nold mode 100644\nnew mode 100755\nindex 1160000..2160000\n",
    ].join(""),
    ['modified "f"'],
  ],
  [
    "no newline at the end, on either side and on both",
    "diff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+y\n\\ No newline at end of file\n@@ -3 +3 @@\n-x\n\\ No newline at end of file\n+y\ndiff --git a/b b/b\nold mode 100644\nnew mode 100755\n",
    ['modified "a" +1-1 +3-3 -1-1 -3-3', 'modified "b"'],
  ],
  [
    "no newline at the end, before content that looks like a name",
    "diff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+++ b/z\n",
    ['modified "a" +1-1 -1-1'],
  ],
  [
    "content that looks like a diff",
    "diff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1,2 +1,3 @@\n--- a/b\n-diff --git a/x b/x\n+++ b/c\n+@@ -1 +1 @@\n+rename to z\n@@ -8 +9 @@\n-x\n+y\n",
    ['modified "a" +1-3 +9-9 -1-2 -8-8'],
  ],
  [
    "a name with blanks, which a tab ends, and names that begin like a side",
    "diff --git a/a b b/a b\n--- a/a b\t\n+++ b/a b\t\n@@ -1 +1 @@\n-x\n+y\ndiff --git a/b/b b/b/b\nold mode 100644\nnew mode 100755\ndiff --git a/a/a b/a/a\n--- a/a/a\n+++ b/a/a\n@@ -1 +1 @@\n-x\n+y\n",
    ['modified "a b" +1-1 -1-1', 'modified "b/b"', 'modified "a/a" +1-1 -1-1'],
  ],
  ["names without sides", "diff --git a a\n--- c\n+++ c\n@@ -1 +1 @@\n-x\n+y\n", ['modified "c" +1-1 -1-1']],
  [
    "quoted names: bytes in octal, and every letter",
    'diff --git "a/\\303\\244\\"\\\\\\t.rs" "b/\\303\\244\\"\\\\\\t.rs"\nold mode 100644\nnew mode 100755\ndiff --git "a/\\a\\b\\t\\n\\v\\f\\r\\"\\\\x" "b/\\a\\b\\t\\n\\v\\f\\r\\"\\\\x"\nold mode 100644\nnew mode 100755\ndiff --git "a/\\001" "b/\\377"\nsimilarity index 100%\nrename from "\\001"\nrename to "\\177 \\1234"\n',
    [
      'modified "\u00e4\\"\\\\\\t.rs"',
      'modified "\\u0007\\b\\t\\n\\u000b\\f\\r\\"\\\\x"',
      'renamed "\\u0001" "\u007f S4"',
    ],
  ],
  [
    "quoted names beside plain ones",
    'diff --git "a/\\"" b/c\nsimilarity index 100%\ncopy from "\\""\ncopy to c\ndiff --git a/c "b/\\""\n--- a/c\n+++ "b/\\""\n@@ -1 +1 @@\n-x\n+y\n',
    ['copied "\\"" "c"', 'modified "\\"" +1-1 -1-1'],
  ],
])("%s", (_, text, expected) => {
  expect(read(text)).toEqual(expected);
});

test("hunks keep their places, and a count that is left out is 1", () => {
  const text = "diff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -12 +13,0 @@\n-x\n@@ -20,0 +21,2 @@ @@ -1 +1 @@\n+x\n+y\n";
  expect(parseDiff(new TextEncoder().encode(text))[0]!.hunks).toEqual([
    { oldStart: 12, oldCount: 1, newStart: 13, newCount: 0 },
    { oldStart: 20, oldCount: 0, newStart: 21, newCount: 2 },
  ]);
});

test("hunks of more than nine lines are skipped whole", () => {
  const lines = (mark: string) => `${mark}++ b/z\n`.repeat(12);
  const text = `diff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1,12 +1,12 @@\n${lines("-")}${lines("+")}@@ -30 +30 @@\n`;
  expect(read(text)).toEqual(['modified "a" +1-12 +30-30 -1-12 -30-30']);
});

test("hunks of impossible sizes end with the bytes", () => {
  const text = "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1,99999999999 +1,99999999999 @@\n-a\n+b\n";
  expect(parseDiff(new TextEncoder().encode(text))).toHaveLength(1);
});

test("a diff that is cut off has what came before", () => {
  const whole = "diff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1 +1,9 @@\n-x\n+y";
  expect(read(whole)).toEqual(['modified "a" +1-9 -1-1']);
});

describe("what is no diff", () => {
  test.each([
    ["something else", "warning: x\n", 'git\'s diff does not begin with "diff --git" but with "warning: x"'],
    ["a hunk that is none", "diff --git a/x b/x\n@@ x @@\n", 'git\'s diff has an invalid hunk header: "@@ x @@"'],
    [
      "a hunk after other words",
      "diff --git a/x b/x\n@@ x @@ -1 +1 @@\n",
      'git\'s diff has an invalid hunk header: "@@ x @@ -1 +1 @@"',
    ],
    ["a long line", `${"x".repeat(81)}\n`, `git's diff does not begin with "diff --git" but with "${"x".repeat(80)}"`],
    [
      "a long hunk that is none",
      `diff --git a/x b/x\n@@ ${"x".repeat(78)}\n`,
      `git's diff has an invalid hunk header: "@@ ${"x".repeat(77)}"`,
    ],
    ["a quoted name that does not end", 'diff --git "a/x\n', 'git\'s diff names no file in "diff --git \\"a/x"'],
    [
      "a quoted name whose end is escaped",
      'diff --git "a/x\\"\n',
      'git\'s diff names no file in "diff --git \\"a/x\\\\\\""',
    ],
    [
      "no name, in a long line",
      `diff --git a/${"x".repeat(200)} b/y\n`,
      `git's diff names no file in "diff --git a/${"x".repeat(187)}"`,
    ],
    [
      "no name in the first of two files",
      "diff --git a/x b/y\ndiff --git a/x b/x\n",
      'git\'s diff names no file in "diff --git a/x b/y"',
    ],
    ["no name", "diff --git a/x b/y\nindex 1..2\n", 'git\'s diff names no file in "diff --git a/x b/y"'],
  ])("%s", (_, text, message) => {
    expect(() => parseDiff(new TextEncoder().encode(text))).toThrow(new ReportError(message));
  });

  test("nothing is no change", () => {
    expect(parseDiff(new Uint8Array())).toEqual([]);
  });
});
