import { renderMarkdown } from "@jessy-actions/kit/report/markdown";
import { describe, expect, test } from "vitest";
import { changed, factsOf, inputsOf } from "../testing/facts.ts";
import { evaluate } from "./evaluate.ts";
import { render } from "./render.ts";

async function report(written: Readonly<Record<string, string>>, facts: Parameters<typeof factsOf>[0]) {
  const inputs = await inputsOf({ "min-coverage": "", ...written });
  const result = evaluate(inputs, factsOf(facts));
  return { ...render(result), fails: result.fails };
}

/** What GitHub gets, with the blanks that do not break as blanks. */
const markdown = (blocks: Parameters<typeof renderMarkdown>[0]) =>
  renderMarkdown(blocks, { maxBytes: 1_000_000 }).text.replaceAll("\u00a0", " ");

test("the whole comment, as it goes to GitHub", async () => {
  const { comment } = await report(
    { "min-coverage": "80", "min-patch-coverage": "90", "max-decrease": "0" },
    {
      head: { "src/a.rs": "1:1 2:0 3:1/2 9:0", "src/b.rs": "1:1" },
      base: { "src/a.rs": "1:1 2:1 8:1", "src/b.rs": "1:1" },
      diff: [changed("src/a.rs", [3, 3])],
      notes: [{ level: "note", text: "`lcov.info`: 2 of its files are not in the repository." }],
    },
  );
  expect(markdown(comment ?? [])).toBe(`| Result | What | Value | Asked | Change | Covered |
| :--- | :--- | ---: | ---: | ---: | ---: |
| **❌ fail** | **Lines** | **60.00 %** | ≥ 80 % | -40.00 | 3 / 5, 1 short |
| ➖ shown | Branches | 50.00 % |  |  | 1 / 2 |
| ✅ pass | Changed lines | 100.00 % | ≥ 90 % |  | 1 / 1 |
| ➖ shown | Changed branches | 50.00 % |  |  | 1 / 2 |
| **❌ fail** | **Points lost** | **40.00** | ≤ 0 |  |  |

- **❌ fail** Decrease\\: 4/4 = 100.00 % before, 3/5 = 60.00 % now\\: -40.00 points; the gate allows a loss of 0.

<details open><summary><b>Changed lines with untaken branches</b> in 1 file</summary>

- \`src/a.rs\` \\(1 / 1\\)\\: [3 \\(branch\\)](https://github.com/org/demo/pull/7/files#diff-bdfc5619650b795d1ffec5e8af3154a9a4b1833e5ed458694907d33709d12825R3)

</details>

<details><summary><b>1 file</b> changed its coverage</summary>

| Result | Change | File | Before → now | Covered |
| :--- | ---: | :--- | ---: | ---: |
| 🔴 fell | -50.00 | \`src/a.rs\` | 100.00 % → 50.00 % | 2 / 4 |

</details>

<details><summary><b>Why the total moved</b></summary>

| Cause | Covered | Measured | Files | Value |
| :--- | ---: | ---: | ---: | ---: |
| Before | 4 | 4 |  | 100.00 % |
| Lines added or edited | +1 | +1 | 1 |  |
| Untouched lines no longer covered | -2 | 0 | 1 |  |
| **Now** | 3 | 5 |  | **60.00 %** |

</details>

<details><summary><b>Coverage of untouched lines changed</b> in 1 file</summary>

| File | No longer covered | Now covered |
| :--- | :--- | ---: |
| \`src/a.rs\` | 2, 9 |  |

</details>

- **ℹ️ Note\\:** \`lcov.info\`\\: 2 of its files are not in the repository.

_Changed lines since [\`bbbbbbbbbb\`](https://github.com/org/demo/commit/bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb). Baseline\\: [\`bbbbbbbbbb\`](https://github.com/org/demo/commit/bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb)._`);
});

