import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
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

function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
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
