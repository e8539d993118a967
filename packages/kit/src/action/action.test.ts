import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UserError, UserErrors } from "@jessy-actions/reading/user-error";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { EmulatedGitHub } from "../../../local-runner/src/github/gateway.ts";
import { parseFileCommands } from "../../../local-runner/src/step/file-command.ts";
import { prose } from "../report/prose.ts";
import type { Report } from "../report/report.ts";
import { type ActionDefinition, runAction } from "./action.ts";
import type { ActionIo } from "./io.ts";
import { publishFiles } from "./publish.ts";
import type { ActionResult } from "./result.ts";

// One file for all tests: core remembers where it wrote a summary first.
const summaryFolder = mkdtempSync(join(tmpdir(), "jessy-summary-"));
const summary = join(summaryFolder, "summary");
let folder: string;
let written: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-action-"));
  written = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    written += String(text);
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  process.exitCode = 0;
  rmSync(folder, { recursive: true });
});

afterAll(() => rmSync(summaryFolder, { recursive: true }));

const RESULT: ActionResult = { verdict: "pass", headline: "All is well: pass", fails: false };

const REPORT: Report = {
  title: "Demo",
  comment: [{ kind: "paragraph", text: "details" }],
  summary: [{ kind: "paragraph", text: "details" }],
  annotations: [{ level: "warning", message: "look", file: "a.rs", startLine: 3 }],
  outputs: { verdict: "pass" },
  files: [
    { name: "result.json", content: "{}\n", output: "result-file" },
    { name: "parts/merged.txt", content: ["a", Buffer.from("b")] },
  ],
};

interface Inputs {
  readonly count: number;
  readonly token: string;
}

function action(
  parts: Partial<ActionDefinition<Inputs, number, ActionResult>> = {},
): ActionDefinition<Inputs, number, ActionResult> {
  return {
    name: "demo",
    title: "Demo",
    readInputs: (reader) => ({
      count: reader.integer("count", { min: 0, max: 9 }, 1),
      token: reader.string("github-token"),
    }),
    collect: async ({ count }) => count,
    evaluate: () => RESULT,
    render: () => REPORT,
    publication: ({ token }) => ({ name: "", token, comment: true }),
    ...parts,
  };
}

async function run(
  definition: ActionDefinition<Inputs, number, ActionResult>,
  environment: Record<string, string> = {},
): Promise<number> {
  const event = join(folder, "event.json");
  const sha = "a".repeat(40);
  writeFileSync(
    event,
    JSON.stringify({
      repository: { default_branch: "main" },
      pull_request: { number: 1, head: { sha, repo: { id: 1 } }, base: { sha, repo: { id: 1 } } },
    }),
  );
  for (const file of [join(folder, "output"), summary]) writeFileSync(file, "");
  await runIn(definition, {
    GITHUB_REPOSITORY: "org/demo",
    GITHUB_EVENT_NAME: "pull_request",
    GITHUB_EVENT_PATH: event,
    GITHUB_WORKSPACE: folder,
    RUNNER_TEMP: join(folder, "temp"),
    GITHUB_OUTPUT: join(folder, "output"),
    GITHUB_STEP_SUMMARY: summary,
    ...environment,
  });
  return Number(process.exitCode);
}

/** Runs an action where these variables are all that the runner set: core reads them from the process. */
async function runIn(
  definition: ActionDefinition<Inputs, number, ActionResult>,
  environment: Record<string, string>,
): Promise<void> {
  for (const name of Object.keys(process.env))
    if (/^(?:GITHUB|RUNNER|INPUT|ACTIONS)_/.test(name)) vi.stubEnv(name, undefined);
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  await runAction(definition);
}

test("a report goes to log, outputs, files, annotations and summary", async () => {
  expect(await run(action())).toBe(0);
  expect(outputs().verdict).toBe("pass");
  expect(readFileSync(outputs()["result-file"] ?? "", "utf8")).toBe("{}\n");
  expect(readFileSync(join(folder, "temp/jessy/demo/parts/merged.txt"), "utf8")).toBe("ab");
  expect(readFileSync(summary, "utf8")).toBe("## Demo\n\n✅ **All is well\\: pass**\n\ndetails\n");
  expect(written).toContain("✅ All is well: pass");
  expect(written).toContain("::warning file=a.rs,line=3::look");
  expect(written).toContain("No comment: the input `github-token` is empty.");
});

