import { renderMarkdown } from "@jessy-actions/kit/report/markdown";
import { describe, expect, test } from "vitest";
import { factsOf, fileOf, inputsOf } from "../testing/facts.ts";
import { evaluate } from "./evaluate.ts";
import type { Facts } from "./facts.ts";
import { render } from "./render.ts";
import type { Result } from "./result.ts";
import { judge } from "./verdict.ts";

const planned = (written: Readonly<Record<string, string>> = {}, facts: Partial<Facts> = {}) =>
  evaluate(inputsOf(written), factsOf({ files: [fileOf("a"), fileOf("b", { size: 1_234_567 })], ...facts }));

const RELEASE = {
  id: 7,
  url: "https://github.com/org/demo/releases/tag/v1.2.3",
  immutable: false,
  draft: false,
  prerelease: false,
  uploadUrl: "https://uploads.github.com/x",
  assets: [{ name: "a", url: "https://github.com/a" }],
};

function done(more: Partial<Result> = {}, failures: Parameters<typeof judge>[1] = []): Result {
  const steps = [
    { kind: "upload", message: "`a`, 10 bytes" },
    { kind: "publish", message: "`v1.2.3` as the latest" },
  ] as const;
  return judge({ ...planned(), steps, release: RELEASE, ...more }, failures);
}

function textOf(result: Result): string {
  // What went through the result file renders the same.
  const read = JSON.parse(JSON.stringify(result)) as Result;
  expect(render(read)).toEqual(render(result));
  const { text } = renderMarkdown(render(result).summary, { maxBytes: 1_000_000 });
  return text.replaceAll("\\", "");
}

test("the title tells a dry run from a release", () => {
  expect(render(planned({ "dry-run": "true" })).title).toBe("Release (dry run)");
  expect(render(done()).title).toBe("Release");
});

test("mark and word come first, and what fails comes before the rest", () => {
  const text = textOf(
    planned(
      {},
      {
        branch: { allowed: ["main"], existing: ["main"], holder: { unknown: "no history" } },
        fileProblems: ["x"],
        versionFiles: { readings: [], unmatched: [], searched: undefined },
      },
    ),
  );
  expect([...text.matchAll(/^\| (\S+ \w+: \w+|\*\*.*?\*\*) /gm)].map((match) => match[1])).toEqual([
    "**❌ fail: files**",
    "**❔ unknown: branch**",
    "⚠️ warning: versions",
    "✅ pass: tag",
    "✅ pass: changelog",
  ]);
  expect(text).not.toContain("What would be done");
});

test("a place is named where the check failed", () => {
  const readings = [
    { path: "p", found: [], problems: [{ file: "p", line: 4, message: "is wrong" }], skipped: undefined },
    { path: "q", found: [], problems: [{ file: "q", line: undefined, message: "is wrong" }], skipped: undefined },
  ];
  const result = planned({}, { versionFiles: { readings, unmatched: [], searched: undefined } });
  expect(textOf(result)).toContain("`p` is wrong (line 4)");
  expect(textOf(result)).toMatch(/`q` is wrong \|/);
  expect(render(result).annotations).toEqual([
    { level: "error", title: "Release: versions", message: "`p` is wrong", file: "p", startLine: 4 },
    { level: "error", title: "Release: versions", message: "`q` is wrong", file: "q" },
  ]);
});

test("what could not be found out is a warning beside the code", () => {
  const branch = { allowed: ["main"], existing: ["main"], holder: { unknown: "no history" } };
  expect(render(planned({}, { branch })).annotations.map(({ level }) => level)).toEqual(["warning"]);
});

describe("what was done", () => {
  test("is told of a release, with its address", () => {
    const text = textOf(done());
    expect(text).toContain("### What was done\n\n- **Upload**: `a`, 10 bytes\n- **Publish**: `v1.2.3` as the latest");
    expect(text).toContain("[org/demo v1.2.3](https://github.com/org/demo/releases/tag/v1.2.3)\n");
    expect(textOf(done({ release: { ...RELEASE, immutable: true } }))).toContain("v1.2.3), immutable");
  });

  test("would be done in a dry run", () => {
    expect(textOf(planned({ "dry-run": "true" }))).toContain("### What would be done\n\n- **Create**: Draft of");
  });

  test("may be nothing", () => {
    expect(textOf(done({ steps: [] }))).not.toContain("What was");
  });

  test("has warnings", () => {
    expect(textOf(done({ warnings: ["`x` is odd"] }))).toContain("> [!WARNING]\n> `x` is odd");
  });
});

