import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createLog } from "../runner/log.ts";
import { MAX_LINE_BYTES } from "./line-reader.ts";
import { runLiveProcess } from "./live.ts";
import { runProcess } from "./process.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-live-"));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

async function linesOf(script: string): Promise<string[]> {
  const lines: string[] = [];
  const options = { cwd: folder, environment: { PATH: process.env.PATH }, onLine: (line: string) => lines.push(line) };
  await runLiveProcess("sh", ["-c", script], options);
  return lines;
}

test.each([
  ["nothing", "true", []],
  ["lines", "echo a; echo b", ["a", "b"]],
  ["both streams, as they come", "echo a; sleep 0.2; echo b >&2; sleep 0.2; echo c", ["a", "b", "c"]],
  ["a last line without newline, of both streams", "printf a; printf b >&2", ["a", "b"]],
  ["CRLF", "printf 'a\\r\\nb\\r\\n'", ["a", "b"]],
  ["a progress bar", "printf '1%%\\r2%%\\r'; sleep 0.1; printf '3%%\\n'", ["1%", "2%", "3%"]],
  ["bytes that are not UTF-8", "printf 'a\\377\\n'", ["a\ufffd"]],
  ["a character in two writes", "printf '\\342\\202'; sleep 0.2; printf '\\254\\n'", ["€"]],
  ["blank lines", "printf '\\n\\n'", ["", ""]],
])("%s", async (_, script, lines) => {
  expect(await linesOf(script)).toEqual(lines);
});

test("a line is shown while the program goes on", async () => {
  const abort = new AbortController();
  const run = runLiveProcess("sh", ["-c", "echo ready; sleep 1000"], {
    cwd: folder,
    environment: { PATH: process.env.PATH },
    signal: abort.signal,
    onLine: (line) => abort.abort(new Error(`saw ${line}`)),
  });
  await expect(run).rejects.toThrow("saw ready");
});

test("a line of ten megabytes is cut, and the ones after it are whole", async () => {
  const [line = "", ...rest] = await linesOf("head -c 10000000 /dev/zero | tr '\\0' x; echo; echo next");
  expect(line).toBe(`${"x".repeat(MAX_LINE_BYTES)}… (${10_000_000 - MAX_LINE_BYTES} more bytes)`);
  expect(rest).toEqual(["next"]);
});

test("of the output the end is kept for messages", async () => {
  const script = "seq 1 100000; seq 1 100000 >&2; exit 1";
  const options = { cwd: folder, environment: { PATH: process.env.PATH }, onLine: () => undefined };
  const { stdout, stderr, exitCode } = await runLiveProcess("sh", ["-c", script], options);
  expect(exitCode).toBe(1);
  expect([stdout.length, stderr.length].every((length) => length <= 64_000)).toBe(true);
  expect([stdout.toString().endsWith("99999\n100000\n"), stderr.endsWith("99999\n100000")]).toEqual([true, true]);
});

test("in the log a line cannot become a command of the runner", async () => {
  const written: string[] = [];
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
  const script = "printf '::error::a\\n  ::add-mask::b\\nx\\r::set-output name=c::d\\n##[error]e\\n'";
  const environment = { PATH: process.env.PATH };
  await runLiveProcess("sh", ["-c", script], { cwd: folder, environment, onLine: createLog().info });
  vi.restoreAllMocks();
  expect(written).toHaveLength(5);
  expect(written.join("")).not.toMatch(/^\s*::|##\[/m);
});

/** Runs in a process of its own, whose memory tells. */
async function measure(script: string): Promise<{ bytes: number; lines: number; megabytes: number }> {
  const live = JSON.stringify(new URL("./live.ts", import.meta.url).href);
  const outer = `import { runLiveProcess } from ${live};
    let bytes = 0, lines = 0;
    const onLine = (line) => { lines++; bytes += line.length; const more = /(\\d+) more bytes/.exec(line); if (more) bytes += Number(more[1]); };
    await runLiveProcess("sh", ["-c", ${JSON.stringify(script)}], { cwd: "/", environment: process.env, onLine });
    console.log(JSON.stringify({ bytes, lines, megabytes: process.resourceUsage().maxRSS / 1000 }));`;
  const args = ["--max-old-space-size=48", "--input-type=module", "-e", outer];
  const environment = { PATH: process.env.PATH };
  const { stdout, stderr, exitCode } = await runProcess(process.execPath, args, { cwd: folder, environment });
  expect([exitCode, stderr]).toEqual([0, ""]);
  return JSON.parse(stdout.toString());
}

describe("a hundred megabytes of output do not stay in memory", () => {
  test("in lines", async () => {
    const { bytes, lines, megabytes } = await measure(`yes ${"x".repeat(199)} | head -n 500000`);
    expect([bytes, lines]).toEqual([199 * 500_000, 500_000]);
    expect(megabytes).toBeLessThan(150);
  });

  test("without a newline", async () => {
    const { bytes, lines, megabytes } = await measure("head -c 100000000 /dev/zero | tr '\\0' x");
    // The mark of what was left out is of our own.
    expect(lines).toBe(1);
    expect(bytes).toBe(100_000_000 + "… ( more bytes)".length + String(100_000_000 - MAX_LINE_BYTES).length);
    expect(megabytes).toBeLessThan(150);
  });
});

describe("where there is no `setsid`", () => {
  beforeEach(() => {
    symlinkSync("/bin/sh", join(folder, "sh"));
    vi.stubEnv("PATH", folder);
  });

  const environment = { PATH: "/usr/bin:/bin" };

  test("a program runs all the same, and is found along its own PATH", async () => {
    const name = 'a "b" c';
    writeFileSync(join(folder, name), '#!/bin/sh\necho "$1"; exit 3\n');
    chmodSync(join(folder, name), 0o755);
    const lines: string[] = [];
    const options = { cwd: folder, environment, onLine: (line: string) => lines.push(line) };
    expect(await runLiveProcess(`./${name}`, ["x y"], options)).toMatchObject({ exitCode: 3 });
    expect(await runLiveProcess("expr", ["1", "+", "1"], options)).toMatchObject({ exitCode: 0 });
    expect(lines).toEqual(["x y", "2"]);
  });

  test("a limit ends the program", async () => {
    const run = runLiveProcess("sleep", ["1000"], { cwd: folder, environment, timeout: 300, onLine: () => undefined });
    await expect(run).rejects.toMatchObject({ limit: "time" });
  });
});