test("a result that fails ends with 1 and an error", async () => {
  const failing: ActionResult = { verdict: "fail", headline: "No: fail", fails: true };
  expect(await run(action({ evaluate: () => failing }))).toBe(1);
  expect(written).toContain("::error::No: fail");
});

test("wrong inputs stop everything before it begins, and leave their reason", async () => {
  const collect = vi.fn();
  expect(await run(action({ collect }), { INPUT_COUNT: "many", INPUT_CONT: "1" })).toBe(1);
  expect(collect).not.toHaveBeenCalled();
  expect(written).toBe(
    "::warning::there is no input `cont`; did you mean `count`?\n::error::input `count` is `many`; write a whole number from 0 to 9\n",
  );
  expect(outputs()).toEqual({ verdict: "broken" });
  expect(readFileSync(summary, "utf8")).toBe(
    "## Demo\n\n💥 **broken\\: input `count` is `many`; write a whole number from 0 to 9**\n",
  );
});

/** An action that ends with an error in one of its steps. */
const failing = (error: Error, parts: Parameters<typeof action>[0] = {}) =>
  action({
    evaluate: () => {
      throw error;
    },
    ...parts,
  });

const outputs = () => Object.fromEntries(parseFileCommands(readFileSync(join(folder, "output"), "utf8")));

test("the user's error is one line; ours has its stack, between marks", async () => {
  expect(await run(failing(new UserError("the file x is empty")))).toBe(1);
  expect(written).toBe("::error::the file x is empty\n");
  written = "";
  expect(await run(failing(new TypeError("undefined is no function\n::add-mask::x")))).toBe(1);
  expect(written).toMatch(
    /^::error::this is a fault of the action, not of your workflow: TypeError: undefined is no function%0A::add-mask::x\. Please report it at .*\n::stop-commands::[0-9a-f-]+\n/,
  );
  expect(outputs()).toEqual({ verdict: "broken" });
  const [, , reason, ...rest] = readFileSync(summary, "utf8").trimEnd().split("\n");
  expect(reason).toMatch(/^💥 \*\*broken\\: this is a fault of the action, not of your workflow.*add-mask.*\*\*$/);
  expect(rest).toEqual(["", "The log has the whole error."]);
});

test("several errors are counted and listed, and what they quote stays text", async () => {
  await run(
    failing(new UserErrors(["input `a` is `<b>@x</b>`", "input `c` | [d](http://e)"]), {
      publication: () => ({ name: "unit", token: "", comment: true }),
    }),
  );
  expect(readFileSync(summary, "utf8")).toBe(
    "## Demo\\: unit\n\n💥 **broken\\: 2 errors**\n\n- input `a` is `<b>@x</b>`\n- input `c` \\| \\[d\\]\\(http\\:\u200b//e\\)\n",
  );
});

test("a summary and outputs that cannot be written hide neither the error nor the verdict", async () => {
  // core remembers where the summary is.
  const collect = async () => {
    rmSync(summary);
    mkdirSync(summary);
    return 1;
  };
  const environment = { GITHUB_OUTPUT: join(folder, "none/output") };
  expect(await run(failing(new UserError("the file x is empty"), { collect }), environment)).toBe(1);
  expect(written).toMatch(
    /^::error::the file x is empty\nThe outputs could not be set to the reason: GITHUB_OUTPUT is `.*`, which does not exist/,
  );
  expect(written).toContain("The job summary could not be set to the reason:");
  rmSync(summary, { recursive: true });
  written = "";
  expect(await run(action({ collect }))).toBe(0);
  expect(written).toMatch(/::warning::No job summary: .*The report is in the log; the verdict stands\./);
  rmSync(summary, { recursive: true });
});

test("a folder that cannot be made is the user's error", async () => {
  writeFileSync(join(folder, "file"), "");
  expect(await run(action(), { RUNNER_TEMP: join(folder, "file") })).toBe(1);
  expect(written).toMatch(
    /^::error::`.*\/file\/jessy\/demo` cannot be reached: `.*\/file` is a file, not a folder; .* \(ENOTDIR, mkdir\)\n/,
  );
  expect(written).not.toContain("stop-commands");
});