describe("parts", () => {
  test("a gate that was lowered is an alert on top", async () => {
    const { comment } = await report(
      { "min-coverage": "10" },
      { head: { a: "1:1" }, baseline: { about: { state: "missing", reason: "x" }, gate: { "min-coverage": "80" } } },
    );
    expect(markdown(comment ?? [])).toMatch(
      /^> \[!WARNING\]\n> This change lowers `min-coverage` from 80 to 10\. It was judged by 80, as on the default branch\.\n/,
    );
  });

  test("uncovered lines are annotated, most of them first, partial ones last", async () => {
    const { annotations } = await report(
      {},
      { head: { a: "1:0", b: "1:0 2:0 5:1/2" }, diff: [changed("a", [1, 1]), changed("b", [1, 5])] },
    );
    expect(
      [...annotations]
        .sort((x, y) => (y.importance ?? 0) - (x.importance ?? 0))
        .map(({ file, startLine, endLine, message }) => [file, startLine, endLine, message]),
    ).toEqual([
      ["b", 1, 2, "Changed lines 1 to 2 are not covered by tests."],
      ["a", 1, 1, "Changed line 1 is not covered by tests."],
      ["b", 5, 5, "Changed line 5 is covered, but not every branch of it."],
    ]);
  });

  test("outputs are floors; a rise is a negative decrease", async () => {
    const { outputs } = await report({}, { head: { a: "1:1 2:1 3:0" }, base: { a: "1:1 2:0 3:0" } });
    expect(outputs).toMatchObject({
      "line-coverage": "66.66",
      "branch-coverage": "",
      "patch-coverage": "",
      decrease: "-33.33",
    });
  });

  test("a fall is a positive one", async () => {
    const { outputs } = await report({}, { head: { a: "1:0 2:0 3:1" }, base: { a: "1:1 2:1 3:0" } });
    expect(outputs.decrease).toBe("33.34");
  });

  test("`fail-on: never` reports only", async () => {
    const facts = { head: { a: "1:0" } };
    expect((await report({ "min-coverage": "80" }, facts)).fails).toBe(true);
    expect((await report({ "min-coverage": "80", "fail-on": "never" }, facts)).fails).toBe(false);
  });

  test("a pull request that turns the gate off is judged as before", async () => {
    const baseline = {
      about: { state: "missing", reason: "x" },
      gate: { "fail-on": "gate", "min-coverage": "80" },
    } as const;
    const { fails, comment } = await report(
      { "fail-on": "never", "min-coverage": "80" },
      { head: { a: "1:0" }, baseline },
    );
    expect(fails).toBe(true);
    expect(markdown(comment ?? [])).toContain("This change lowers `fail-on` from gate to never. It was judged by gate");
  });

  test("the badge says whether the minimum is met", async () => {
    const { files } = await report({ "min-coverage": "80", name: "unit" }, { head: { a: "1:1 2:0" } });
    expect(JSON.parse(String(files.find((file) => file.name === "badge.json")?.content))).toMatchObject({
      label: "coverage unit",
      color: "orange",
    });
  });

  test("without a pull request, links lead to the file at the commit", async () => {
    const { comment } = await report(
      {},
      {
        head: { "src/a b.rs": "1:0" },
        diff: [changed("src/a b.rs", [1, 1])],
        context: { serverUrl: "https://ghe.example.com", repository: "org/demo", headSha: "d".repeat(40) },
      },
    );
    expect(markdown(comment ?? [])).toContain(
      `(https://ghe.example.com/org/demo/blob/${"d".repeat(40)}/src/a%20b.rs#L1)`,
    );
  });
});

test("the summary names the files with most uncovered lines, and a comment does not", async () => {
  const files = Object.fromEntries(
    Array.from({ length: 20 }, (_, at) => [
      `src/${String(at).padStart(2, "0")}.rs`,
      Array.from({ length: 20 }, (_, line) => `${line + 1}:${line < at ? 0 : 1}`).join(" "),
    ]),
  );
  const { summary, comment } = await report({}, { head: files });
  const text = markdown(summary);
  expect(text).toContain("Files with most uncovered lines");
  expect([...text.matchAll(/\| `src\/(\d+)\.rs` \| (\d+) \|/g)].map(([, name, missed]) => `${name}:${missed}`)).toEqual(
    Array.from({ length: 15 }, (_, at) => `${String(19 - at).padStart(2, "0")}:${19 - at}`),
  );
  expect(text).toContain("| `src/19.rs` | 19 | 5.00 % | 1 / 20 |");
  expect(markdown(comment ?? [])).not.toContain("most uncovered");
});

test("more ranges than a cell holds are counted", async () => {
  const lines = Array.from({ length: 60 }, (_, at) => `${at + 1}:${at % 2}`).join(" ");
  const { comment } = await report({}, { head: { a: lines }, diff: [changed("a", [1, 60])] });
  expect(markdown(comment ?? [])).toMatch(/ and 18 more$/m);
});

test("a result file is all that a report is made of", async () => {
  const facts = { head: { a: "1:1 2:0" }, base: { a: "1:1" }, diff: [changed("a", [2, 2])] };
  const result = evaluate(await inputsOf({ "min-coverage": "80" }), factsOf(facts));
  expect(render(JSON.parse(JSON.stringify(result)))).toEqual(render(result));
});

test("a comment that is too small for everything keeps the gates and says what it left out", async () => {
  const files = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`src/file_${at}.rs`, "1:0 2:1"]));
  const base = Object.fromEntries(Object.keys(files).map((path) => [path, "1:1 2:1"]));
  const diff = Object.keys(files).map((path) => changed(path, [1, 2]));
  const { comment = [] } = await report(
    { "min-coverage": "80", components: "all: src/**: line 90" },
    { head: files, base, diff },
  );
  const text = renderMarkdown(comment, { maxBytes: 20_000 }).text;
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(20_000);
  expect(text).toContain("**❌ fail** | **Lines**");
  expect(text).toContain("**all\\: lines**");
  expect(text).toMatch(/_and \d+ more files_/);
});
