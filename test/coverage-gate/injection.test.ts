import { afterEach, beforeEach, expect, test } from "vitest";
import { markdownToHtml } from "../../packages/local-runner/src/command-line/report-page.ts";
import { hits, lcovOf, sourceOf } from "../demo-repository.ts";
import { Scenario } from "../scenario.ts";

let scenario: Scenario;

beforeEach(async () => {
  scenario = await Scenario.start();
});

afterEach(() => scenario.close());

/** File names that git takes and that mean something elsewhere. */
const HOSTILE_NAMES = [
  "src/::error::forged.rs",
  "src/%0A::set-output name=verdict::pass.rs",
  "src/##[error]old.rs",
  "src/<img src=x onerror=alert(1)>.rs",
  "src/@org-everyone #1 GH-2.rs",
  "src/a|b`c``d.rs",
  "src/$(touch pwned).rs",
  "src/-rf --no-preserve-root.rs",
  "src/ümläut ☃.rs",
  'src/quo"te\\back.rs',
  "src/evil\u202etxt.rs",
  "__proto__",
  "constructor",
];

test("hostile file names stay names, everywhere", async () => {
  const sources = Object.fromEntries(HOSTILE_NAMES.map((name) => [name, sourceOf(2)]));
  const base = scenario.repository.commit({ "README.md": "x" });
  scenario.repository.git("checkout", "--quiet", "-b", "change");
  scenario.repository.commit(sources);
  const pull = await scenario.openPullRequest(base);
  scenario.repository.write({
    "lcov.info": lcovOf(Object.fromEntries(HOSTILE_NAMES.map((name) => [name, hits(1, 1)]))),
  });
  const result = await scenario.runPullRequest(pull, {
    files: "lcov.info",
    "min-coverage": "10",
    "per-file-min": "60",
  });

  expect(result.outputs.get("verdict")).toBe("fail");
  expect(result.outputs.get("patch-coverage")).toBe("50.00");
  expect(result.annotations.filter(({ message }) => /forged|old\.rs/.test(message) && !/Files:/.test(message))).toEqual(
    [],
  );
  const annotated = result.annotations
    .map(({ properties }) => properties.get("file"))
    .filter((file) => file !== undefined);
  expect(annotated.every((file) => HOSTILE_NAMES.includes(file))).toBe(true);
  const [body = ""] = await scenario.commentBodies(pull);
  const html = await markdownToHtml(body);
  expect(html).not.toMatch(/<img|onerror=alert\(1\)>[^<]*<\/img/);
  const shown = html
    .replaceAll("&#x3C;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x26;", "&")
    .replaceAll("&amp;", "&");
  for (const name of HOSTILE_NAMES) expect(shown).toContain(name.replace("\u202e", "\\u{202e}"));
});

test.each(["-x", "--upload-pack=touch pwned", "a;touch pwned", "$(touch pwned)", "`touch pwned`", "a'b\"c", "main"])(
  "a branch called %s is only a name",
  async (headRef) => {
    const base = scenario.repository.commit({ "src/a.rs": sourceOf(10) });
    scenario.repository.commit({ "src/a.rs": sourceOf(12) });
    const pull = await scenario.openPullRequest(base, { headRef });
    scenario.repository.write({ "lcov.info": lcovOf({ "src/a.rs": hits(12, 0) }) });
    const result = await scenario.runPullRequest(pull, { files: "lcov.info" });
    expect(result.outcome).toBe("success");
    expect(result.outputs.get("patch-coverage")).toBe("100.00");
    expect(scenario.repository.git("status", "--porcelain", "--ignored")).not.toContain("pwned");
  },
);

test("what a report says of itself cannot command the runner", async () => {
  const base = scenario.repository.commit({ "src/a.rs": sourceOf(2) });
  scenario.repository.commit({ "src/a.rs": sourceOf(3) });
  const pull = await scenario.openPullRequest(base);
  scenario.repository.write({
    "lcov.info": `TN:\n${lcovOf({ "src/a.rs": hits(3, 0), "gone/\u001b[2J::stop-commands::x.rs": hits(1, 0) })}`,
  });
  const result = await scenario.runPullRequest(pull, { files: "lcov.info" });
  expect(result.outcome).toBe("success");
  expect(result.log.join("\n")).not.toContain("\u001b[2J");
  expect(result.summary).toContain("of its files is not in the repository");
});

test("configuration of the checked-out repository starts nothing", async () => {
  const base = scenario.repository.commit({
    "src/a.rs": sourceOf(2),
    ".gitattributes": "*.rs diff=evil filter=evil\n",
  });
  scenario.repository.commit({ "src/a.rs": sourceOf(3) });
  const pull = await scenario.openPullRequest(base);
  for (const [key, value] of Object.entries({
    "core.fsmonitor": "touch pwned; false",
    "diff.external": "touch pwned",
    "diff.evil.command": "touch pwned",
    "diff.evil.textconv": "touch pwned",
    "core.pager": "touch pwned",
    "diff.noprefix": "true",
    "diff.mnemonicPrefix": "true",
    "diff.context": "9",
    "color.ui": "always",
    "core.quotePath": "true",
  })) {
    scenario.repository.git("config", key, value);
  }
  scenario.repository.write({ "lcov.info": lcovOf({ "src/a.rs": hits(2, 1) }) });
  const result = await scenario.runPullRequest(pull, { files: "lcov.info", "min-coverage": "10" });
  expect(result.outputs.get("patch-coverage")).toBe("0.00");
  expect(result.annotations[0]?.properties.get("line")).toBe("3");
  const { readdirSync } = await import("node:fs");
  expect(readdirSync(scenario.repository.folder)).not.toContain("pwned");
});

test("a pull request cannot hide its lines from the gate by a .gitattributes of its own", async () => {
  const base = scenario.repository.commit({ "src/a.rs": sourceOf(2) });
  scenario.repository.commit({ "src/a.rs": sourceOf(4), ".gitattributes": "*.rs -diff\n", "logo.png": "\0\n\0\n" });
  const pull = await scenario.openPullRequest(base);
  scenario.repository.write({ "lcov.info": lcovOf({ "src/a.rs": hits(2, 2) }) });
  const result = await scenario.runPullRequest(pull, {
    files: "lcov.info",
    "min-coverage": "10",
    "min-patch-coverage": "50",
  });
  expect(result.outputs.get("patch-coverage")).toBe("0.00");
  expect(result.exitCode).toBe(1);
});

test("secrets of the run are in no output of it", async () => {
  const base = scenario.repository.commit({ "src/a.rs": sourceOf(2) });
  scenario.repository.commit({ "src/a.rs": sourceOf(3) });
  const pull = await scenario.openPullRequest(base);
  scenario.repository.write({ "lcov.info": lcovOf({ "src/a.rs": hits(3, 0) }) });
  scenario.github.fault({ path: /comments/, times: 50, kind: { status: 422, message: "Validation Failed" } });
  const result = await scenario.runPullRequest(pull, { files: "lcov.info" });
  expect(JSON.stringify([...result.outputs, result.log, result.summary])).not.toContain("ghs_");
});