test.runIf(existsSync("/dev/full"))("a full disk is the user's error, and names the file", async () => {
  expect(await run(action(), { GITHUB_OUTPUT: "/dev/full" })).toBe(1);
  expect(written).toMatch(
    /^::error::`\/dev\/full` cannot be written: the disk is full; free some space .* \(ENOSPC, write\)\n/,
  );
  expect(written).not.toContain("stop-commands");
  expect(readFileSync(summary, "utf8")).toContain("`/dev/full` cannot be written");
});

test("what later runs need and the machine refuses is a warning: the verdict is out", async () => {
  const conclude = async () => {
    throw Object.assign(new Error("x"), { code: "ENOSPC", path: "/cache", syscall: "write" });
  };
  expect(await run(action({ conclude }))).toBe(0);
  expect(written).toMatch(
    /::warning::What later runs need was not kept: `\/cache` cannot be written: the disk is full;/,
  );
  const broken = async () => {
    throw new TypeError("x");
  };
  expect(await run(action({ conclude: broken }))).toBe(1);
  expect(outputs().verdict).toBe("broken");
});

test("the token is masked before anything else is said", async () => {
  await run(action({ publication: () => ({ name: "", token: "ghs_x", comment: false }) }), {
    "INPUT_GITHUB-TOKEN": "ghs_x",
  });
  expect(written.startsWith("::add-mask::ghs_x\n")).toBe(true);
});

const SECRET = 'zq8"Kd0`vWm3xTfY7hLr2';

/** An action that was told a secret, and whose result has it everywhere. */
const leaking = (parts: Parameters<typeof action>[0] = {}) =>
  action({
    collect: async (_, io) => {
      io.log.mask(SECRET);
      return 1;
    },
    evaluate: () => ({ ...RESULT, headline: `It says ${SECRET}`, said: { [`x.${SECRET}`]: SECRET } }) as ActionResult,
    render: (result) => ({
      title: "Demo",
      summary: [{ kind: "paragraph", text: prose(`a \`${result.headline}\` b`) }],
      annotations: [{ level: "warning", message: result.headline, file: `${result.headline}.rs` }],
      outputs: { verdict: result.verdict, words: result.headline, tags: "acme/api:1" },
      files: [{ name: "result.json", content: JSON.stringify(result), output: "result-file" }],
    }),
    ...parts,
  });

test("what was masked is in nothing that a run writes, and an output that would hold it is empty", async () => {
  await run(leaking());
  const file = readFileSync(outputs()["result-file"] ?? "", "utf8");
  expect(JSON.parse(file)).toMatchObject({ verdict: "pass", headline: "It says ***", said: { "x.***": "***" } });
  expect(outputs()).toMatchObject({ verdict: "pass", words: "", tags: "acme/api:1" });
  expect(written).toContain("::warning::The output `words` is empty: it would hold a value that is masked.");
  expect(written).toContain("::warning file=It says ***.rs::It says ***");
  for (const text of [file, readFileSync(summary, "utf8"), withoutMasks(written)]) {
    expect(text).toContain("It says");
    expect(text).not.toContain("vWm3");
  }
});

test("nor in the debug log, where any input may hold a copy of it", async () => {
  const readInputs: ReturnType<typeof leaking>["readInputs"] = (reader) => {
    reader.string("words");
    return { count: 1, token: "" };
  };
  await run(leaking({ readInputs }), { INPUT_WORDS: `a ${SECRET}` });
  expect(withoutMasks(written)).toMatch(/::debug::input words: "a \*{3}"/);
  const collect = async (_: unknown, { log }: ActionIo) => {
    log.mask(SECRET);
    throw new UserError("no");
  };
  written = "";
  await run(leaking({ readInputs, collect }), { INPUT_WORDS: `a ${SECRET}` });
  expect(withoutMasks(written)).toMatch(/::debug::input words: "a \*{3}"\n::error::no/);
});

