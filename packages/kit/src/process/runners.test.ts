import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isRunning } from "../../testing/running.ts";
import { runLiveProcess } from "./live.ts";
import { type ProcessOptions, type ProcessResult, runProcess } from "./process.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-runners-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Run = (program: string, args: readonly string[], options?: Partial<ProcessOptions>) => Promise<ProcessResult>;

const base = () => ({ cwd: folder, environment: { PATH: process.env.PATH } });
const RUNNERS: readonly (readonly [string, Run])[] = [
  ["runProcess", (program, args, options) => runProcess(program, args, { ...base(), ...options })],
  [
    "runLiveProcess",
    (program, args, options) => runLiveProcess(program, args, { ...base(), onLine: () => undefined, ...options }),
  ],
];

const pidIn = (name: string) => Number(readFileSync(join(folder, name), "utf8"));
const has = (name: string) => existsSync(join(folder, name));
const appears = (name: string) => expect.poll(() => has(name), { timeout: 20_000 }).toBe(true);

/** What both runners promise. */
describe.each(RUNNERS)("%s", (_, run) => {
  const sh = (script: string, options?: Partial<ProcessOptions>) => run("sh", ["-c", script], options);

  test.each([
    ["exit 0", 0, undefined],
    ["exit 3", 3, undefined],
    ["exit 127", 127, undefined],
    ["exit 128", 128, undefined],
    ["exit 255", 255, undefined],
    ["kill -TERM $$", 128, "SIGTERM"],
    ["kill -SEGV $$", 128, "SIGSEGV"],
    ["kill -KILL $$", 128, "SIGKILL"],
  ])("%s", async (script, exitCode, signal) => {
    expect(await sh(script)).toMatchObject({ exitCode, signal });
  });

  test("arguments reach the program as they are", async () => {
    const args = ["-e", "--", "a b", "", '"', "'", "\\", '\\"', "$(id)", "*", "\n", "ä", "; exit 1"];
    const script = "process.stdout.write(JSON.stringify(process.argv.slice(1)))";
    const { stdout } = await run(process.execPath, ["-e", script, "--", ...args]);
    expect(JSON.parse(stdout.toString())).toEqual(args);
  });

  test("a program in a folder of any name, and one that is relative to where it works", async () => {
    const name = 'a "b" \\ c -d';
    writeFileSync(join(folder, name), "#!/bin/sh\necho ran\n");
    chmodSync(join(folder, name), 0o755);
    expect((await run(join(folder, name), [])).stdout.toString()).toBe("ran\n");
    expect((await run(`./${name}`, [])).stdout.toString()).toBe("ran\n");
  });

  test("the environment is what was given, and so is the PATH that programs are found by", async () => {
    writeFileSync(join(folder, "only-here"), "#!/bin/sh\n/usr/bin/env\n");
    chmodSync(join(folder, "only-here"), 0o755);
    const { stdout } = await run("only-here", [], { environment: { PATH: folder, A: "1", B: undefined } });
    const names = stdout
      .toString()
      .trim()
      .split("\n")
      .map((line) => line.split("=")[0]);
    // A shell adds its own.
    expect(names.filter((name) => !["PWD", "OLDPWD", "SHLVL", "_"].includes(name ?? "")).sort()).toEqual(["A", "PATH"]);
  });

  test.each([
    ["no-such-program", "ENOENT"],
    ["./no-such-program", "ENOENT"],
    ["./not-executable", "EACCES"],
  ])("%s cannot be started: %s", async (program, code) => {
    writeFileSync(join(folder, "not-executable"), "");
    await expect(run(program, [])).rejects.toMatchObject({
      message: `${program} cannot be started`,
      cause: expect.objectContaining({ code }),
    });
  });

  test("a directory that is not there", async () => {
    const missing = join(folder, "missing");
    const error = await run("sh", ["-c", ""], { cwd: missing }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ message: "sh cannot be started", cause: { code: "ENOENT", path: missing } });
  });

  test("without an input the program reads nothing, and does not wait", async () => {
    expect((await sh("cat; echo end")).stdout.toString()).toBe("end\n");
  });

  test.each([
    ["text", "a\nä"],
    ["no text", ""],
    ["bytes", Buffer.from([0, 255, 10])],
    ["a stream", Readable.from([Buffer.from("a"), Buffer.from("b")])],
  ])("reads %s", async (kind, input) => {
    const { stdout } = await sh("cat", { input });
    expect(stdout).toEqual(kind === "a stream" ? Buffer.from("ab") : Buffer.from(input as string));
  });

  test("an input larger than any pipe arrives whole", async () => {
    const { stdout } = await sh("wc -c", { input: Buffer.alloc(10_000_000) });
    expect(Number(stdout)).toBe(10_000_000);
  });

  test("an input without end is read no further than the program reads", async () => {
    let chunks = 0;
    const endless = new Readable({
      read() {
        chunks++;
        this.push(Buffer.alloc(65_536));
      },
    });
    const { exitCode, stdout } = await sh("head -c 1000000 | wc -c", { input: endless });
    expect([exitCode, Number(stdout)]).toEqual([0, 1_000_000]);
    expect(endless.destroyed).toBe(true);
    // A megabyte, and what pipe and streams hold.
    expect(chunks).toBeLessThan(40);
  });

  test("a program that does not read its input ends as it would", async () => {
    expect(await sh("exec <&-; exit 5", { input: Buffer.alloc(1_000_000) })).toMatchObject({ exitCode: 5 });
  });

  test("an input that cannot be read ends the program, and is the error", async () => {
    const broken = new Readable({
      read() {
        this.destroy(new Error("the disk is gone"));
      },
    });
    await expect(sh("echo $$ > pid; cat; sleep 1000", { input: broken })).rejects.toThrow("the disk is gone");
    if (has("pid")) await expect.poll(() => isRunning(pidIn("pid"))).toBe(false);
  });

  test("what it leaves in its group ends with it", async () => {
    expect(await sh("sleep 1000 & echo $! > child; exit 0")).toMatchObject({ exitCode: 0 });
    await expect.poll(() => isRunning(pidIn("child"))).toBe(false);
  });

  test("nobody waits for a process that left the group and holds its output", async () => {
    expect(await sh("setsid sleep 1000 & echo $! > child; sleep 0.2; exit 0")).toMatchObject({ exitCode: 0 });
    expect(isRunning(pidIn("child"))).toBe(true);
    process.kill(pidIn("child"));
  });

  test("a limit gives the whole group time to end", async () => {
    const child = "trap 'sleep 0.1; echo > child-ended; exit' TERM; echo > ready; while :; do sleep 0.05; done";
    const run = sh(`sh -c "${child}" & trap 'echo > ended; exit' TERM; while :; do sleep 0.05; done`, {
      timeout: 1500,
      grace: 20_000,
    });
    await expect(run).rejects.toMatchObject({
      name: "ProcessLimitError",
      limit: "time",
      message: "sh -c took longer than 1.5 s and was ended",
    });
    expect(["ended", "child-ended"].map(has)).toEqual([true, true]);
  });

  test("a group that does not end is killed", async () => {
    const stubborn =
      "trap '' TERM; sh -c 'echo $$ > child; while :; do sleep 0.05; done' & echo $$ > leader; wait; sleep 1000";
    await expect(sh(stubborn, { timeout: 1000, grace: 100 })).rejects.toMatchObject({ limit: "time" });
    await expect.poll(() => [isRunning(pidIn("leader")), isRunning(pidIn("child"))]).toEqual([false, false]);
  });

  test("a caller's signal ends it, and its reason is the error", async () => {
    const abort = new AbortController();
    const run = sh("echo $$ > pid; sleep 1000 & wait", { signal: abort.signal });
    await appears("pid");
    abort.abort(new Error("enough"));
    await expect(run).rejects.toThrow("enough");
    await expect.poll(() => isRunning(pidIn("pid"))).toBe(false);
    await expect(sh("echo > ran", { signal: abort.signal })).rejects.toThrow("enough");
    expect(has("ran")).toBe(false);
  });

  test("programs that run at the same time are told apart", async () => {
    const codes = [1, 2, 3, 4, 5, 6, 7, 8];
    const results = await Promise.all(codes.map((code) => sh(`echo ${code}; exit ${code}`)));
    expect(results.map(({ exitCode, stdout }) => [exitCode, Number(stdout)])).toEqual(
      codes.map((code) => [code, code]),
    );
  });

  test("it leads a group of its own", async () => {
    const { stdout } = await sh('echo "$$ $(cut -d " " -f 5 /proc/$$/stat)"');
    const [pid, group] = stdout.toString().trim().split(" ");
    expect(group).toBe(pid);
  });
});
