import { afterAll, beforeAll, expect, test } from "vitest";
import { hits, lcovOf, sourceOf } from "../demo-repository.ts";
import { type OpenPullRequest, Scenario } from "../scenario.ts";

let scenario: Scenario;
let pull: OpenPullRequest;

beforeAll(async () => {
  scenario = await Scenario.start();
  const base = scenario.repository.commit({ "src/a.rs": sourceOf(10), "src/b.rs": sourceOf(5) });
  scenario.repository.git("checkout", "--quiet", "-b", "change");
  scenario.repository.commit({ "src/a.rs": sourceOf(12) });
  scenario.repository.write({
    "good.info": lcovOf({ "src/a.rs": hits(12, 0) }),
    "empty.info": "",
    "nothing.info": "TN:\n",
    "text.info": "hello, world\n",
    "foreign.info": lcovOf({ "/build/other/lib/x.rs": hits(1, 0), "/build/other/lib/y.rs": hits(1, 0) }),
    "broken.xml":
      '<?xml version="1.0"?><coverage line-rate="1"><packages><package><classes><class filename="src/a.rs">',
    "broken.info": "SF:src/a.rs\nDA:one,1\nend_of_record\n",
    "stale.info": lcovOf({ "src/b.rs": hits(40, 0) }),
    "zero.info": "SF:src/a.rs\nend_of_record\n",
    "bomb.xml": `<?xml version="1.0"?><!DOCTYPE coverage [<!ENTITY a "aaaaaaaaaa">${"bcdefghij".replace(/./g, (c) => `<!ENTITY ${c} "${`&${String.fromCharCode(c.charCodeAt(0) - 1)};`.repeat(10)}">`)}]><coverage line-rate="1"><packages><package><classes><class filename="&j;"><lines><line number="1" hits="1"/></lines></class></classes></package></packages></coverage>`,
  });
  pull = await scenario.openPullRequest(base);
});

afterAll(() => scenario.close());

async function problemsOf(inputs: Readonly<Record<string, string>>): Promise<string[]> {
  const result = await scenario.runPullRequest(pull, inputs);
  expect(result.exitCode).toBe(1);
  expect([...result.outputs]).toEqual([["verdict", "broken"]]);
  // The same reason stands in the summary and in the comment.
  const [body = "", ...others] = await scenario.commentBodies(pull);
  expect(others).toEqual([]);
  expect(result.summary).toMatch(/^## Coverage\n\n💥 \*\*broken\\: .+\*\*\n/);
  expect(body).toContain(result.summary?.trim());
  // No stack: it is the user's to mend.
  expect(result.log.filter((line) => /^\s+at /.test(line))).toEqual([]);
  // Not from the annotations: GitHub shows ten at most.
  return result.log
    .filter((line) => /^::(?:error|warning|notice)/.test(line))
    .map((line) => line.replace(/^::(\w+)::/, "$1: "));
}

test("all wrong inputs are named in one run", async () => {
  expect(
    await problemsOf({
      format: "lcv",
      "min-coverage": "8O",
      "min-patch-coverage": "120",
      "min-patch-lines": "-1",
      "max-decrease": "some",
      baseline: "auto",
      "fail-on": "warning",
      comment: "yes",
      exclude: "src/+(a|b)",
      components: "api src/api/**",
      "path-map": "/build",
      "on-stale-report": "pass",
    }),
  ).toEqual([
    "error: input `path-map` has a line that cannot be read: `/build` is not a rule; write `/path/in/the/report => path/in/the/repository`",
    "error: input `format` is `lcv`; write `lcov` (one of auto, lcov, cobertura, jacoco, clover, go, llvm-cov, istanbul, istanbul-summary, coverage.py, simplecov, opencover, scoverage)",
    "error: input `min-coverage` is `8O`; write a percentage from 0 to 100 such as `80` or `80.5`",
    "error: input `min-patch-coverage` is `120`; write a percentage from 0 to 100 such as `80` or `80.5`",
    "error: input `max-decrease` is `some`; write percentage points from 0 to 100 such as `0` or `0.5`",
    "error: input `min-patch-lines` is `-1`; write a whole number from 0 to 1000000",
    expect.stringMatching(/^error: input `components` /),
    expect.stringMatching(/^error: input `exclude` has the pattern `src\/\+\(a\|b\)`, which /),
    "error: input `on-stale-report` is `pass`; write one of fail, warn",
    "error: input `fail-on` is `warning`; write one of gate, never",
    "error: input `comment` is `yes`; write `true` or `false`",
  ]);
});

test.each([
  [
    "finds nothing",
    "missing-*.info",
    /^error: input `files`: `missing-\*\.info` finds no file in .+; did the tests run/,
  ],
  ["is empty", "empty.info", /^error: empty\.info is empty; the test run wrote no coverage into it$/],
  ["names no source", "nothing.info", /^error: nothing\.info.*(no source file|no known format)/],
  [
    "is of no format",
    "text.info",
    /^error: text\.info is in no known format \(lcov, .*\); it begins with `hello, world/,
  ],
  ["is of another repository", "foreign.info", /^error: foreign\.info: .*`path-map`/],
  ["is cut off", "broken.xml", /^error: broken\.xml: /],
  ["has no number for its only line", "broken.info", /^error: the reports do not measure a single line/],
  ["measures nothing", "zero.info", /^error: the reports do not measure a single line/],
  ["is an XML bomb", "bomb.xml", /^error: bomb\.xml: /],
])("a report that %s is one line", async (_, files, message) => {
  const problems = await problemsOf({ files });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(message);
});

test("of several shards each unusable one is named", async () => {
  expect(await problemsOf({ files: "good.info\nempty.info\ntext.info" })).toMatchObject([
    expect.stringContaining("empty.info is empty"),
    expect.stringContaining("text.info is in no known format"),
  ]);
  expect(await problemsOf({ files: "good.info\nshard-2.info\nshard-3.info" })).toMatchObject([
    expect.stringContaining("`shard-2.info` finds no file"),
    expect.stringContaining("`shard-3.info` finds no file"),
  ]);
});

test("a report of another commit fails, or is said when the user wants that", async () => {
  const failed = await scenario.runPullRequest(pull, { files: "stale.info", comment: "false" });
  expect(failed.exitCode).toBe(1);
  expect(failed.summary).toContain("they measure line 40 of src/b.rs, which has 5 lines");
  const warned = await scenario.runPullRequest(pull, {
    files: "stale.info",
    comment: "false",
    "on-stale-report": "warn",
  });
  expect(warned.outcome).toBe("success");
  expect(warned.summary).toContain("Were they made from another commit?");
});

test("a baseline file that cannot be read is named", async () => {
  expect(await problemsOf({ files: "good.info", baseline: "nowhere.info" })).toEqual([
    "error: input `baseline`: nowhere.info cannot be read (ENOENT); write `auto`, `none` or the path of a coverage report",
  ]);
  expect(await problemsOf({ files: "good.info", baseline: "text.info" })).toMatchObject([
    expect.stringMatching(/^error: input `baseline`: text\.info is in no known format/),
  ]);
});

test("a misspelt input is pointed at", async () => {
  const result = await scenario.runPullRequest(
    pull,
    { files: "good.info", comment: "false" },
    {
      env: { "INPUT_MIN-COVERGE": "90" },
    },
  );
  expect(result.annotations.map(({ message }) => message)).toContain(
    "there is no input `min-coverge`; did you mean `min-coverage`?",
  );
});
