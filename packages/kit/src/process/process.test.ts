import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { isRunning } from "../../testing/running.ts";
import { runProcess } from "./process.ts";

const options = { cwd: "/", environment: { PATH: process.env.PATH } };
const node = (script: string, timeout?: number) =>
  runProcess(process.execPath, ["-e", script], { ...options, ...(timeout !== undefined && { timeout }) });

test("output, errors and the exit code", async () => {
  const result = await node('process.stdout.write("out"); process.stderr.write("err\\n"); process.exitCode = 3');
  expect([result.exitCode, result.stdout.toString(), result.stderr]).toEqual([3, "out", "err"]);
});

test("arguments are never read by a shell", async () => {
  const { stdout } = await runProcess(
    process.execPath,
    ["-e", "console.log(process.argv[1])", "$(id); `id` && id"],
    options,
  );
  expect(stdout.toString()).toBe("$(id); `id` && id\n");
});

test("only the given environment is there", async () => {
  const { stdout } = await runProcess(
    process.execPath,
    ["-e", "console.log(Object.keys(process.env).join())"],
    options,
  );
  expect(stdout.toString().trim()).toBe("PATH");
});

test("a program that is not there", async () => {
  await expect(runProcess("no-such-program", [], options)).rejects.toThrow("no-such-program cannot be started");
});

test("one that takes too long is ended with its children", async () => {
  const script = 'require("child_process").spawn("sleep", ["1000"], { stdio: "inherit" }); setInterval(() => {}, 1000)';
  await expect(node(script, 300)).rejects.toThrow(/took longer than 0\.3 s and was ended$/);
});

test("a program ended by a signal has failed", async () => {
  expect((await node('process.kill(process.pid, "SIGTERM"); setInterval(() => {}, 1000)')).exitCode).toBe(128);
});

test("of endless errors the end is kept", async () => {
  const { stderr } = await node('process.stderr.write("x".repeat(200000) + "the end")');
  expect(stderr.length).toBeLessThanOrEqual(64_000);
  expect(stderr.endsWith("the end")).toBe(true);
});

/** Starts `sleep` behind itself, says its process id, and goes on as told. */
const leaving = (rest: string, detached = false) =>
  `const child = require("child_process").spawn("sleep", ["1000"], { stdio: "inherit", detached: ${detached} }); child.unref(); console.log(child.pid); ${rest}`;

test("what is left running in the group is ended with it, and nobody waits for it", async () => {
  const result = await runProcess(process.execPath, ["-e", leaving("process.exitCode = 4")], {
    ...options,
  });
  expect(result.exitCode).toBe(4);
  await expect.poll(() => isRunning(Number(result.stdout.toString()))).toBe(false);
});

test("who left the group and holds the pipes keeps nobody waiting either", async () => {
  const { stdout, exitCode } = await runProcess(process.execPath, ["-e", leaving("", true)], {
    ...options,
  });
  process.kill(Number(stdout.toString()));
  expect(exitCode).toBe(0);
});

test("a limit ends the run although somebody who left the group holds the pipes", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "jessy-process-")), "pid");
  const script = `${leaving(`require("fs").writeFileSync(${JSON.stringify(file)}, String(child.pid)); setInterval(() => {}, 1000)`, true)}`;
  // In a process of its own, which can end only when nothing is left open.
  const outer = `import { runProcess } from ${JSON.stringify(new URL("./process.ts", import.meta.url).href)};
    await runProcess(process.execPath, ["-e", ${JSON.stringify(script)}], { cwd: "/", environment: process.env, timeout: 1000 }).catch((error) => console.log(error.limit));`;
  const { stdout } = await runProcess(process.execPath, ["--input-type=module", "-e", outer], {
    ...options,
    timeout: 20_000,
  });
  process.kill(Number(readFileSync(file, "utf8")));
  rmSync(dirname(file), { recursive: true });
  expect(stdout.toString()).toBe("time\n");
});

test("all of the output of a program that ends at once is read", async () => {
  const { stdout } = await runProcess(process.execPath, ["-e", 'process.stdout.write("x".repeat(5_000_000))'], {
    ...options,
  });
  expect(stdout.length).toBe(5_000_000);
});

test("one that takes too long takes its children with it", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "jessy-process-")), "pid");
  const script = leaving(
    `require("fs").writeFileSync(${JSON.stringify(file)}, String(child.pid)); setInterval(() => {}, 1000)`,
  );
  const error = await node(script, 1500).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: "ProcessLimitError", limit: "time" });
  await expect.poll(() => isRunning(Number(readFileSync(file, "utf8")))).toBe(false);
  rmSync(dirname(file), { recursive: true });
});

test("a signal is told", async () => {
  expect(await node('process.kill(process.pid, "SIGSEGV"); setInterval(() => {}, 1000)')).toMatchObject({
    exitCode: 128,
    signal: "SIGSEGV",
  });
  expect(await node("")).toMatchObject({ exitCode: 0, signal: undefined });
});

test.each([
  [999_999, "fits"],
  [1_000_000, "fits"],
  [1_000_001, "output"],
])("of at most a million bytes, %d: %s", async (bytes, outcome) => {
  const script = `process.stdout.write("x".repeat(${bytes})); ${outcome === "output" ? "setInterval(() => {}, 1000)" : ""}`;
  const run = runProcess(process.execPath, ["-e", script], { ...options, maxOutput: 1_000_000 });
  if (outcome === "fits") expect((await run).stdout.length).toBe(bytes);
  else
    await expect(run).rejects.toMatchObject({
      limit: "output",
      message: expect.stringMatching(/wrote more than 1 MB and was ended$/),
    });
});
