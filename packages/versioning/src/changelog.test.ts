import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../reading/testing/depth.ts";
import { findSection } from "./changelog.ts";
import { parseVersion } from "./semver.ts";

const find = (markdown: string, version = "1.2.3", prefix = "") =>
  findSection(markdown, parseVersion(version)!, prefix);

const OTHER = "\n## [1.2.2] - 2026-01-01\n\n- old\n";

test.each(["## Cargo 1.2 (2026-11-24)", "## 1.2", "## [1.2] - 2026-11-24", "## v1.2"])("%j is 1.2.0", (heading) => {
  expect(find(`${heading}\n\n- new\n`, "1.2.0").section?.body).toBe("- new");
});

test.each([
  ["## 1.92", "1.92.0"],
  ["## 10.2", "10.2.0"],
  ["## Cargo 10.2.3 (2026-11-24)", "10.2.3"],
])("%j is %s", (heading, version) => {
  expect(find(`${heading}\n\n- new\n`, version).section?.body).toBe("- new");
});

test("a deeper heading of the same version with a date ends nothing", () => {
  const { section, problems } = find("## 1.2.3\n\n- a\n\n### 1.2.3 - 2026-11-24\n\n- b\n");
  expect([section?.body, problems]).toEqual(["- a\n\n### 1.2.3 - 2026-11-24\n\n- b", []]);
});

describe("headings", () => {
  test.each<[heading: string, date?: string | undefined, isYanked?: boolean, prefix?: string]>([
    ["## [1.2.3] - 2026-11-24", "2026-11-24"],
    ["# 1.2.3"],
    ["###### v1.2.3 ######"],
    ["   ## V1.2.3:"],
    ["##\tVersion 1.2.3 (2026-11-24)", "2026-11-24"],
    ["## Version \t 1.2.3"],
    ["## pkg   1.2.3", undefined, false, "pkg-"],
    ["## Release v1.2.3, 2026-11-24", "2026-11-24"],
    ["## [v1.2.3](https://example.com/compare/v1.2.2...v1.2.3) (2026-11-24)", "2026-11-24"],
    ["## [1.2.3][diff] - 2026-11-24 [YANKED]", "2026-11-24", true],
    ["## 1.2.3."],
    ["## 1.2.3 - the one with a name"],
    ['## [1.2.3] - 2026-11-24 <a name="1.2.3"></a>', "2026-11-24"],
    ["Version 1.2.3 (2026-11-24)\n===", "2026-11-24"],
    ["1.2.3\n-"],
    ["   v1.2.3   \n  ------  "],
    ['<a name="1.2.3"></a>\n1.2.3\n-----'],
    ['<a name="1.2.3"></a>\n## 1.2.3'],
    ["## pkg-v1.2.3", undefined, false, "pkg-"],
    ["## [pkg 1.2.3] - 2026-11-24", "2026-11-24", false, "pkg-"],
    ["## pkg [1.2.3]", undefined, false, "pkg-"],
    ["# Release pkg 1.2.3", undefined, false, "pkg-"],
    ["## x/pkg/v1.2.3", undefined, false, "x/pkg/"],
    ["## @scope/pkg@1.2.3", undefined, false, "@scope/pkg@"],
    ["## 1.2.3", undefined, false, "pkg-"],
    // towncrier: `# {name} {version} ({project_date})`.
    ["# My Project 1.2.3 (2026-11-24)", "2026-11-24"],
    ["My-Project v1.2.3 (2026-11-24)\n=====", "2026-11-24"],
    ["## Cargo 1.2.3, 2026-11-24", "2026-11-24"],
    ["## Cargo 1.2.3  \u2013  2026-11-24", "2026-11-24"],
    ["## [Cargo 1.2.3](https://example.com/a) - 2026-11-24", "2026-11-24"],
    ["## :tada: 1.2.3"],
    ["## \u{1f680} v1.2.3 - 2026-11-24", "2026-11-24"],
    ["## \u{1f469}\u{1f3fd}\u200d\u{1f680} [1.2.3] - 2026-11-24 \u{1f389}", "2026-11-24"],
    ["## [\u{1f389} 1.2.3](https://example.com)"],
    ["## \u2728\ufe0f Release 1.2.3 \u2728"],
    ["## **1.2.3**"],
    ["## `1.2.3` (2026-11-24)", "2026-11-24"],
    ["## **[1.2.3]** - 2026-11-24", "2026-11-24"],
  ])("%j", (heading, date, isYanked = false, prefix = "") => {
    for (const text of [`${heading}\n\n- new\n`, `\ufeffIntro\n\n${heading}\n- new\n${OTHER}`]) {
      for (const markdown of [text, text.replaceAll("\n", "\r\n")]) {
        const { section, problems } = find(markdown, "1.2.3", prefix);
        expect(problems).toEqual([]);
        expect(section).toMatchObject({ match: "exact", date, isYanked, body: "- new" });
        const above = heading.startsWith("<a") && heading.includes("#") ? 1 : 0;
        expect(section!.line).toBe(above + (markdown.startsWith("\ufeff") ? 3 : 1));
      }
    }
  });

  test.each([
    "## 1.2.30",
    "## 11.2.3",
    "## 1.2.3-rc.1",
    "## 1.2.3+b",
    "## 1.2.3.4",
    "## 1.2.3_x".replace("_", "0"),
    "####### 1.2.3",
    "##1.2.3",
    "    ## 1.2.3",
    "\t## 1.2.3",
    "- ## 1.2.3",
    "> ## 1.2.3",
    "- 1.2.3\n---",
    "1.2.3\n\n---",
    "1.2.3\n--- x",
    "```\n## 1.2.3\n```",
    "~~~~\n```\n~~~\n## 1.2.3\n~~~~",
    "```a\n## 1.2.3",
    "<!--\n## 1.2.3\n-->",
    "<!-- a\n\n## 1.2.3\n\nb --> c",
    "<pre>\n## 1.2.3\n</pre>",
    "## other-1.2.3",
    "## Since 1.2.3",
    "## Since 1.2.3 of last year",
    "## Upgrading from 1.2.2 to 1.2.3 (2026-11-24)",
    "## 1.2",
    "## :tada:",
  ])("%j names no 1.2.3", (heading) => {
    expect(find(`${heading}\n\n- new\n${OTHER}`).section).toBeUndefined();
  });

  test.each(["```\n```\n", "<!-- a -->\n", "``` a`b\n", "<pre></pre>\n", "- a\n\n", "paragraph\n    ## x\n\n"])(
    "%j hides nothing after it",
    (before) => {
      expect(find(`${before}## 1.2.3\n\n- new\n`).section?.body).toBe("- new");
    },
  );
});

