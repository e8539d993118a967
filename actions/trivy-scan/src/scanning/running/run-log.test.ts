import fc from "fast-check";
import { expect, test } from "vitest";
import { RunLog } from "./run-log.ts";

const TIME = "2026-11-28T08:00:02Z";

function unread(...lines: readonly string[]) {
  const log = new RunLog();
  for (const line of lines) log.add(`${TIME}\t${line}`);
  return log.unread;
}

/** As Trivy 0.76.0 wrote them. */
test.each<[string, string, "lock" | "config", string, string]>([
  [
    "a lock",
    String.raw`DEBUG	Walk error	file_path="a/package-lock.json" err="parse error: failed to parse a/package-lock.json: decode error: jsontext: unexpected EOF within \"/name\" after offset 9"`,
    "lock",
    "a/package-lock.json",
    'unexpected EOF within "/name" after offset 9',
  ],
  [
    "a manifest",
    `DEBUG	[analyzer] Analysis error	err="d/pom.xml parse error: failed to parse d/pom.xml: failed to parse POM: xml decode error: XML syntax error on line 2: unexpected EOF"`,
    "lock",
    "d/pom.xml",
    "unexpected EOF",
  ],
  [
    "a file that 0.69 does not name",
    "DEBUG\t[analyzer] Analysis error\terr=<nil>",
    "lock",
    "",
    "Trivy does not say why",
  ],
  [
    "without leave",
    `DEBUG	[analyzer] Permission error	file_path="Cargo.lock"`,
    "lock",
    "Cargo.lock",
    "permission denied",
  ],
  [
    "a Dockerfile",
    String.raw`ERROR	[dockerfile scanner] Failed to parse file	file_path="Dockerfile" err="parse instruction \"from\": FROM requires either one or three arguments"`,
    "config",
    "Dockerfile",
    "FROM requires",
  ],
  [
    "Terraform",
    String.raw`ERROR	[terraform parser] Error parsing file	module="root" file_path="main.tf" cause="resource \"x" err="main.tf:1,12-2,1: Invalid"`,
    "config",
    "main.tf",
    "main.tf:1,12-2,1: Invalid",
  ],
  [
    "a hostile name",
    String.raw`DEBUG	Walk error	file_path="a\nb\t\x1b\u202e\U0001f600 err=\"no\"/go.mod" err="bad"`,
    "lock",
    'a\nb\t\u001b\u202e\u{1f600} err="no"/go.mod',
    "bad",
  ],
])("%s", (_, line, kind, file, reason) => {
  expect(unread(line, line)).toEqual([{ kind, file, reason: expect.stringContaining(reason) }]);
});

test("what a parser quotes may be a secret", () => {
  const secret = `ghp_${"a1B2".repeat(9)}`;
  const line = `ERROR\t[dockerfile scanner] Failed to parse file\tfile_path="Dockerfile" err="unknown instruction: ${secret}"`;
  expect(unread(line)).toEqual([{ kind: "config", file: "Dockerfile", reason: "unknown instruction: ***" }]);
});

test.each([
  `INFO	Number of language-specific files	num=0`,
  `DEBUG	[pom] Parent POM not found	artifact="g.x:p:1" err="2 errors occurred"`,
  `ERROR	[misconfig] Falling back to embedded checks	err="failed to check cache"`,
  `DEBUG	Walk error	file_path="web/node_modules/resolve/test/package.json" err="EOF"`,
  `DEBUG	Walk error	file_path="usr/lib/python3/site-packages/x/METADATA" err="EOF"`,
  `DEBUG	[secret] scanStream called	file_path="Walk error"`,
  "",
])("nothing of %s", (line) => {
  expect(unread(line)).toEqual([]);
});

test("any line is taken, whole or not", () => {
  const lines = fc.array(
    fc.oneof(fc.string(), fc.constantFrom("\t", "Walk error", 'file_path="', 'err="', "\\", "\\x", "\\U0011ffff", '"')),
  );
  fc.assert(fc.property(lines, (parts) => void unread(`DEBUG\tWalk error\t${parts.join("")}`, parts.join(""))));
});

test("a flood is cut", () => {
  const lines = Array.from({ length: 1500 }, (_, at) => `DEBUG\tWalk error\tfile_path="${at}/go.mod" err="bad"`);
  expect(unread(...lines)).toHaveLength(1000);
});