test("nor in the reason of a run that ended with an error, nor in files besides the report", async () => {
  for (const error of [new UserError(`it is ${SECRET}`), new TypeError(`it is ${SECRET}`)]) {
    written = "";
    await run(
      leaking({
        evaluate: () => {
          throw error;
        },
      }),
    );
    expect(withoutMasks(written)).toMatch(/it is \*{3}/);
    expect(readFileSync(summary, "utf8")).toContain("it is \\*\\*\\*");
    expect(withoutMasks(written) + readFileSync(summary, "utf8")).not.toContain("vWm3");
  }
  const conclude: ReturnType<typeof leaking>["conclude"] = async (_, __, io) =>
    publishFiles([{ name: "more.txt", content: ["a ", SECRET.slice(0, 5), SECRET.slice(5)] }], io);
  await run(leaking({ conclude }));
  expect(readFileSync(join(folder, "temp/jessy/demo/more.txt"), "utf8")).toBe("a ***");
});

const withoutMasks = (text: string) => text.replace(/^::add-mask::.*$/gm, "");

test("two gates of one action keep their files apart", async () => {
  await run(action({ publication: () => ({ name: "a/../../b *", token: "", comment: false }) }));
  expect(readFileSync(join(folder, "temp/jessy/demo-a%2F..%2F..%2Fb%20%2A/result.json"), "utf8")).toBe("{}\n");
});

test("the end of an action comes after its report", async () => {
  const seen: string[] = [];
  await run(
    action({
      conclude: async (_, facts) => {
        seen.push(`${facts} ${written.includes("All is well")}`);
      },
    }),
  );
  expect(seen).toEqual(["1 true"]);
});

test("a comment that GitHub refuses never changes the verdict", async () => {
  const github = await EmulatedGitHub.start({
    owner: "org",
    repository: "demo",
    defaultBranch: "main",
    tokens: { own: { login: "github-actions[bot]", write: true } },
  });
  github.fault({ path: /comments/, times: 9, kind: { status: 422, message: "Validation Failed" } });
  expect(
    await run(action(), {
      "INPUT_GITHUB-TOKEN": "own",
      GITHUB_API_URL: github.url,
      GITHUB_GRAPHQL_URL: `${github.url}/graphql`,
    }),
  ).toBe(0);
  await github.close();
  expect(written).toMatch(
    /::warning::No comment: GET .*: status 422: Validation Failed.*The report is in the job summary; the verdict stands\./,
  );
});

test("a run that follows another one comments on the pull request that has its commit", async () => {
  const github = await EmulatedGitHub.start({
    owner: "org",
    repository: "demo",
    defaultBranch: "main",
    tokens: { own: { login: "github-actions[bot]", write: true } },
  });
  const head = "c".repeat(40);
  const number = await github.openPullRequest({
    headOwner: "stranger",
    headRef: "change",
    headSha: head,
    baseRef: "main",
    baseSha: head,
  });
  const event = join(folder, "followed.json");
  const followed = {
    head_sha: head,
    head_branch: "change",
    event: "pull_request",
    head_repository: { owner: { login: "stranger" } },
  };
  writeFileSync(event, JSON.stringify({ workflow_run: followed }));
  const seen: (number | undefined)[] = [];
  const following = action({
    collect: async (_, io) => {
      seen.push(await io.pullRequestNumber(), await io.pullRequestNumber());
      return 1;
    },
  });
  const environment = {
    GITHUB_EVENT_NAME: "workflow_run",
    GITHUB_EVENT_PATH: event,
    "INPUT_GITHUB-TOKEN": "own",
    GITHUB_API_URL: github.url,
    GITHUB_GRAPHQL_URL: `${github.url}/graphql`,
  };
  expect(await run(following, environment)).toBe(0);
  expect(seen).toEqual([number, number]);
  expect(await github.comments(number)).toHaveLength(1);
  // Looked up once.
  expect(github.requests.filter(({ path }) => path.endsWith("/pulls"))).toHaveLength(1);
  await github.close();
});

test("outside of GitHub Actions the error says where an action runs", async () => {
  await runIn(action({ collect: async (_, io) => io.event().ref.length }), {});
  expect(written).toBe(
    "::error::GITHUB_REPOSITORY is ``; an action runs in a GitHub Actions step, or locally by `npx jessy run`\n",
  );
});