test.each<[name: string, markdown: string, body: string]>([
  ["ends at the same level", "## 1.2.3\n\na\n\n## Notes\n\nb", "a"],
  ["ends at a higher level", "## 1.2.3\n\na\n\n# 2\n\nb", "a"],
  ["ends at an underlined heading", "## 1.2.3\n\na\n\n1.2.2\n-----\n\nb", "a"],
  [
    "deeper headings stay inside",
    "## 1.2.3\n\n### Added\n\n- a\n\n#### More\n\n- b\n\n## 1.2.2",
    "### Added\n\n- a\n\n#### More\n\n- b",
  ],
  [
    "also of prereleases",
    "## 1.2.3\n\na\n\n### 1.2.3-rc.1 - 2026-01-01\n\nb\n\n## 1.2.2",
    "a\n\n### 1.2.3-rc.1 - 2026-01-01\n\nb",
  ],
  ["also bare versions", "# 1.2.3\n\na\n\n## 1.2.2\n\nb", "a\n\n## 1.2.2\n\nb"],
  // semantic-release writes minor versions one level above patches.
  ["but not a linked or dated lower version", "# [1.2.3](x) (2026-01-02)\n\na\n\n## [1.2.2](x) (2026-01-01)\n\nb", "a"],
  ["nor one with only a link", "# 1.2.3\n\na\n\n## [1.2.2]\n\nb", "a"],
  ["nor one with only a date", "# 1.2.3\n\na\n\n## 1.2.2 - 2026-01-01\n\nb", "a"],
  ["a linked higher version does not end it", "# 1.2.3\n\na\n\n## [1.2.4]\n\nb", "a\n\n## [1.2.4]\n\nb"],
  [
    "nor does a date without a version",
    "# 1.2.3\n\na\n\n## [Notes] 2026-01-01\n\nb",
    "a\n\n## [Notes] 2026-01-01\n\nb",
  ],
  ["fences are kept as they are", "## 1.2.3\n\n```sh\n# 1.2.2\n```\n\nb\n\n## 1.2.2", "```sh\n# 1.2.2\n```\n\nb"],
  ["indented code is kept", "## 1.2.3\n\n    # 1.2.2\n\n## 1.2.2", "    # 1.2.2"],
  [
    "definitions that are used are kept, wherever they stand, once",
    "## [1.2.3]\n\n- a [b], [c][D  e], ![f], [1.2.2]\n\n[b]: /inside\n[unused]: /x\n\n## 1.2.2\n\n- x\n\n[B]: /second\n[d E]: </d> 'title'\n[f]: /f.png\n[1.2.3]: /compare\n[1.2.2]: /other\n",
    "- a [b], [c][D  e], ![f], [1.2.2]\n\n[b]: /inside\n[d E]: </d> 'title'\n[f]: /f.png\n[1.2.2]: /other",
  ],
  ["code is no definition", "## 1.2.3\n\n- [a]\n\n## 1.2.2\n\n```\n[a]: /x\n```\n", "- [a]"],
  ["footnotes stay where they are", "## 1.2.3\n\na[^1]\n\n[^1]: note\n\n## 1.2.2", "a[^1]\n\n[^1]: note"],
])("a section %s", (_, markdown, body) => {
  const { section, problems } = find(markdown);
  expect(section?.body).toBe(body);
  expect(problems).toEqual([]);
});

