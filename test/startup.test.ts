import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { wrongInput } from "../bench/startup/wrong-input.ts";
import { bundledNames } from "../packages/local-runner/src/action/kinds.ts";

const root = resolve(import.meta.dirname, "..");
const dist = join(root, "dist");
const scripts = readdirSync(dist).filter((name) => name.endsWith(".js"));

/** Code that only a run with right inputs may load, by a text that stands in it alone. */
const HEAVY = {
  octokit: "octokit-core.js/",
  "the HTTP client of the toolkit": "class HttpClient {",
  "the client of the cache": "class DownloadProgress ",
  tinyglobby: "tinyglobby/dist/index.mjs",
};

const chunksWith = (text: string) => scripts.filter((name) => readFileSync(join(dist, name), "utf8").includes(text));

let folder: string;

/** dist/ without these chunks. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-startup-"));
  const left = new Set(Object.values(HEAVY).flatMap(chunksWith));
  for (const name of [...scripts, "package.json"])
    if (!left.has(name)) copyFileSync(join(dist, name), join(folder, name));
});

afterAll(() => rmSync(folder, { recursive: true }));

test.each(Object.entries(HEAVY))("%s stands in chunks of its own", (_, text) => {
  const chunks = chunksWith(text);
  expect(chunks.length).toBeGreaterThan(0);
  expect(chunks.filter((name) => !/^\d+\.index\.js$/.test(name))).toEqual([]);
});

const actions = bundledNames(root).filter((name) => scripts.includes(`${name}.js`));

/** Variables of a step of a pull request, without a token. */
function stepVariables(): Readonly<Record<string, string>> {
  const [event = "", summary = "", output = ""] = ["event.json", "summary", "output"].map((name) => join(folder, name));
  const end = { sha: "a".repeat(40), repo: { id: 1 } };
  writeFileSync(event, JSON.stringify({ pull_request: { number: 1, head: end, base: end } }));
  for (const file of [summary, output]) writeFileSync(file, "");
  return {
    GITHUB_REPOSITORY: "org/demo",
    GITHUB_EVENT_NAME: "pull_request",
    GITHUB_EVENT_PATH: event,
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_OUTPUT: output,
  };
}

test.each(actions)("%s says what is wrong with an input, and loads none of them and no http for it", (action) => {
  const { environment: inputs, error } = wrongInput(readFileSync(join(root, "actions", action, "action.yml"), "utf8"));
  const environment = { ...inputs, ...stepVariables() };
  const atExit = `data:text/javascript,process.on("exit", () => console.log("loaded", process.moduleLoadList.join()))`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", atExit, join(folder, `${action}.js`)], {
    env: environment,
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  expect(status).toBe(1);
  expect(stdout).toContain(error);
  // Its reason is left without them, too.
  expect(readFileSync(environment.GITHUB_STEP_SUMMARY ?? "", "utf8")).toContain(error.slice("::error::".length));
  expect(readFileSync(environment.GITHUB_OUTPUT ?? "", "utf8")).toMatch(/^verdict<<.+\nbroken\n/);
  expect(stdout).toMatch(/^loaded .*NativeModule fs\b/m);
  expect(stdout).not.toMatch(/NativeModule (?:https?|http2|tls|undici)\b/);
});
