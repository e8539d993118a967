import { expect, test } from "vitest";
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