describe("a failure says what is left", () => {
  const failures = [{ brief: "b", message: "`c` broke" }];
  test.each<[string, Partial<Result>, string]>([
    ["nothing", { release: null }, "No release and no draft was left behind"],
    ["a release", {}, "The published release stays as it is"],
    [
      "a draft",
      { release: { ...RELEASE, draft: true } },
      "A draft is left, with 1 of 3 files; only people who can write to the repository see it",
    ],
    [
      "a draft with a file that was there",
      {
        release: { ...RELEASE, draft: true },
        steps: [
          { kind: "keep", message: "`a` is there" },
          { kind: "keep", message: "`b` is there" },
          { kind: "delete", message: "`SHA256SUMS`: other content" },
        ],
      },
      "A draft is left, with 2 of 3 files",
    ],
  ])("%s", (_, more, left) => {
    const text = textOf(done(more, failures));
    expect(text).toContain(`> [!CAUTION]\n> \`c\` broke. ${left}`);
    expect(text).toContain(". Run the job again: it goes on from there.");
  });

  test("and nothing of the kind without one", () => {
    expect(textOf(done())).not.toContain("CAUTION");
  });
});

describe("assets", () => {
  test("are listed with their sizes, and with checksums to copy", () => {
    const result = done({ assets: planned().assets.map((asset) => ({ ...asset, url: null })) });
    const text = textOf(result);
    expect(text).toContain("<details open><summary><b>3 assets</b></summary>\n\n| Asset | Size |");
    expect(text).toContain("| `a` | 10 B |\n| `b` | 1.2 MB |");
    expect(text).toContain(`\`\`\`text\n${"a".repeat(64)}  a\n${"a".repeat(64)}  b\n`);
  });

  test.each([
    [999, "999 B"],
    [1000, "1.0 kB"],
    [999_949, "999.9 kB"],
    [1_000_000, "1.0 MB"],
    [999_949_999, "999.9 MB"],
    [1_000_000_000, "1.00 GB"],
  ])("of %i bytes have %s", (size, shown) => {
    expect(textOf(done({ assets: [{ name: "a", size, sha256: "", url: null }] }))).toContain(`| \`a\` | ${shown} |`);
  });

  test("are links once they are there", () => {
    const assets = [{ name: "a", size: 1, sha256: "", url: "https://github.com/a" }];
    expect(textOf(done({ assets }))).toContain("[`a`](https://github.com/a)");
  });

  test("are folded when there are many, and left out when there are none", () => {
    const some = (count: number) =>
      textOf(
        done({ assets: Array.from({ length: count }, (_, at) => ({ name: `${at}`, size: 1, sha256: "", url: null })) }),
      );
    expect(some(10)).toContain("<details open><summary><b>10 assets");
    expect(some(11)).toContain("<details><summary><b>11 assets");
    expect(some(0)).not.toContain("assets");
  });
});

test("notes are shown as GitHub will show them", () => {
  expect(textOf(planned())).toContain("**Notes** from changelog, 10 characters:\n\n- it works");
  const empty = planned();
  expect(textOf({ ...empty, plan: { ...empty.plan, notes: "" } })).not.toContain("Notes");
});

describe("outputs and files", () => {
  test("of a release", () => {
    const result = done({ previousTag: "v1.2.2", notes: { ...planned().notes, text: "all" } });
    const { outputs, files } = render(result);
    expect(outputs).toEqual({
      tag: "v1.2.3",
      version: "1.2.3",
      "previous-tag": "v1.2.2",
      "release-id": "7",
      url: RELEASE.url,
      "upload-url": RELEASE.uploadUrl,
      assets: '{"a":"https://github.com/a"}',
    });
    expect(files.map(({ name, output }) => [name, output])).toEqual([
      ["result.json", "result-file"],
      ["notes.md", "notes-file"],
      ["SHA256SUMS", "checksums-file"],
    ]);
    expect(files.map(({ content }) => content).slice(1)).toEqual(["all\n", result.checksums]);
    expect(JSON.parse(files[0]!.content as string)).toEqual(JSON.parse(JSON.stringify(result)));
  });

  test("of a plan without files", () => {
    const { outputs, files } = render(planned({}, { files: [] }));
    expect(outputs).toMatchObject({ "previous-tag": "", "release-id": "", url: "", "upload-url": "", assets: "{}" });
    expect(files.map(({ name }) => name)).toEqual(["result.json", "notes.md"]);
  });
});
