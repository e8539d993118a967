import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderMarkdown } from "./markdown.ts";
import type { Block } from "./report.ts";

const all = (blocks: readonly Block[]) => renderMarkdown(blocks, { maxBytes: 1_000_000 }).text;
const bytes = (text: string) => Buffer.byteLength(text);

const table = (rows: number, weight = 0, noun = "files"): Block => ({
  kind: "table",
  columns: [{ header: "File" }, { header: "Lines", align: "right" }],
  rows: Array.from({ length: rows }, (_, at) => [{ code: `src/ü${at}.rs` }, String(at)]),
  noun,
  weight,
});

test("every kind of block", () => {
  const blocks: Block[] = [
    { kind: "heading", level: 2, text: "A *title*" },
    { kind: "paragraph", text: ["plain ", { strong: "bold" }, " ", { emphasis: "slanted" }, " ", { code: "a|b" }] },
    { kind: "alert", level: "warning", text: "careful" },
    { kind: "list", items: ["one", { link: { text: "two", href: "https://x/" } }] },
    {
      kind: "details",
      summary: ["<more> ", { code: "x" }],
      open: true,
      blocks: [{ kind: "code", language: "diff", text: "+a\n```" }],
    },
    { kind: "paragraph", text: { image: { alt: "a]", src: "https://x/i.svg" } } },
    table(1),
  ];
  expect(all(blocks)).toBe(`## A \\*title\\*

plain **bold** _slanted_ <code>a\\|b</code>

> [!WARNING]
> careful

- one
- [two](https://x/)

<details open><summary>&#60;more&#62; <code>x</code></summary>

\`\`\`\`diff
+a
\`\`\`
\`\`\`\`

</details>

![a\\]](https://x/i.svg)

| File | Lines |
| :--- | ---: |
| \`src/ü0.rs\` | 0 |`);
});

describe("a budget of bytes", () => {
  test("one byte less takes a row, and says so; the exact size takes none", () => {
    const blocks = [table(20)];
    const whole = all(blocks);
    // The last newlines are trimmed after the budget was kept.
    const needed = bytes(whole) + 2;
    expect(renderMarkdown(blocks, { maxBytes: needed + 1 })).toEqual({ text: whole, omitted: 0 });
    expect(renderMarkdown(blocks, { maxBytes: needed })).toEqual({ text: whole, omitted: 0 });
    const cut = renderMarkdown(blocks, { maxBytes: needed - 1 });
    expect(cut.omitted).toBeGreaterThan(0);
    expect(cut.text).toContain(`_and ${cut.omitted} more files_`);
    expect(bytes(cut.text)).toBeLessThan(needed);
  });

  test("it is never broken, nothing is lost unsaid, and no row is cut in two", () => {
    const block = fc.oneof(
      fc.record({ rows: fc.nat(30), weight: fc.nat(3) }).map(({ rows, weight }) => table(rows, weight)),
      fc.array(fc.string({ maxLength: 20 }), { maxLength: 20 }).map((items): Block => ({ kind: "list", items })),
      fc.string({ maxLength: 100 }).map((text): Block => ({ kind: "paragraph", text })),
      fc
        .string({ maxLength: 200, unit: fc.constantFrom("a", "\n", "`", "☃") })
        .map((text): Block => ({ kind: "code", text })),
      fc.nat(20).map((rows): Block => ({ kind: "details", summary: "more", blocks: [table(rows)] })),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 5 }), fc.nat(3000), (blocks, maxBytes) => {
        const { text, omitted } = renderMarkdown(blocks, { maxBytes });
        expect(bytes(text)).toBeLessThanOrEqual(maxBytes);
        if (omitted === 0) expect(text).toBe(all(blocks));
        else if (text !== "") expect(text).toMatch(/more|does not fit here/);
        for (const row of text.split("\n").filter((line) => line.startsWith("| `src")))
          expect(row).toMatch(/^\| `src\/ü\d+\.rs` \| \d+ \|$/);
        expect(text.split("<details").length).toBe(text.split("</details>").length);
      }),
      { numRuns: 1000 },
    );
  });

  test("the block with the highest weight goes first", () => {
    const blocks = [table(20, 1, "first"), table(20, 5, "second")];
    const cut = renderMarkdown(blocks, { maxBytes: bytes(all(blocks)) - 100 }).text;
    expect(cut).toContain("more second");
    expect(cut).not.toContain("more first");
  });

  test("what cannot be cut goes from the end, block by block", () => {
    const blocks: Block[] = [
      { kind: "paragraph", text: "z".repeat(50) },
      { kind: "paragraph", text: "b".repeat(500) },
    ];
    expect(renderMarkdown(blocks, { maxBytes: 200 })).toEqual({
      text: `${"z".repeat(50)}\n\n_The rest of the report does not fit here._`,
      omitted: 1,
    });
    expect(renderMarkdown(blocks, { maxBytes: 10 }).text).toBe("");
  });
});

test("markdown that was written to be shown stays what it is, but for what hides", () => {
  const text = "## a\n\n- **b** <kbd>c</kbd> @d \u202ee";
  expect(renderMarkdown([{ kind: "markdown", text }], { maxBytes: 100 }).text).toBe(
    "## a\n\n- **b** <kbd>c</kbd> @d \\u{202e}e",
  );
  const blocks: Block[] = [
    { kind: "paragraph", text: "first" },
    { kind: "markdown", text: "x".repeat(200) },
  ];
  expect(renderMarkdown(blocks, { maxBytes: 100 })).toEqual({
    text: "first\n\n_The rest of the report does not fit here._",
    omitted: 1,
  });
});
