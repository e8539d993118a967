import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { headline, Messages } from "./messages.ts";

let messages: Messages;

beforeEach(async () => {
  messages = await Messages.start();
});

afterEach(() => messages.close());

const STRICT = "extends: '@commitlint/config-conventional'\nrules:\n  scope-empty: [2, never]\n";

describe("a file of rules is read where the change starts", () => {
  test.each([
    [".commitlintrc", STRICT],
    [".commitlintrc.json", '{"rules":{"scope-empty":[2,"never"]}}'],
    [".commitlintrc.yaml", STRICT],
    [".commitlintrc.yml", STRICT],
    ["package.json", '{"commitlint":{"rules":{"scope-empty":[2,"never"]}}}'],
  ])("%s", async (path, text) => {
    messages.files.set(messages.base, { [path]: text, "README.md": "x" });
    const pull = await messages.open("feat: x", ["feat(a): x"]);
    const { exitCode, summary } = await messages.run(pull);
    expect([exitCode, headline(summary)]).toEqual([1, "The title breaks the rules: fail"]);
    expect(summary).toContain(`Rules\\: \`${path}\` of `);
  });

  test("a pull request that brings laxer rules is judged by those of its base", async () => {
    messages.files.set(messages.base, { ".commitlintrc.yml": STRICT });
    const pull = await messages.open("feat: x", ["feat: x"]);
    messages.files.set(pull.commits[0]!, { ".commitlintrc.yml": "rules: { type-empty: [1, never] }" });
    for (const event of ["pull_request", "pull_request_target"] as const)
      expect((await messages.run(pull, {}, { event })).exitCode).toBe(1);
  });

  test("a branch that brings laxer rules is judged by those of the default branch", async () => {
    messages.files.set(messages.base, { ".commitlintrc.yml": STRICT });
    const [first, second] = messages.commits(["chore(a): laxer", "feat: x"]);
    messages.files.set(first!, { ".commitlintrc.yml": "rules: { type-empty: [1, never] }" });
    expect((await messages.push("change", first!, second!)).exitCode).toBe(1);
  });

  test("a file by its path, and the workflow's own over it", async () => {
    messages.files.set(messages.base, { ".github/lint.yml": STRICT });
    const pull = await messages.open("feat(b): x", ["feat(a): x"]);
    const inputs = { config: ".github/lint.yml", scopes: "a" };
    const { summary } = await messages.run(pull, inputs);
    expect(headline(summary)).toBe("The title breaks the rules: fail");
    expect(summary).toContain("`.github/lint.yml`, with the workflow's own of ");
    expect((await messages.run(pull, { ...inputs, rules: "scope-empty: [0]", scopes: "a\nb" })).exitCode).toBe(0);
  });

  test("a package.json without rules is none", async () => {
    messages.files.set(messages.base, { "package.json": '{"name":"x"}' });
    const { summary } = await messages.run(await messages.open("feat: x"));
    expect(summary).toContain("config-conventional");
  });
});

describe("one line says what is wrong with rules, and what to write", () => {
  test.each(["commitlint.config.js", "commitlint.config.mjs", "commitlint.config.ts", ".commitlintrc.cjs"])(
    "%s is not run, and not passed over either",
    async (path) => {
      messages.files.set(messages.base, { [path]: "process.exit(0)" });
      const pull = await messages.open("feat: x");
      const { exitCode, annotations } = await messages.run(pull);
      expect([exitCode, annotations.length]).toEqual([1, 1]);
      expect(annotations[0]?.message).toMatch(
        /^`.*` is a program, which this action does not run; write its rules into `.commitlintrc.yml`.*or set `config: none`/,
      );
      expect((await messages.run(pull, { config: "none" })).exitCode).toBe(0);
    },
  );

  test.each<[string, Record<string, string>, Record<string, string>, RegExp]>([
    ["a path that is a program", {}, { config: "lint.config.ts" }, /^input `config`: lint\.config\.ts is a program/],
    [
      "a path that is not there",
      {},
      { config: "lint.yml" },
      /^input `config`: lint\.yml is not in .*a pull request's own rules do not count/,
    ],
    [
      "plugins",
      { ".commitlintrc.yml": "plugins: [x]\nrules: { type-empty: [2, never] }" },
      {},
      /^`\.commitlintrc\.yml` of the base sets `plugins`, which only works in a program/,
    ],
    [
      "an unknown rule",
      { ".commitlintrc.yml": "rules: { type-enm: [2, always, [a]] }" },
      {},
      /^`\.commitlintrc\.yml` of the base sets "type-enm", which is not a rule of commitlint; did you mean `type-enum`\?/,
    ],
    ["no YAML", { ".commitlintrc.yml": "a: [" }, {}, /^`\.commitlintrc\.yml` of the base is not valid YAML/],
    ["no rule at all", { ".commitlintrc.yml": "rules: {}" }, {}, /sets no rule, so nothing would be checked/],
    ["a huge file", { ".commitlintrc.yml": "#".repeat(1_100_000) }, {}, /is not a file of at most one megabyte/],
    ["no JSON", { "package.json": '{"commitlint":' }, {}, /^`package\.json` of the base /],
  ])("%s", async (_, files, inputs, message) => {
    messages.files.set(messages.base, files);
    const { exitCode, annotations } = await messages.run(await messages.open("feat: x"), inputs);
    expect([exitCode, annotations.length]).toEqual([1, 1]);
    expect(annotations[0]?.message).toMatch(message);
    expect(annotations[0]?.message).not.toContain("\n");
  });

  test("every rule taken away", async () => {
    messages.files.set(messages.base, { ".commitlintrc.yml": "rules: { type-empty: [2, never] }" });
    const pull = await messages.open("feat: x");
    const { annotations } = await messages.run(pull, { rules: "type-empty: [0]" });
    expect(annotations[0]?.message).toMatch(/^input `rules` removes every rule/);
  });
});
