import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { runs } from "../../../reading/testing/depth.ts";
import { type TestShell, testShells } from "../../testing/login-shells.ts";
import { endScripts } from "./end-scripts.ts";
import { ScriptOutput } from "./script-output.ts";
import { shellQuote } from "./shell-quote.ts";
import { BEAT, MAX_SCRIPT_BYTES, SILENCE_SECONDS, STOP, wrapScript } from "./wrap-script.ts";

const SHELLS = await testShells();
const NONCE = "0123456789abcdef".repeat(2);
const script = (body: string, environment: Readonly<Record<string, string>> = {}) => ({
  title: "test",
  body,
  environment,
  timeout: 1000,
});

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});

let count = 0;

/** As sshd does it: the login shell gets the command, and leads a session of its own. */
function start(shell: TestShell, body: string, environment?: Readonly<Record<string, string>>, login = shell.login) {
  const tag = { run: "r7-1", id: `t${process.pid}.${++count}` };
  const { command, input, nonce } = wrapScript(script(body, environment), tag, NONCE);
  const lines: string[] = [];
  const output = new ScriptOutput(nonce, (line) => lines.push(line));
  const child = spawn(login, ["-c", command], { env: { PATH: shell.path, HOME: tmpdir() }, detached: true });
  started.push(child);
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk;
  });
  child.stdin.on("error", () => undefined);
  child.stdin.write(input);
  const ended = new Promise<void>((resolve) => {
    let rest = "";
    child.stdout.on("data", (chunk: Buffer) => {
      rest += chunk;
      const whole = rest.split("\n");
      rest = whole.pop()!;
      for (const line of whole) output.line(line);
      if (output.end !== undefined) resolve();
    });
    child.once("close", () => resolve());
  });
  return { child, lines, output, ended, tag, stderr: () => stderr };
}

const commandLines = () =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
      } catch {
        return "";
      }
    });

const left = ({ run, id }: { readonly run: string; readonly id: string }) =>
  commandLines().filter((line) => line.includes(`${run} ${id} `));

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await wait(20);
}

test("every shell is there", () => {
  expect(SHELLS.map(({ name }) => name)).toEqual(["bash", "dash", "busybox"]);
});

