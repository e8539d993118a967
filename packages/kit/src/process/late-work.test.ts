import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isRunning } from "../../testing/running.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-late-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const module = (name: string) => JSON.stringify(new URL(`./${name}.ts`, import.meta.url).href);

/** A run that works on `work` and has `late` to do when it is cancelled. Both are JavaScript; `sh` runs a program. */
function startRun(work: string, late: string) {
  const script = `
    import { writeFileSync } from "node:fs";
    import { onCancel, whileCancellable } from ${module("cancel")};
    import { runProcess } from ${module("process")};
    import { runLiveProcess } from ${module("live")};
    const options = { cwd: ".", environment: process.env, onLine: () => undefined };
    const sh = (program, more) => runProcess("sh", ["-c", program], { ...options, ...more });
    const liveSh = (program, more) => runLiveProcess("sh", ["-c", program], { ...options, ...more });
    const forever = () => new Promise(() => setInterval(() => undefined, 1000));
    await whileCancellable(async () => {
      const takeBack = onCancel(async () => { ${late} });
      ${work}
      writeFileSync("went-on", "");
    }, () => writeFileSync("exited", ""));`;
  writeFileSync(join(folder, "run.mjs"), script);
  const child = spawn(process.execPath, ["run.mjs"], { cwd: folder, stdio: ["ignore", "inherit", "pipe"] });
  const exit = new Promise<number | null>((done) => child.on("exit", done));
  return { child, exit };
}

const has = (name: string) => existsSync(join(folder, name));
const appears = (name: string) => expect.poll(() => has(name), { timeout: 20_000 }).toBe(true);
const content = (name: string) => readFileSync(join(folder, name), "utf8").trim();

describe("what a cancelled run still does", () => {
  test.each(["sh", "liveSh"])("starts programs by %s, when all others have ended", async (runner) => {
    const { child, exit } = startRun(
      `await sh("trap 'echo > first-ended; exit 3' TERM; echo > ready; while :; do sleep 0.05; done");`,
      `await ${runner}("[ -e first-ended ] && echo > cleaned", { outlivesCancel: true });`,
    );
    await appears("ready");
    child.kill("SIGINT");
    expect(await exit).toBe(130);
    expect({ cleaned: has("cleaned"), wentOn: has("went-on"), exited: has("exited") }).toEqual({
      cleaned: true,
      wentOn: false,
      exited: true,
    });
  });

  test("goes by connections that live on until it is done, and end with the run", async () => {
    const { child, exit } = startRun(
      `void sh("echo $$ > connection; exec sleep 1000", { outlivesCancel: true }); await sh("echo > ready; sleep 1000");`,
      `await sh("kill -0 $(cat connection) && echo > alive", { outlivesCancel: true });`,
    );
    await appears("ready");
    await appears("connection");
    child.kill("SIGINT");
    expect(await exit).toBe(130);
    expect(has("alive")).toBe(true);
    await expect.poll(() => isRunning(Number(content("connection")))).toBe(false);
  });

  test("may not start what does not outlive a cancellation", async () => {
    const { child, exit } = startRun(
      `await sh("echo > ready; sleep 1000");`,
      `void sh("echo > started"); await sh("sleep 0.2; echo > cleaned", { outlivesCancel: true });`,
    );
    await appears("ready");
    child.kill("SIGINT");
    expect(await exit).toBe(130);
    expect({ started: has("started"), cleaned: has("cleaned") }).toEqual({ started: false, cleaned: true });
  });

  test("is cut by a second signal, as it is by its time", async () => {
    const { child, exit } = startRun(
      `writeFileSync("ready", ""); await forever();`,
      `await sh("trap '' TERM; echo $$ > late; while :; do sleep 0.05; done", { outlivesCancel: true });`,
    );
    await appears("ready");
    child.kill("SIGINT");
    await appears("late");
    child.kill("SIGTERM");
    expect(await exit).toBe(130);
    expect(has("exited")).toBe(true);
    await expect.poll(() => isRunning(Number(content("late")))).toBe(false);
  });

  test("is cut when its time is over, before the runner kills", async () => {
    const { child, exit } = startRun(`writeFileSync("ready", ""); await forever();`, "await forever();");
    await appears("ready");
    child.kill("SIGINT");
    expect(await exit).toBe(130);
    expect(has("exited")).toBe(true);
  }, 20_000);

  test("is not done any more when it was taken back, and its failure keeps nobody from exiting", async () => {
    const { child, exit } = startRun(
      `takeBack(); onCancel(async () => { throw new Error("no way"); }); writeFileSync("ready", ""); await forever();`,
      `writeFileSync("cleaned", "");`,
    );
    let errors = "";
    child.stderr.on("data", (chunk: Buffer) => {
      errors += chunk;
    });
    await appears("ready");
    child.kill("SIGINT");
    expect(await exit).toBe(130);
    expect({ cleaned: has("cleaned"), exited: has("exited") }).toEqual({ cleaned: false, exited: true });
    expect(errors).toContain("cleaning up after the cancellation failed: no way");
  });
});
