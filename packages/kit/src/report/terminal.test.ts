import { expect, test } from "vitest";
import type { Block } from "./report.ts";
import { renderTerminal } from "./terminal.ts";

test("aligned tables, everything unfolded, no control characters", () => {
  const blocks: Block[] = [
    { kind: "heading", level: 2, text: "Title" },
    {
      kind: "paragraph",
      text: [
        "a ",
        { strong: "b" },
        { emphasis: "c" },
        { link: { text: "d", href: "https://x" } },
        { image: { alt: "e", src: "x" } },
      ],
    },
    {
      kind: "details",
      summary: "more",
      blocks: [
        {
          kind: "table",
          columns: [{ header: "File" }, { header: "Lines", align: "right" }],
          rows: [
            [{ code: "a\u001b[2J.rs" }, "7"],
            ["日本", "12,345"],
            ["✅", ""],
          ],
        },
        { kind: "list", items: ["one"] },
        { kind: "code", text: "x\n\ny" },
      ],
    },
    { kind: "alert", level: "warning", text: "careful" },
  ];
  expect(renderTerminal(blocks, { color: false })).toBe(`Title

a bcde

more
  File            Lines
  a\\u{1b}[2J.rs       7
  日本           12,345
  ✅

    - one

    x

    y

WARNING: careful
`);
  expect(renderTerminal([blocks[0]!], { color: true })).toBe("\u001b[1mTitle\u001b[0m\n");
});
