import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hostShells, runScript } from "../../testing/shells.ts";
import { type CommandOptions, commandScripts } from "./command-scripts.ts";
import type { ModeScripts } from "./mode.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-command-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const SCRIPTS = {
  switch: 'cat\necho "$JESSY_RELEASE" >now\necho "from $JESSY_PREVIOUS" >>log',
  rollback: 'echo "$JESSY_PREVIOUS" >now\necho "back to $JESSY_PREVIOUS" >>log',
  serving: "cat now",
};

describe.each(hostShells())("the user's own scripts, under $name", (shell) => {
  const room = () => join(folder, "it's here");
  const run = (
    phase: Exclude<keyof ModeScripts, "tools" | "environment">,
    release: string,
    options: Partial<CommandOptions> = {},
  ) => {
    const scripts = commandScripts({ ...SCRIPTS, ...options });
    const environment = { ...scripts.environment, JESSY_PATH: room(), JESSY_RELEASE: release, JESSY_TOOLS: "" };
    return runScript(shell, scripts[phase], { cwd: folder, environment });
  };
  const deploy = (release: string) =>
    (["prepare", "switch", "finish"] as const).map((phase) => run(phase, release).exitCode);

  test("switch, ask, go back", () => {
    expect(run("preflight", "r1")).toMatchObject({ exitCode: 0, facts: { serving: "", previous: "" } });
    expect(existsSync(room())).toBe(false);
    expect(deploy("r1")).toEqual([0, 0, 0]);
    expect(run("serving", "r2").facts).toEqual({ serving: "r1" });
    expect(run("switch", "r2").facts).toEqual({ serving: "r2" });
    expect(run("preflight", "r2").facts.leftover).toBe("the switch to r2 was neither finished nor undone");
    expect(run("rollback", "r2").facts).toEqual({ serving: "r1" });
    expect(run("rollback", "r2").facts).toEqual({ nothing: "true", serving: "r1" });
    expect(readFileSync(join(room(), "log"), "utf8")).toBe("from \nfrom r1\nback to r1\n");
  });

  test("a run that died after its switch is no release to go back to", () => {
    deploy("r1");
    run("switch", "r2");
    run("switch", "r3");
    expect(run("rollback", "r3").facts.serving).toBe("r1");
  });

  test.each(["switch", "rollback"] as const)("a line of `%s` that fails ends it, wherever it stands", (phase) => {
    deploy("r1");
    if (phase === "rollback") run("switch", "r2");
    const { exitCode } = run(phase, "r2", { [phase]: "false\necho on >on" });
    expect([exitCode === 0, existsSync(join(room(), "on"))]).toEqual([false, false]);
    expect(run("rollback", "r2").facts.serving).toBe("r1");
  });

  test("what is served is not known when its script fails, and that is not nothing", () => {
    deploy("r1");
    expect(run("serving", "r1", { serving: "false\necho r1" })).toMatchObject({ facts: {} });
    expect(run("serving", "r1", { serving: "false\necho r1" }).exitCode).not.toBe(0);
    expect(run("serving", "r1", { serving: "echo r1; exit 3" }).exitCode).not.toBe(0);
  });

  test("the first line of what is said counts, without blanks", () => {
    deploy("r1");
    expect(run("serving", "r1", { serving: "echo; echo '  v1.2 '; echo more" }).facts).toEqual({ serving: "v1.2" });
  });

  test("without a script to ask, what was switched to is assumed, and that is said", () => {
    expect(run("prepare", "r1").exitCode).toBe(0);
    expect(run("switch", "r1", { serving: "" }).facts).toEqual({ serving: "r1", assumed: "true" });
    expect(run("serving", "r1", { serving: "" }).facts).toEqual({ serving: "r1", assumed: "true" });
  });

  test("without a script to go back there is no way back", () => {
    deploy("r1");
    run("switch", "r2");
    expect(run("rollback", "r2", { rollback: "" })).toMatchObject({ exitCode: 1, facts: {} });
  });

  test("texts of every kind reach it as they are, and no process list has them", () => {
    writeFileSync(join(folder, "secret"), "");
    const text =
      "printf '%s' \"it's $JESSY_RELEASE \\\\ `echo b`\" >now\ncat /proc/*/cmdline | tr '\\0' ' ' >list 2>/dev/null || :\n# planted-secret\nEND='END'\nEND=x";
    run("prepare", "r1");
    expect(run("switch", "r1", { switch: text }).exitCode).toBe(0);
    expect(readFileSync(join(room(), "now"), "utf8")).toBe("it's r1 \\ b");
    expect(readFileSync(join(room(), "list"), "utf8")).not.toContain("planted-secret");
  });
});
