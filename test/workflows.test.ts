import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { validate } from "@actions/languageservice";
import { describe, expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { parse } from "yaml";
import { ownActions } from "../packages/local-runner/src/action/kinds.ts";

const root = resolve(import.meta.dirname, "..");
const workflows = readdirSync(join(root, ".github/workflows")).map((name) => `.github/workflows/${name}`);
const ours = ownActions(root);
const actions = ours.flatMap(({ file, behind }) => [file, ...behind]).map(({ source }) => source);

/** Workflows that people copy; they use our actions as strangers do. */
const examples = ["examples/ci.yml"];

/** Workflows and composites that only tests run; they keep the same rules. */
const fixtures = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "test/*.yml"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter((path) => /(?:^|\/)(?:action|[\w.-]*workflow)\.yml$/.test(path));

const text = (path: string) => readFileSync(join(root, path), "utf8");

interface Step {
  readonly run?: string;
  readonly shell?: string;
  readonly uses?: string;
}

/** The steps of all jobs of a workflow, or of a composite action; a job that calls a workflow counts as a step. */
function stepsOf(path: string): Step[] {
  const { jobs = {}, runs = {} } = parse(text(path)) as {
    jobs?: Record<string, Step & { readonly steps?: readonly Step[] }>;
    runs?: { readonly steps?: readonly Step[] };
  };
  return [...(runs.steps ?? []), ...Object.values(jobs).flatMap((job) => job.steps ?? [job])];
}

/** Every file of ours that holds steps. */
const stepFiles = [...workflows, ...examples, ...actions, ...fixtures];

test.each(stepFiles)("%s is what GitHub's own language service takes", async (path) => {
  const problems = await validate(TextDocument.create(`file:///${path}`, "yaml", 1, text(path)));
  expect(problems.map(({ message, range }) => `${range.start.line + 1}: ${message}`)).toEqual([]);
});

test("the language service does find mistakes", async () => {
  const content =
    "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: a/b@v1\n        wiht: {}\n";
  expect(await validate(TextDocument.create("file:///.github/workflows/x.yml", "yaml", 1, content))).not.toEqual([]);
});

/** `$/folder` or `./folder` in what is ours, `org/jessy-actions/x@v1` in what people copy, or a commit. */
const OWN_OR_PINNED = /^[$.]\/[\w/-]+$|^org\/jessy-actions\/[\w-]+@v1$|^[\w./-]+@[0-9a-f]{40}$/;

describe("trust nothing", () => {
  test.each(stepFiles)("every `uses:` of %s is a commit or our own", (path) => {
    const used = stepsOf(path).flatMap(({ uses }) => uses ?? []);
    if ([...workflows, ...examples].includes(path)) expect(used.length).toBeGreaterThan(0);
    expect(used.filter((name) => !OWN_OR_PINNED.test(name))).toEqual([]);
  });

  test.each(stepFiles)("no expression reaches a shell in %s", (path) => {
    for (const { run = "", shell = "" } of stepsOf(path)) expect(`${run} ${shell}`).not.toContain("${{");
  });

  test("the steps of jobs and of composites are found", () => {
    const count = (path: string) => stepsOf(path).length;
    expect(count(".github/workflows/release.yml")).toBe(
      text(".github/workflows/release.yml").match(/^ {6}- /gm)?.length,
    );
    expect(count("test/composite/gated/action.yml")).toBe(3);
    expect(count("actions/release/action.yml")).toBe(0);
  });

  test("the documents pin what is not ours, too", () => {
    for (const path of ["README.md", ...ours.map(({ readme }) => readme.source)]) {
      const used = [...text(path).matchAll(/uses:\s*(\S+)/g)].map((match) => match[1]!);
      expect(used.filter((name) => !name.startsWith("org/jessy-actions/") && !/@[0-9a-f]{40}$/.test(name))).toEqual([]);
    }
  });

  test.each([...workflows, ...examples])("%s gives nothing by default, and each job says what it needs", (path) => {
    const { permissions, jobs } = parse(text(path)) as {
      permissions: object;
      jobs: Record<string, { permissions?: object; "timeout-minutes"?: number }>;
    };
    expect(permissions).toEqual({});
    for (const [name, job] of Object.entries(jobs)) {
      expect(job.permissions, name).toBeDefined();
      expect(job["timeout-minutes"], name).toBeGreaterThan(0);
    }
  });
});

test("our gate asks of us what `make ci` asks", () => {
  const { jobs } = parse(text(".github/workflows/ci.yml")) as {
    jobs: Record<string, { steps: { uses?: string; with?: Record<string, unknown> }[] }>;
  };
  const gate = jobs.coverage?.steps.find(({ uses }) => uses === "$/actions/coverage-gate")?.with ?? {};
  const script = text("scripts/ci.ts");
  for (const name of ["min-coverage", "min-patch-coverage", "min-patch-lines"])
    expect(script).toContain(`"${name}": "${gate[name]}"`);
  for (const component of String(gate.components).trim().split("\n")) expect(script).toContain(component);
  const compare = jobs.benchmarks?.steps.find(({ uses }) => uses === "$/actions/bench-compare")?.with ?? {};
  expect(Object.keys(compare)).toContain("command");
  for (const [name, value] of Object.entries(compare)) {
    // As the script writes it: a key in quotes where it has a hyphen, and a line break as \\n.
    const text = JSON.stringify(String(value).trim());
    expect(script).toMatch(new RegExp(`"?${name}"?: ${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`));
  }
});

test("our commits are held against the same rules by both", () => {
  const { jobs } = parse(text(".github/workflows/commit-lint.yml")) as {
    jobs: Record<string, { steps: { uses?: string; with?: Record<string, unknown> }[] }>;
  };
  const lint = jobs["commit-lint"]?.steps.find(({ uses }) => uses === "$/actions/commit-lint")?.with ?? {};
  expect(text("scripts/ci.ts")).toContain(JSON.stringify(String(lint.rules).trim()));
});

/** Linters of workflows that are not on npm; where they are missing the test is skipped, with a message. */
const LINTERS: readonly (readonly [name: string, args: readonly string[]])[] = [
  ["zizmor", ["--offline", "--no-progress", "--quiet", ".github/workflows", ...actions]],
  // Our own actions are named by their tag there: people pin them by commit as the README says.
  ["zizmor", ["--offline", "--no-progress", "--quiet", "--config", "test/fixtures/zizmor-examples.yml", ...examples]],
  // actionlint 1.7.12 does not know `$/`, a path in the own repository, yet (rhysd/actionlint#711).
  ["actionlint", ["-ignore", 'specifying action "\\$/actions/[a-z-]+" in invalid format', ...workflows, ...examples]],
];

describe.each(LINTERS)("%s %j", (name, args) => {
  const program = [name, join(root, "build/linters/bin", name)].find((candidate) => {
    try {
      execFileSync(candidate, ["--version"], { stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  });
  if (program === undefined) process.stderr.write(`skipped: ${name} is not installed; run \`npm run linters\`\n`);

  test.skipIf(program === undefined)("has nothing to say", () => {
    try {
      execFileSync(program!, args, { cwd: root, stdio: "pipe" });
    } catch (error) {
      const { stdout, stderr } = error as { stdout: Buffer; stderr: Buffer };
      throw new Error(`${stdout}${stderr}`);
    }
  });
});