test.each<[version: string, markdown: string, match: string | undefined, heading?: string]>([
  ["1.2.3-rc.1", "## [Unreleased]\n\na\n\n## 1.2.3\n\nb\n\n## 1.2.3-rc.1\n\nc", "exact", "1.2.3-rc.1"],
  ["1.2.3-rc.2", "## [Unreleased]\n\na\n\n## 1.2.3\n\nb\n\n## 1.2.3-rc.1\n\nc", "core", "1.2.3"],
  ["1.2.3-rc.2", "## [Unreleased]\n\na\n\n## 1.2.2\n\nb", "unreleased", "[Unreleased]"],
  ["1.2.3-rc.2", "## Unreleased changes\n\na\n\n## 1.2.2\n\nb", "unreleased", "Unreleased changes"],
  ["1.2.3+b", "## 1.2.3\n\na\n\n## 1.2.3+b\n\nb", "exact", "1.2.3+b"],
  ["1.2.3+b", "## 1.2.3\n\na", "exact", "1.2.3"],
  ["1.2.3", "## [Unreleased]\n\na", undefined],
  ["1.2.3-rc.2", "## Never unreleased\n\na", undefined],
  ["1.2.3-rc.2", "## Unreleased-notes\n\na", undefined],
  ["1.2.3-v1", "## 1.2.3-v1\n\na", "exact", "1.2.3-v1"],
])("%s in %j", (version, markdown, match, heading) => {
  const { section } = find(markdown, version);
  expect([section?.match, section?.heading]).toEqual([match, heading]);
});

test("a date inside a version is not its day", () => {
  expect(find("## 1.2.3-2026-01-01\n\na", "1.2.3-2026-01-01").section?.date).toBeUndefined();
});

test("the unreleased part ends at a deeper heading of a released version, too", () => {
  const { section } = find("# [Unreleased]\n\na\n\n## [1.2.2]\n\nb", "1.2.3-rc.1");
  expect(section).toMatchObject({ match: "unreleased", body: "a" });
});

