import { execFile, execFileSync } from "node:child_process";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type LockRecord, lockText } from "./lock-record.ts";
import { IF_TAKEN, ONLY_WITH_LOCK, RELEASE_LOCK, TAKE_LOCK } from "./lock-scripts.ts";

const SHELLS = [["bash"], ["dash"], ["busybox", "sh"]].filter(([program]) => has(program!));

function has(program: string): boolean {
  try {
    execFileSync("sh", ["-c", `command -v ${program}`]);
    return true;
  } catch {
    return false;
  }
}

const FACT = 'fact() { printf \'FACT %s %s\\n\' "$1" "$2"; }\nset -eu\n';

let path: string;

beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), "jessy-lock-")), "with 'quotes' and $blanks");
});

afterEach(() => rmSync(join(path, ".."), { recursive: true, force: true }));

function owner(id: string): string {
  const record: LockRecord = {
    id,
    serverUrl: "https://github.com",
    repository: "org/demo",
    runId: "77",
    runAttempt: 1,
    runner: "GitHub Actions 3",
    url: "https://github.com/org/demo/actions/runs/77/attempts/1",
    release: "20261128-abc",
  };
  return lockText(record);
}

interface Answer {
  readonly exitCode: number;
  readonly facts: Readonly<Record<string, string>>;
}

function run(shell: readonly string[], body: string, id: string, replaces = ""): Promise<Answer> {
  const [program, ...args] = shell;
  return new Promise((done) => {
    const environment = {
      ...process.env,
      JESSY_PATH: path,
      JESSY_LOCK: "deploy",
      JESSY_OWNER: owner(id),
      JESSY_REPLACES: replaces,
    };
    const child = execFile(program!, args, { env: environment }, (error, stdout) => {
      const facts: Record<string, string> = {};
      for (const [, name, value] of stdout.matchAll(/^FACT (\S+) (.*)$/gm)) facts[name!] = value!;
      done({ exitCode: error === null ? 0 : Number(error.code), facts });
    });
    child.stdin?.end(FACT + body);
  });
}

const locks = () => join(path, ".jessy/lock-deploy");
const entries = () => readdirSync(locks()).sort();

test("there are shells to test with", () => expect(SHELLS.length).toBeGreaterThan(0));

describe.each(SHELLS.map((shell) => [shell.join(" "), shell] as const))("in %s", (_, shell) => {
  const take = (id: string, replaces = "") => run(shell, TAKE_LOCK, id, replaces);
  const release = (id: string) => run(shell, RELEASE_LOCK, id);

  test("a lock is taken once, by its owner again and again, and after its release by others", async () => {
    expect((await take("a")).facts).toEqual({ lock: "taken" });
    expect((await take("a")).facts).toEqual({ lock: "taken" });
    const { exitCode, facts } = await take("b");
    expect({ exitCode, ...facts, age: undefined }).toEqual({
      exitCode: 0,
      lock: "held",
      owner: owner("a"),
      number: "1",
    });
    expect(Number(facts.age)).toBeGreaterThanOrEqual(0);
    expect((await release("b")).facts).toMatchObject({ lock: "other", owner: owner("a") });
    expect((await release("a")).facts).toEqual({ lock: "released" });
    expect((await release("a")).facts).toEqual({ lock: "free" });
    expect((await take("b")).facts).toEqual({ lock: "taken" });
    expect(entries()).toEqual(["3"]);
  });

  test("a dead owner's lock is taken over once, and its owner cannot release the new one", async () => {
    await take("dead");
    const answers = await Promise.all(["b", "c", "d", "e"].map((id) => take(id, "1")));
    expect(answers.map(({ facts }) => facts.lock).sort()).toEqual(["held", "held", "held", "taken"]);
    expect((await release("dead")).facts.lock).toBe("other");
    expect((await take("f", "1")).facts.lock).toBe("held");
    expect(entries()).toEqual(["2"]);
  });

  test("of many at once one gets it", async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => take(`run-${index}`)));
    expect(answers.filter(({ facts }) => facts.lock === "taken")).toHaveLength(1);
    expect(answers.filter(({ facts }) => facts.lock === "held")).toHaveLength(7);
  });

  test.each([
    ["a file", () => writeFileSync(join(locks(), "4"), "x")],
    ["a folder", () => mkdirSync(join(locks(), "4"))],
    ["another text", () => symlinkSync("not\na lock \u001b[31m::error::", join(locks(), "4"))],
  ])("%s in the place of a lock is held by nobody knows whom, until it is replaced", async (_, make) => {
    mkdirSync(locks(), { recursive: true });
    make();
    const { facts } = await take("a");
    expect(facts).toMatchObject({ lock: "held", number: "4" });
    expect(facts.owner).toMatch(/^[ -~]*$/);
    expect((await take("a", "4")).facts.lock).toBe("taken");
    expect(entries()).toEqual(["5"]);
  });

  test("strange files in the folder are left alone", async () => {
    mkdirSync(locks(), { recursive: true });
    for (const name of ["notes.txt", "-rf", "007", "99999999999999999999"]) writeFileSync(join(locks(), name), "");
    expect((await take("a")).facts.lock).toBe("taken");
    expect(readlinkSync(join(locks(), "1"))).toBe(owner("a"));
    expect(entries()).toHaveLength(5);
  });

  test("a room that cannot be made is a problem with its reason", async () => {
    writeFileSync(path, "");
    const { exitCode, facts } = await take("a");
    expect({ exitCode, lock: facts.lock }).toEqual({ exitCode: 1, lock: undefined });
    expect(facts.problem).toMatch(/not a directory/i);
  });

  test("what comes behind it runs only with the lock", async () => {
    const body = 'echo > "$jessy_path/done"\nfact ran yes';
    expect((await run(shell, TAKE_LOCK + IF_TAKEN + body, "a")).facts).toEqual({ lock: "taken", ran: "yes" });
    expect((await run(shell, TAKE_LOCK + IF_TAKEN + body, "b")).facts.ran).toBeUndefined();
    expect((await run(shell, ONLY_WITH_LOCK + body, "a")).facts).toEqual({ ran: "yes" });
    expect((await run(shell, ONLY_WITH_LOCK + body, "b")).facts).toMatchObject({ lock: "other", owner: owner("a") });
    expect(existsSync(join(path, "done"))).toBe(true);
    expect(lstatSync(join(locks(), "1")).isSymbolicLink()).toBe(true);
  });
});

test("a path below the user's home is found there", async () => {
  const home = path;
  mkdirSync(home, { recursive: true });
  const script = `HOME='${home.replaceAll("'", "'\\''")}' JESSY_PATH=api\n${FACT}${TAKE_LOCK}`;
  await new Promise((done) => {
    const child = execFile(
      "sh",
      [],
      { env: { ...process.env, JESSY_LOCK: "deploy", JESSY_OWNER: owner("a"), JESSY_REPLACES: "" } },
      done,
    );
    child.stdin?.end(script);
  });
  expect(readdirSync(join(home, "api/.jessy/lock-deploy"))).toEqual(["1"]);
});
