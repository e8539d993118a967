import fc from "fast-check";
import rehypeRaw from "rehype-raw";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { describe, expect, test } from "vitest";
import { runs } from "../../../reading/testing/depth.ts";
import {
  codeBlock,
  codeSpan,
  escapeHtml,
  escapeMarkdown,
  escapeTerminal,
  linkTarget,
  revealInvisible,
} from "./escape.ts";

/** Markdown and HTML as GitHub's own renderer reads them: a tree in which markup would show as an element. */
const github = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .use(rehypeStringify);

/** The names of all elements that a Markdown text becomes. */
function elements(markdown: string): string[] {
  return [...String(github.processSync(markdown)).matchAll(/<([a-z][a-z0-9]*)/g)].map(([, name]) => name!);
}

/** Text that means something in Markdown, HTML, workflow commands or a terminal. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "*",
        "_",
        "`",
        "``",
        "[x](http://evil)",
        "![x](http://evil)",
        "<b>",
        "</td>",
        "<!--",
        "-->",
        "<img src=x>",
        "|",
        "\\",
        "&lt;",
        "&#60;",
        "&copy;",
        "~~",
        "#",
        "# ",
        "> ",
        "- ",
        "+ ",
        "1. ",
        "1) ",
        "===",
        "---",
        "@org",
        "#1",
        "GH-1",
        "http://evil.example",
        "https://x",
        "www.evil.example",
        "a@b.example",
        "\n",
        "\n\n",
        "\t",
        "    ",
        "$x$",
        "$$",
        ":smile:",
        "[^1]",
        "[ ]",
        "::",
        "%0A",
        "\u202e",
        "\u0000",
        "\u001b[2J",
        "0123456789abcdef",
        "0123456789abcdef0123456789abcdef01234567",
        "```",
        "~~~",
        "<",
        ">",
        "(",
        ")",
        "[",
        "]",
        "!",
        "{",
        "}",
        "^",
        "=",
        " ",
      ),
      fc.string({ maxLength: 4 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

describe("Markdown", () => {
  test("no text becomes anything but text, wherever in a line it stands", () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom("", "x ", "x"), fc.constantFrom("", " y", "y"), (text, before, after) => {
        const found = elements(before + escapeMarkdown(text) + after);
        // `<span>$</span>` is how GitHub takes a dollar for no formula.
        expect(found.filter((name) => name !== "p" && name !== "span")).toEqual([]);
      }),
      runs(3000),
    );
  });

  test("a table cell stays one cell", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const cell of [escapeMarkdown(text), codeSpan(text)]) {
          const found = elements(`| a | b |\n| - | - |\n| ${cell} | x |\n`);
          expect(found.filter((name) => name === "td")).toHaveLength(2);
          expect(
            found.filter((name) => !["table", "thead", "tbody", "tr", "th", "td", "code", "span"].includes(name)),
          ).toEqual([]);
        }
      }),
      runs(3000),
    );
  });

  test("a code span shows its text and nothing else", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(elements(`x ${codeSpan(text)} y`).filter((name) => name !== "span")).toEqual(["p", "code"]);
      }),
      runs(2000),
    );
  });

  test("a code block cannot be left", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(elements(codeBlock(text, "diff"))).toEqual(["pre", "code"]);
      }),
      runs(2000),
    );
  });

  test.each(["_www.evil.example", "\\|www.evil.example", "A@.", "    code", "|$x$"])(
    "%j, which random text found",
    (text) => {
      for (const cell of [escapeMarkdown(text), codeSpan(text)]) {
        expect(elements(`${cell}y`).filter((name) => !["p", "code", "span"].includes(name))).toEqual([]);
        expect(
          elements(`| a | b |\n| - | - |\n| ${cell}y | x |\n`).filter((name) => name === "td" || name === "a"),
        ).toEqual(["td", "td"]);
      }
    },
  );

  test.each([
    ["-1.20", "-1.20"],
    ["+3", "+3"],
    ["85.71 %", "85.71 %"],
    ["1. item", "&#49;. item"],
    ["- item", "\\- item"],
    ["a\nb", "a b"],
    ["many   blanks", "many blanks"],
    ['Plain words, 100 %; it\'s "so" and/or so?', 'Plain words, 100 %; it\'s "so" and/or so?'],
    ["price $5", "price <span>$</span>5"],
  ])("`%s` is written as `%s`", (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });

  test.each([
    "@org/team",
    "see #12",
    "GH-3",
    "http://evil.example/x",
    "www.evil.example",
    "deadbeefcafe",
    ":tada:",
    "fixed in GH-3, at last",
    "as of DEADBEEF",
    "see www.evil.example",
  ])("GitHub's own linking of `%s` is broken by a zero-width space", (text) => {
    expect(escapeMarkdown(text).replaceAll("\\", "")).toContain("\u200b");
  });
});

describe("HTML", () => {
  test("no text becomes an element or leaves an attribute", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"']/);
        expect(elements(`<p>${escapeHtml(text)}</p>`)).toEqual(["p"]);
      }),
    );
  });

  test.each([
    ["https://github.com/a/b#L1", "https://github.com/a/b#L1"],
    ["#fragment", "#fragment"],
    ["javascript:alert(1)", "#"],
    ["data:text/html,x", "#"],
    ["//evil.example", "#"],
    ['https://x/") onload="', "https://x/%22%29%20onload=%22"],
    ["https://x/ü\n", "https://x/%C3%BC%0A"],
  ])("link `%s`", (href, expected) => {
    expect(linkTarget(href)).toBe(expected);
  });
});

test("a terminal gets no control characters", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(escapeTerminal(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
    }),
  );
});

test("what cannot be seen is shown", () => {
  expect(revealInvisible("evil\u202etxt.exe\u200b")).toBe("evil\\u{202e}txt.exe\\u{200b}");
});

test("no part of a text is long enough for a link to a commit, wherever it stands", () => {
  const sha = "0123456789abcdef0123456789abcdef01234567";
  const texts = [sha, `0000${sha}`, `00000000${sha}`, `${sha}${sha}`, `x${sha}`, `${sha}z`, `_${sha}_`, `g${sha}`];
  const lengths = Array.from({ length: 100 }, (_, at) => "a".repeat(at + 7));
  for (const text of [...texts, ...lengths, sha.toUpperCase(), `${sha.slice(0, 7)}.${sha}`])
    for (const escaped of [escapeMarkdown(text), escapeHtml(text)]) {
      expect(escaped.replaceAll("\\", "")).not.toMatch(/[0-9a-f]{7}/i);
      expect(escaped.replaceAll(/[\\\u200b]/g, "")).toBe(text);
    }
  // Nothing shorter is broken, and the usual ten digits only once.
  expect([escapeMarkdown("abcdef"), escapeMarkdown("abcdefabcd")]).toEqual(["abcdef", "abcd\u200befabcd"]);
});
