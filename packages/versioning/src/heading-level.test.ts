import fc from "fast-check";
import { expect, test } from "vitest";
import { withHeadingLevel } from "./heading-level.ts";
import { readBlocks } from "./markdown-blocks.ts";

test.each<[name: string, markdown: string, level: number, expected: string]>([
  ["up", "### a\n\n- x\n\n#### b", 2, "## a\n\n- x\n\n### b"],
  ["down", "# a\n## b ##\ntext", 3, "### a\n#### b\ntext"],
  ["not where it fits", "## a\n# not highest".replace("# not", "### not"), 2, "## a\n### not highest"],
  ["underlined", "a\n===\n\ntext\n\nb\n---\n", 2, "## a\n\ntext\n\n### b\n"],
  ["underlined below an anchor", "<a name=x></a>\na\n===\n", 2, "<a name=x></a>\n## a\n"],
  ["no deeper than six", "# a\n###### b", 4, "#### a\n###### b"],
  ["not in code", "### a\n```\n# b\n```", 2, "## a\n```\n# b\n```"],
  ["none", "- a", 2, "- a"],
  ["none, with the line ends of Windows", "- a\r\n- b", 2, "- a\r\n- b"],
  ["as it was, where it fits already", "a\r\n---\r\n\r\n### b ###", 2, "a\r\n---\r\n\r\n### b ###"],
  ["nothing", "", 2, ""],
])("%s", (_, markdown, level, expected) => {
  expect(withHeadingLevel(markdown, level)).toBe(expected);
});

test("the highest heading has the level, and all are still there", () => {
  const line = fc.constantFrom("# a", "### b", "text", "", "===", "---", "- x", "```", "###### c ##");
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), fc.integer({ min: 1, max: 4 }), (lines, level) => {
      const before = readBlocks(lines.join("\n")).headings;
      const after = readBlocks(withHeadingLevel(lines.join("\n"), level)).headings;
      expect(after.map(({ text }) => text)).toEqual(before.map(({ text }) => text));
      if (after.length > 0) expect(Math.min(...after.map((each) => each.level))).toBe(level);
    }),
  );
});
