import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isRunning } from "../../testing/running.ts";
import { whileCancellable } from "./cancel.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-cancel-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const module = (name: string) => JSON.stringify(new URL(`./${name}.ts`, import.meta.url).href);

/** A process that works on something that takes long, and has started a program with a child of its own for it. */
function startWork() {
  const script = `
    import { writeFileSync, rmSync } from "node:fs";
import { whileCancellable } from ${module("cancel")};
    import { runProcess } from ${module("process")};
    const program = 'const { spawn } = require("child_process"); const child = spawn("sleep", ["1000"]); require("fs").writeFileSync("pids", process.pid + " " + child.pid); setInterval(() => {}, 1000)';
    writeFileSync("half-done", "");
    await whileCancellable(
      () => runProcess(process.execPath, ["-e", program], { cwd: ".", environment: process.env }),
      () => rmSync("half-done"),
    );
    writeFileSync("went-on", "");`;
  writeFileSync(join(folder, "work.mjs"), script);
  const child = spawn(process.execPath, ["work.mjs"], { cwd: folder, stdio: "inherit" });
  const exit = new Promise<number | null>((done) => child.on("exit", done));
  return { child, exit };
}

test.each(["SIGINT", "SIGTERM"] as const)(
  "%s ends what was started, cleans up, and exits as a cancelled program does",
  async (signal) => {
    const { child, exit } = startWork();
    await expect
      .poll(() => existsSync(join(folder, "pids")) && readFileSync(join(folder, "pids"), "utf8"), { timeout: 10_000 })
      .toMatch(/^\d+ \d+$/);
    const pids = readFileSync(join(folder, "pids"), "utf8").split(" ").map(Number);
    expect(pids.map(isRunning)).toEqual([true, true]);
    child.kill(signal);
    expect(await exit).toBe(130);
    await expect.poll(() => pids.map(isRunning)).toEqual([false, false]);
    expect(existsSync(join(folder, "half-done"))).toBe(false);
    expect(existsSync(join(folder, "went-on"))).toBe(false);
  },
);

/** Work that has started a program by `runner`, and what is done after it. */
function startProgram(runner: string, program: string, after = "") {
  const script = `
    import { writeFileSync } from "node:fs";
    import { whileCancellable } from ${module("cancel")};
    import { runProcess } from ${module("process")};
    import { runLiveProcess } from ${module("live")};
    const options = { cwd: ".", environment: process.env, onLine: (line) => process.stdout.write(line + "\\n") };
    await whileCancellable(async () => {
      await whileCancellable(() => ${runner}("sh", ["-c", ${JSON.stringify(program)}], options), () => writeFileSync("inner", ""));
      ${after}
    }, () => writeFileSync("outer", String(process.hrtime.bigint())));`;
  writeFileSync(join(folder, "work.mjs"), script);
  const child = spawn(process.execPath, ["work.mjs"], { cwd: folder, stdio: "inherit" });
  return { child, exit: new Promise<number | null>((done) => child.on("exit", done)) };
}

const appears = (name: string) => expect.poll(() => existsSync(join(folder, name)), { timeout: 20_000 }).toBe(true);

describe.each(["runProcess", "runLiveProcess"])("a program that %s started", (runner) => {
  test("has time to end, and nobody goes on with what is left of it", async () => {
    const program = "trap 'echo > ended; exit 3' TERM; echo > ready; while :; do sleep 0.05; done";
    const { child, exit } = startProgram(runner, program, 'writeFileSync("went-on", "");');
    await appears("ready");
    child.kill("SIGINT");
    expect(await exit).toBe(130);
    expect(["ended", "inner", "outer", "went-on"].map((name) => existsSync(join(folder, name)))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  test("is killed at once by a second signal", async () => {
    const { child, exit } = startProgram(runner, "trap '' TERM; echo $$ > ready; while :; do sleep 0.05; done");
    await appears("ready");
    child.kill("SIGINT");
    child.kill("SIGTERM");
    expect(await exit).toBe(130);
    expect(existsSync(join(folder, "outer"))).toBe(true);
    await expect.poll(() => isRunning(Number(readFileSync(join(folder, "ready"), "utf8")))).toBe(false);
  });

  test("is killed after its grace when it does not end", async () => {
    const { child, exit } = startProgram(runner, "trap '' TERM; echo $$ > ready; while :; do sleep 0.05; done");
    await appears("ready");
    child.kill("SIGTERM");
    expect(await exit).toBe(130);
    await expect.poll(() => isRunning(Number(readFileSync(join(folder, "ready"), "utf8")))).toBe(false);
  });
});

test("a clean-up that fails does not keep the others", async () => {
  const script = `
    import { writeFileSync } from "node:fs";
    import { whileCancellable } from ${module("cancel")};
    await whileCancellable(() => whileCancellable(() => { writeFileSync("ready", ""); return new Promise(() => setInterval(() => {}, 1000)); },
      () => { throw new Error("no"); }), () => writeFileSync("outer", ""));`;
  writeFileSync(join(folder, "work.mjs"), script);
  const child = spawn(process.execPath, ["work.mjs"], { cwd: folder, stdio: ["ignore", "inherit", "pipe"] });
  const exit = new Promise<number | null>((done) => child.on("exit", done));
  await appears("ready");
  child.kill("SIGINT");
  expect(await exit).toBe(130);
  expect(existsSync(join(folder, "outer"))).toBe(true);
});

test("what comes of the work is what comes of it, and nobody listens any more", async () => {
  const listeners = () => process.listenerCount("SIGINT") + process.listenerCount("SIGTERM");
  const before = listeners();
  expect(
    await whileCancellable(
      async () => listeners() - before,
      () => undefined,
    ),
  ).toBe(2);
  await expect(
    whileCancellable(
      async () => {
        throw new Error("x");
      },
      () => undefined,
    ),
  ).rejects.toThrow("x");
  expect(listeners()).toBe(before);
});