test.each<[name: string, markdown: string, problems: string[], version?: string]>([
  ["nothing", "", ["1 there is no section for 1.2.3; write `## [1.2.3]` above the last version's"]],
  [
    "only older ones",
    "# Changelog\n\n### 1.2.2\n\na",
    ["3 there is no section for 1.2.3; write `### [1.2.3]` above the last version's"],
  ],
  [
    "only Unreleased",
    "# Changelog\n\n## [Unreleased]\n\na\n",
    ["3 there is no section for 1.2.3; [Unreleased] does not count for a stable version: write `## [1.2.3]` below it"],
  ],
  [
    "nothing for a prerelease",
    "## 1.2.2\n\na",
    [
      "1 there is no section for 1.2.3-rc.1, none for 1.2.3 and no [Unreleased]; write `## [1.2.3-rc.1]` above the last version's",
    ],
    "1.2.3-rc.1",
  ],
  ["nothing in it", `## 1.2.3\n\n${OTHER}`, ["1 the section for 1.2.3 is empty; say what changed"]],
  [
    "only headings and comments in it",
    `## 1.2.3\n\n### Added\n\n<!--\n- text\n-->\n\n[a]: /b\n${OTHER}`,
    ["1 the section for 1.2.3 is empty; say what changed"],
  ],
  [
    "a part at its own level",
    "## 1.2.3\n\n## Fixed\n\n- a",
    ["1 the section for 1.2.3 is empty; the heading on line 3 ends it: give that one more #"],
  ],
  [
    "two of them",
    `## 1.2.3\n\na\n${OTHER}\n## v1.2.3\n\nb\n`,
    ["9 there is a second section for 1.2.3; the first is on line 1"],
  ],
  [
    "two that are unreleased, with notes between them",
    "## [Unreleased]\n\na\n\n## Notes\n\nb\n\n## [Unreleased]\n\nc",
    ["9 there is a second section for Unreleased; the first is on line 1"],
    "1.2.3-rc.1",
  ],
  ["still unreleased", "## 1.2.3 (unreleased)\n\na", ["1 the heading of 1.2.3 still says that it is unreleased"]],
])("%s", (_, markdown, problems, version = "1.2.3") => {
  expect(find(markdown, version).problems.map((each) => `${each.line} ${each.message}`)).toEqual(problems);
});

const line = fc.constantFrom(
  ..."|## 1.2.3|# [1.2.3] - 2026-01-01|### 1.2.2|1.2.3|===|---|```|~~~|<!--|-->|- a|> b|    code|[a]: /b|[a]|## [Unreleased]|<pre>|</pre>|text|#|\t# x|\u2028|\ud800".split(
    "|",
  ),
);

test("any text has a section or a problem, on lines that exist", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.tuple(fc.array(line, { maxLength: 25 }), fc.constantFrom("\n", "\r\n")).map(([lines, end]) => lines.join(end)),
  );
  fc.assert(
    fc.property(text, fc.constantFrom("1.2.3", "1.2.3-rc.1"), (markdown, version) => {
      const { section, problems } = find(markdown, version);
      const lines = markdown.split("\n").length;
      expect(section !== undefined || problems.length > 0).toBe(true);
      for (const each of [...problems, ...(section === undefined ? [] : [section])]) {
        expect(each.line).toBeGreaterThanOrEqual(1);
        expect(each.line).toBeLessThanOrEqual(lines);
      }
    }),
    runs(500),
  );
});

test.each([
  "#",
  "# ",
  "[",
  "[a]",
  "`",
  "<",
  "<!--",
  "=",
  " ",
  "\t",
  "1.2.3-",
  "1.2.3\n",
  "[a]: /b\n",
  "## 1.2.3\n",
  "a\n-\n",
  "```\n",
  "<!--\n",
])("a megabyte of %j ends", (part) => {
  const text = part.repeat(1_000_000 / part.length);
  find(`## 1.2.3\n\n${text}`);
  find(`${text}\n\n## 1.2.3\n\n- [a]`);
});

describe("a changelog of several packages", () => {
  const shared = (markdown: string) => findSection(markdown, parseVersion("1.2.3")!, "pkg-", true).section?.body;

  test.each([
    "## pkg-v1.2.3",
    "## pkg 1.2.3",
    "## [pkg-1.2.3] - 2026-11-24",
    "## Release pkg 1.2.3",
    "## \u{1f389} pkg-1.2.3",
  ])("%j is the package's", (heading) => {
    expect(shared(`## 1.2.3\n\n- another\n\n${heading}\n\n- own\n`)).toBe("- own");
  });

  test.each(["## 1.2.3", "## v1.2.3 - 2026-11-24", "## other-1.2.3", "## My pkg 1.2.3 (2026-11-24)", "## pkgs 1.2.3"])(
    "%j is another's",
    (heading) => {
      expect(shared(`${heading}\n\n- another\n`)).toBeUndefined();
    },
  );
});