describe.each(SHELLS)("$name", (shell) => {
  test.each<[string, string, number, readonly string[]]>([
    ["both streams, in order", "echo a; echo b >&2; echo c", 0, ["a", "b", "c"]],
    ["the exit code", "exit 3", 3, []],
    ["255 is the script's own", "exit 255", 255, []],
    ["the first failing line ends it", "echo a; false; echo b", 1, ["a"]],
    [
      "a variable without a value ends it",
      "echo a; echo $nothing_of_this_name; echo b",
      shell.name === "bash" ? 1 : 2,
      ["a", expect.stringContaining("nothing_of_this_name") as unknown as string],
    ],
    ["a syntax error", "if", 2, [expect.stringMatching(/syntax|unexpected/i) as unknown as string]],
    ["standard input is empty", "cat; echo end", 0, ["end"]],
    ["a line without an end", "printf abc", 0, ["abc"]],
    ["a here document", "cat <<'EOF'\n$x \\ 'y' \"z\"\nEOF", 0, ["$x \\ 'y' \"z\""]],
    ["a body that ends in a comment", "echo a # no newline", 0, ["a"]],
    ["a signal", "kill -KILL $$", 137, []],
    ["blanks and backslashes", "printf '%s\\n' '  a\\b  '", 0, ["  a\\b  "]],
  ])("%s", async (_, body, exitCode, lines) => {
    const { output, ended, lines: seen, stderr } = start(shell, body);
    await ended;
    expect(output.end).toEqual({ kind: "exited", exitCode });
    expect(seen).toEqual(lines);
    expect(stderr()).toBe("");
  });

  test("facts, from anywhere in the script", async () => {
    const body = `fact serving 'r1'
{ fact inside "a 'b' \\ c"; } >/dev/null
fact empty ''
printf half; fact after-half x
fact serving "r 2"
fact lines 'one
two

four'
(fact sub shell)
set -x
fact traced yes`;
    const { output, ended } = start(shell, body);
    await ended;
    expect(output.end).toEqual({ kind: "exited", exitCode: 0 });
    expect(output.facts).toEqual({
      serving: "r 2",
      inside: "a 'b' \\ c",
      empty: "",
      "after-half": "x",
      lines: "one\ntwo\n\nfour",
      sub: "shell",
      traced: "yes",
    });
  });

  test("variables of any text, in no process list", async () => {
    const secret = "s3cr3t-'\"$(touch /tmp/x)`id`\\\n!!%0A::error::\r é 🦀 ";
    const folder = mkdtempSync(join(tmpdir(), "jessy-variables-"));
    const body = `printf '%s' "$SECRET" >${shellQuote(join(folder, "value"))}; printf '%s' "$EMPTY" >>${shellQuote(join(folder, "value"))}; sleep 0.3`;
    const { ended, output, child } = start(shell, body, { SECRET: secret, EMPTY: "" });
    await until(() => existsSync(join(folder, "value")));
    const seen = commandLines();
    await ended;
    expect(output.end).toEqual({ kind: "exited", exitCode: 0 });
    expect(readFileSync(join(folder, "value"), "utf8")).toBe(secret);
    expect(seen.some((line) => line.includes("jessy-script"))).toBe(true);
    expect(seen.filter((line) => line.includes("s3cr3t"))).toEqual([]);
    expect(child.spawnargs.join(" ")).not.toContain("s3cr3t");
  });

  test("a child in the background keeps nobody waiting, and runs on", async () => {
    const folder = mkdtempSync(join(tmpdir(), "jessy-background-"));
    const { ended, output } = start(shell, `(sleep 0.5; : >${shellQuote(join(folder, "done"))}) & echo started`);
    await ended;
    expect(output.end).toEqual({ kind: "exited", exitCode: 0 });
    expect(existsSync(join(folder, "done"))).toBe(false);
    await until(() => existsSync(join(folder, "done")));
  });

  test("nothing of ours is left when a script has ended", async () => {
    const { ended, tag } = start(shell, ":");
    await ended;
    await until(() => left(tag).length === 0);
  });

  test("told to stop, the host ends the whole tree and says so", async () => {
    const folder = mkdtempSync(join(tmpdir(), "jessy-stop-"));
    const deaf = `trap '' TERM; (trap '' TERM; : >${shellQuote(join(folder, "up"))}; while :; do sleep 0.05; done) & wait`;
    const { ended, output, child, tag } = start(shell, deaf);
    await until(() => existsSync(join(folder, "up")));
    child.stdin!.write(STOP);
    await ended;
    expect(output.end).toEqual({ kind: "stopped", isEnded: true });
    await until(() => left(tag).length === 0);
  });

  test("when its input ends, the host ends the script", async () => {
    const folder = mkdtempSync(join(tmpdir(), "jessy-orphan-"));
    const { child, tag } = start(shell, `: >${shellQuote(join(folder, "up"))}; sleep 1000`);
    await until(() => existsSync(join(folder, "up")));
    child.stdin!.end();
    await until(() => left(tag).length === 0);
  });

  test.skipIf(shell.name === "busybox")(
    "without beats, the host ends the script, and with them it does not",
    async () => {
      const folder = mkdtempSync(join(tmpdir(), "jessy-silence-"));
      const sleep = `#!/bin/sh\n[ "$1" != ${SILENCE_SECONDS} ] || set -- 0.4\nPATH=/usr/bin:/bin\nexec sleep "$@"\n`;
      writeFileSync(join(folder, "sleep"), sleep, { mode: 0o755 });
      const body = `: >${shellQuote(join(folder, "up"))}; sleep 1000`;
      const { child, tag } = start({ ...shell, path: `${folder}:${shell.path}` }, body);
      await until(() => existsSync(join(folder, "up")));
      for (let beat = 0; beat < 10; beat++) {
        child.stdin!.write(BEAT);
        await wait(100);
      }
      expect(left(tag)).not.toEqual([]);
      await until(() => left(tag).length === 0);
    },
  );

  test("input that ends before the script does is not run", async () => {
    const { command, input } = wrapScript(script("echo run"), { run: "r", id: "x" }, NONCE);
    const child = spawn(shell.login, ["-c", command], { env: { PATH: shell.path } });
    let stdout = "";
    child.stdout.on("data", (chunk: Buffer) => {
      stdout += chunk;
    });
    child.stdin.end(input.slice(0, -10));
    const code = await new Promise((resolve) => child.once("close", resolve));
    expect({ code, stdout }).toEqual({ code: 97, stdout: "" });
  });

  test("scripts that an earlier connection left are ended by those that follow", async () => {
    const folder = mkdtempSync(join(tmpdir(), "jessy-left-"));
    const up = (name: string) => join(folder, name);
    const one = start(shell, `: >${shellQuote(up("1"))}; sleep 1000`);
    const other = start(shell, `: >${shellQuote(up("2"))}; sleep 1000`);
    await until(() => existsSync(up("1")) && existsSync(up("2")));
    const ending = start(shell, endScripts("r7-1", [one.tag.id]));
    await ending.ended;
    expect(ending.output.end).toEqual({ kind: "exited", exitCode: 0 });
    expect(Number(ending.output.facts.ended)).toBeGreaterThan(0);
    expect(ending.lines).toEqual([]);
    await until(() => left(one.tag).length === 0);
    expect(left(other.tag)).not.toEqual([]);
    const all = start(shell, endScripts("r7-1"));
    await all.ended;
    expect(all.output.end).toEqual({ kind: "exited", exitCode: 0 });
    await until(() => left(other.tag).length === 0);
  });

  test("a large script arrives whole", async () => {
    const text = `${"x".repeat(79)}\n`.repeat(1000);
    const { ended, output } = start(shell, `fact size \${#TEXT}`, { TEXT: text });
    await ended;
    expect(output.facts.size).toBe("80000");
  });

  test.skipIf(shell.name === "busybox")("without setsid, the host says so", async () => {
    const folder = mkdtempSync(join(tmpdir(), "jessy-bare-"));
    writeFileSync(
      join(folder, "sh"),
      `#!/bin/sh\nPATH=${shell.path}\nsh=$(command -v sh)\nPATH=/nowhere\nexport PATH\nexec "$sh" "$@"\n`,
      {
        mode: 0o755,
      },
    );
    const { ended, output } = start({ ...shell, path: folder }, ":");
    await ended;
    expect(output.end).toEqual({ kind: "unfit", program: "setsid" });
  });
});

