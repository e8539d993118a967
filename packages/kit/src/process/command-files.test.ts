import {
  appendFileSync,
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CommandFiles, keepingCommandFiles } from "./command-files.ts";

let folder: string;
let commands: string;

const KINDS = {
  ENV: "set_env",
  PATH: "add_path",
  OUTPUT: "set_output",
  STATE: "save_state",
  STEP_SUMMARY: "step_summary",
};
const path = (kind: string) => join(commands, `${kind}_1`);
const environment = () =>
  Object.fromEntries(Object.entries(KINDS).map(([name, kind]) => [`GITHUB_${name}`, path(kind)]));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-commands-"));
  commands = join(folder, "_runner_file_commands");
  mkdirSync(commands);
  for (const kind of Object.values(KINDS)) writeFileSync(path(kind), kind === "save_state" ? "gate=1\n" : "");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Everything in the folder, by name. */
const contents = () =>
  Object.fromEntries(
    readdirSync(commands)
      .sort()
      .map((name) => [name, readFileSync(join(commands, name), "utf8")]),
  );

test.each<[how: string, attack: () => void, told: (string | RegExp)[]]>([
  ["nothing", () => undefined, []],
  ["read", () => readFileSync(path("set_env")), []],
  [
    "appended to",
    () => appendFileSync(path("set_env"), "LD_PRELOAD=/x\n"),
    ["`GITHUB_ENV` was changed (14 bytes more)"],
  ],
  [
    "appended to, another one",
    () => appendFileSync(path("add_path"), "/evil\n"),
    ["`GITHUB_PATH` was changed (6 bytes more)"],
  ],
  ["cut", () => writeFileSync(path("save_state"), ""), ["`GITHUB_STATE` was cut"]],
  ["changed, as long as before", () => writeFileSync(path("save_state"), "gate=2\n"), [/^`GITHUB_STATE` was changed/]],
  ["removed", () => rmSync(path("set_output")), ["`GITHUB_OUTPUT` was removed"]],
  [
    "replaced by a link",
    () => {
      writeFileSync(join(folder, "evil"), "A=1\n");
      rmSync(path("set_env"));
      symlinkSync(join(folder, "evil"), path("set_env"));
    },
    ["`GITHUB_ENV` was replaced by a link"],
  ],
  [
    "replaced by a link to the same content",
    () => {
      renameSync(path("save_state"), join(folder, "same"));
      symlinkSync(join(folder, "same"), path("save_state"));
    },
    ["`GITHUB_STATE` was replaced by a link"],
  ],
  [
    "replaced by a folder",
    () => {
      rmSync(path("step_summary"));
      mkdirSync(join(path("step_summary"), "x"), { recursive: true });
    },
    ["`GITHUB_STEP_SUMMARY` was replaced by something else"],
  ],
  [
    "given a second name",
    () => linkSync(path("set_env"), join(folder, "later")),
    ["`GITHUB_ENV` was given a second name"],
  ],
  ["given other permissions", () => chmodSync(path("set_env"), 0o444), ["`GITHUB_ENV` was given other permissions"]],
  ["filled", () => writeFileSync(path("step_summary"), Buffer.alloc(16_000_001)), [/was filled with 16000001 bytes$/]],
  [
    "a file beside",
    () => writeFileSync(join(commands, "set_env_2"), "A=1"),
    [/^`.*set_env_2` was added to the runner/],
  ],
  [
    "the folder moved away, and a link put in its place",
    () => {
      renameSync(commands, join(folder, "away"));
      symlinkSync(join(folder, "away"), commands);
    },
    [/^The folder of the runner's command files, `.*`, was removed or replaced$/, ...Array(5).fill(/ was removed$/)],
  ],
  [
    "the folder removed",
    () => rmSync(commands, { recursive: true }),
    [/^The folder/, ...Array(5).fill(/ was removed$/)],
  ],
])("%s", (_, attack, told) => {
  const before = contents();
  const files = new CommandFiles(environment());
  attack();
  expect(files.restore()).toEqual(told.map((each) => (typeof each === "string" ? each : expect.stringMatching(each))));
  expect(contents()).toEqual(before);
  expect(statSync(path("set_env")).mode & 0o777).toBe(0o644);
  expect(statSync(commands).isDirectory()).toBe(true);
  expect(files.restore()).toEqual([]);
});

test("whoever has another name of a file, or has it open, writes to nothing", () => {
  const files = new CommandFiles(environment());
  linkSync(path("set_env"), join(folder, "later"));
  files.restore();
  appendFileSync(join(folder, "later"), "EVIL=1\n");
  expect(readFileSync(path("set_env"), "utf8")).toBe("");
});

test("a file that was not there is removed again, and one that is in another folder is kept alone", () => {
  const outside = join(folder, "outputs/out");
  mkdirSync(join(outside, ".."));
  const files = new CommandFiles({ GITHUB_OUTPUT: outside, GITHUB_ENV: "", GITHUB_PATH: undefined });
  writeFileSync(outside, "verdict=pass\n");
  writeFileSync(join(folder, "outputs/mine"), "");
  expect(files.restore()).toEqual(["`GITHUB_OUTPUT` was made"]);
  expect(readdirSync(join(folder, "outputs"))).toEqual(["mine"]);
});

test("what is no regular file is left alone", () => {
  const files = new CommandFiles({ GITHUB_STEP_SUMMARY: "/dev/null" });
  expect(files.restore()).toEqual([]);
});

test.each(["ends", "throws"])("work that %s: each change is a warning", async (how) => {
  const warnings: string[] = [];
  const work = async () => {
    appendFileSync(path("set_env"), "A=1\n");
    if (how === "throws") throw new Error("of the work");
    return 7;
  };
  const log = { warning: (message: string) => warnings.push(message) };
  const run = keepingCommandFiles(environment(), log, work);
  if (how === "throws") await expect(run).rejects.toThrow("of the work");
  else expect(await run).toBe(7);
  expect(warnings).toEqual([
    "`GITHUB_ENV` was changed (4 bytes more) while code of this change ran. It was put back: nothing of it reaches later steps.",
  ]);
});
