import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { markdownToHtml } from "../../packages/local-runner/src/command-line/report-page.ts";
import { TOKENS } from "../scenario.ts";
import { Messages } from "./messages.ts";

let messages: Messages;

beforeEach(async () => {
  messages = await Messages.start();
});

afterEach(() => messages.close());

/** What titles were and could be sent with (GHSA-cxm3-wv7p-598c, and its kind). */
const HOSTILE = [
  "$(touch pwned)",
  "`touch pwned`",
  "EOF\ntouch pwned\nEOF",
  "x\nverdict<<ghadelimiter_0\npass\nghadelimiter_0",
  "x\n::set-output name=verdict::pass",
  "::error::forged",
  "x%0A::error::forged",
  "x\r::error::forged",
  "##[error]forged",
  "::stop-commands::x",
  "::add-mask::e",
  "<img src=x onerror=alert(1)>",
  "</details></summary><script>alert(1)</script>",
  "@org/everyone #1 GH-2 org/demo#3",
  "```\n# heading\n```",
  "a | b | c",
  "[x](javascript:alert(1))",
  "![x](https://evil.example/pixel.png)",
  "<!-- jessy-actions:end commit-lint -->",
  "feat: \u202egnp.exe",
  "\u001b[2J\u001b]0;x\u0007",
  "feat: \u0000",
  "__proto__",
  "constructor: x",
  "\ud800 half",
  "",
  " ",
];

/** What the steps of a run must never see. */
function expectHarmless(result: Awaited<ReturnType<Messages["run"]>>, folder: string): void {
  expect(result.outputs.get("verdict")).toBe("fail");
  expect(result.outputs.get("type") ?? "").toMatch(/^[\w.,/ -]*$/);
  expect(result.outputs.get("scope") ?? "").toMatch(/^[\w.,/ -]*$/);
  expect([...result.outputs.keys()].sort()).toEqual(
    ["breaking", "commits", "errors", "result-file", "scope", "type", "verdict", "warnings"].sort(),
  );
  expect(result.annotations.filter(({ message }) => /^forged/.test(message))).toEqual([]);
  expect(result.log.join("\n")).not.toMatch(/\u001b\[2J|\u202e|\u0000/);
  expect(JSON.stringify(result.annotations)).not.toMatch(/\u202e|\\u0000|\\u001b/);
  expect(result.summary).not.toMatch(/\u202e|\u0000|\u001b/);
  expect(readdirSync(folder)).not.toContain("pwned");
  expect(existsSync(join(process.cwd(), "pwned"))).toBe(false);
}

test.each(HOSTILE)("the title %j is only a text", async (title) => {
  const pull = await messages.open("x", ["feat: a"]);
  await messages.scenario.github.editPullRequest(pull.number, { title });
  expectHarmless(await messages.run(pull), messages.scenario.repository.folder);
});

test.each([
  "feat(`touch pwned`): x",
  "feat(a;touch pwned): x",
  "feat(-rf): x",
  "feat: x'; touch pwned; '",
  "feat: x\nEOF\nverdict=fail",
])("the title %j is a good one, of which no output has more than the type", async (title) => {
  const { outputs } = await messages.run(await messages.open(title));
  expect([outputs.get("verdict"), outputs.get("type"), outputs.get("scope")]).toEqual(["pass", "feat", ""]);
});

test("all of them as commits, in log, summary, comment, annotations and result", async () => {
  const pull = await messages.open("Bad", HOSTILE);
  const result = await messages.run(pull, { comment: "true" }, { token: TOKENS.own });
  expectHarmless(result, messages.scenario.repository.folder);
  const [comment] = await messages.scenario.github.comments(pull.number);
  for (const text of [comment?.body ?? "", result.summary ?? ""]) {
    const html = await markdownToHtml(text);
    expect(html).not.toMatch(/<script|<img|href="(?!https:\/\/github\.com)/);
    expect(html.match(/<details>/g)?.length).toBe(html.match(/<\/details>/g)?.length);
    expect(html).not.toMatch(/<h1>/);
    // Nothing in code is a mention.
    expect(html.replace(/<code[^>]*>[^<]*<\/code>/g, "")).not.toContain("@org");
  }
  expect(comment?.body.match(/<!-- jessy-actions:end commit-lint -->/g)).toHaveLength(1);
  const file = readFileSync(result.outputs.get("result-file")!, "utf8");
  expect(JSON.parse(file).counts.titles).toBe(1);
});

// What grows faster than its input would not end within the suite's limit: 30,000 squared is minutes on any machine.
describe("sizes", () => {
  test.each([65_536, 1_000_000])("a first line of %i characters", async (length) => {
    const pull = await messages.open(`feat: ${"x".repeat(length)}`, [`Bad ${"🎉".repeat(length / 2)}`]);
    const result = await messages.run(pull, { comment: "true" }, { token: TOKENS.own });
    expect(result.exitCode).toBe(1);
    expect(Buffer.byteLength(result.summary ?? "")).toBeLessThan(20_000);
    expect(readFileSync(result.outputs.get("result-file")!).length).toBeLessThan(20_000);
    expect(result.summary).not.toContain("\ufffd\ufffd");
  });

  test("a body of a hundred thousand long lines", async () => {
    const pull = await messages.open("feat: x", [`feat: a\n\n${`${"y".repeat(101)}\n`.repeat(100_000)}`]);
    const result = await messages.run(pull);
    expect(result.outputs.get("errors")).toBe("100000");
    expect(result.summary).toContain("and 99,980 more problems in it");
  });

  test("a type of many words that no pattern can be slow with", async () => {
    const evil = `${"a".repeat(30_000)}${" (".repeat(30_000)}!`;
    const pull = await messages.open(evil, [`feat(${"a,".repeat(50_000)}): x`, `${"- ".repeat(50_000)}:`]);
    expect((await messages.run(pull, { scopes: "a" })).exitCode).toBe(1);
  });
});

test("the token is in no output of a run", async () => {
  const pull = await messages.open("Bad");
  messages.scenario.github.fault({ path: /pulls/, times: 9, kind: { status: 403, message: "no" } });
  const result = await messages.run(pull);
  expect(JSON.stringify([...result.outputs, result.log, result.summary])).not.toContain("ghs_");
});