describe("what travels", () => {
  test("the command is one line of plain words and one text that every shell reads alike", () => {
    const { command } = wrapScript(script("secret", { A: "secret" }), { run: "1-1", id: "2" }, NONCE);
    expect(command).toMatch(/^exec sh -c '[^'!\n]*' jessy-script 1-1 2$/);
    expect(command).not.toContain("secret");
    expect(command).not.toContain(NONCE);
    // In fish, a backslash before a quote or another backslash would be its own.
    expect(command).not.toMatch(/\\['\\]/);
  });

  test.each(["", "-x", "a b", "a;b", "a'b", "a\nb", "$(x)", "x".repeat(65)])("a tag is a word, not %j", (word) => {
    expect(() => wrapScript(script(""), { run: word, id: "1" }, NONCE)).toThrow("cannot be tagged");
    expect(() => wrapScript(script(""), { run: "1", id: word }, NONCE)).toThrow("cannot be tagged");
  });

  test.each(["A-B", "", "1A", "UID", "jessy_text", "A B"])("a variable called %j is refused", (name) => {
    expect(() => wrapScript(script("", { [name]: "" }), { run: "1", id: "1" }, NONCE)).toThrow("the variable");
  });

  test("limits", () => {
    const sized = (bytes: number) => wrapScript(script("x".repeat(bytes)), { run: "1", id: "1" }, NONCE);
    const more = sized(0).input.length;
    expect(sized(MAX_SCRIPT_BYTES - more).input).toHaveLength(MAX_SCRIPT_BYTES);
    expect(() => sized(MAX_SCRIPT_BYTES - more + 1)).toThrow("more than 512 KB");
    expect(() => wrapScript(script(""), { run: "1", id: "1" }, "x")).toThrow("32 hexadecimal digits");
    expect(() => wrapScript(script("", { A: "\0" }), { run: "1", id: "1" }, NONCE)).toThrow("NUL");
  });

  test("any text stays one word", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const quoted = shellQuote(text);
        expect(quoted.replace(/'\\''/g, "\0").slice(1, -1)).not.toContain("'");
        expect(quoted.slice(1, -1).replaceAll("'\\''", "'")).toBe(text);
      }),
      runs(1000),
    );
  });
});
