import { describe, expect, test } from "vitest";
import { markdownToHtml, renderReportPage } from "./report-page.ts";

describe("Markdown as GitHub shows it", () => {
  test.each([
    ["a table", "| a | b |\n| - | -: |\n| 1 | 2 |", /<table>.*<td align="right">2<\/td>/s],
    ["an alert", "> [!WARNING]\n> careful", /<div class="markdown-alert markdown-alert-warning".*careful/s],
    [
      "details",
      "<details open><summary>x</summary>\n\n**y**\n\n</details>",
      /<details open><summary>x<\/summary>\s*<p><strong>y<\/strong>/,
    ],
    ["a task list", "- [x] done", /<input type="checkbox" checked disabled/],
  ])("%s", async (_, markdown, expected) => {
    expect(await markdownToHtml(markdown)).toMatch(expected);
  });

  test.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<iframe src=x></iframe>",
    "<style>*{}</style>",
    "[x](javascript:alert(1))",
    "<a href='javascript:alert(1)'>x</a>",
    "<svg onload=alert(1)>",
  ])("%s does nothing", async (markdown) => {
    expect(await markdownToHtml(markdown)).not.toMatch(/<script|onerror|<iframe|<style|javascript:|onload/);
  });
});

test("the page holds both themes and escapes what is not Markdown", async () => {
  const html = await renderReportPage({
    repository: "org/<demo>",
    pullRequest: { number: 7, title: "<b>title</b>" },
    comments: [{ login: "github-actions[bot]", body: "## Hello" }],
    steps: [
      {
        name: "coverage-gate",
        outcome: "failure",
        outputs: new Map([["verdict", "<i>fail</i>"]]),
        summary: undefined,
        annotations: [
          {
            level: "warning",
            message: "<u>m</u>",
            properties: new Map([
              ["file", "a.rs"],
              ["line", "3"],
              ["endLine", "5"],
            ]),
          },
        ],
      },
    ],
  });
  expect(html).toContain("<h2>Hello</h2>");
  expect(html).toContain("a.rs#L3-L5");
  expect(html).toContain("GitHub refused the summary");
  expect(html).toMatch(/prefers-color-scheme: dark/);
  expect(html).not.toMatch(/<b>title|<i>fail|<u>m|<demo>/);
});

test("links into the emulated GitHub are text that says where they would lead; others stay links", async () => {
  const html = await markdownToHtml(
    "[a](https://github.com/o/r/pull/1) [b](https://github.com/o/rx) <a href='https://github.com/o/r'>c</a> [d](#e)",
    ["https://github.com/o/r"],
  );
  expect(html).toContain(
    '<span class="emulated-link" title="On GitHub this leads to https://github.com/o/r/pull/1">a</span>',
  );
  expect(html).toContain('<a href="https://github.com/o/rx">b</a>');
  expect(html).toMatch(/<span [^>]*>c<\/span> <a href="#e">d<\/a>/);
});

test("the index has a row for each step, with its headline and the way to its section", async () => {
  const step = { summary: "", annotations: [], outputs: new Map() };
  const html = await renderReportPage({
    repository: "o/r",
    introduction: "<i>Why</i>",
    comments: [],
    steps: [
      { ...step, name: "coverage-gate", outcome: "failure", headline: "79 % < 80 %" },
      { ...step, name: "a b", outcome: "success" },
    ],
  });
  expect(html).toMatch(/href="#step-coverage-gate"><span class="outcome failure">✗ failure<.*79 % &#60; 80 %/);
  expect(html).toMatch(/href="#step-a-b"><span class="outcome success">✓ success</);
  for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(html).toContain(`id="${target}"`);
  expect(html).not.toContain("<i>Why");
});
