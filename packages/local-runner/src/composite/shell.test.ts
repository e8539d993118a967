import fc from "fast-check";
import { expect, test } from "vitest";
import { argumentsFor, findProgram, parseShell, scriptFor } from "./shell.ts";

test.each([
  ["bash", "bash", ["--noprofile", "--norc", "-e", "-o", "pipefail", "/s"], ".sh"],
  ["sh", "sh", ["-e", "/s"], ".sh"],
  ["python", "python", ["/s"], ".py"],
  ["pwsh", "pwsh", ["-command", ". '/s'"], ".ps1"],
  ["bash {0}", "bash", ["/s"], ".sh"],
  ["bash -x -e {0}", "bash", ["-x", "-e", "/s"], ".sh"],
  ["node {0}", "node", ["/s"], ""],
  ["/usr/bin/env perl -w {0} --file={0}", "/usr/bin/env", ["perl", "-w", "/s", "--file=/s"], ""],
  ['ruby -e "puts \\"a b\\"" "" {0}', "ruby", ["-e", 'puts "a b"', "", "/s"], ""],
])("%s", (shell, program, args, extension) => {
  const command = parseShell(shell);
  expect([command.program, argumentsFor(command, "/s"), command.extension]).toEqual([program, args, extension]);
});

test.each(["node", "fish", "bash -e", "", " ", "BASH", "cmd"])("`shell: %s` is refused", (shell) => {
  expect(() => parseShell(shell)).toThrow(
    `\`shell: ${shell}\` is not a shell; write bash, sh, pwsh, python or a command with {0} in it`,
  );
});

test("a script's path is one argument, whatever is in it", () => {
  expect(argumentsFor(parseShell("bash"), "/$&/$1/$'").at(-1)).toBe("/$&/$1/$'");
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (path) => {
      expect(argumentsFor(parseShell("bash"), path).at(-1)).toBe(path);
    }),
  );
});

test("PowerShell stops at errors and ends with the last exit code; other scripts stay as they are", () => {
  expect(scriptFor(parseShell("pwsh"), "x")).toMatch(/^\$ErrorActionPreference = 'stop'\nx\nif .*LASTEXITCODE \}$/);
  expect(scriptFor(parseShell("bash"), "x\n")).toBe("x\n");
});

test("a program is the first of its name in PATH that may be run", () => {
  expect(findProgram("sh", "/no/such/folder:/bin:/usr/bin")).toBe("/bin/sh");
  expect(findProgram("/bin/sh", "")).toBe("/bin/sh");
  expect(findProgram("passwd", "/etc")).toBeUndefined();
  expect(findProgram("no-such-program", "/bin")).toBeUndefined();
});
