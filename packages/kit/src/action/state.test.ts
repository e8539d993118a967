import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { parseFileCommands } from "../../../local-runner/src/step/file-command.ts";
import { STATE_MAX_BYTES } from "../runner/state.ts";
import { type GateState, gateState, hasState, readState, saveState } from "./state.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-state-"));
  writeFileSync(join(folder, "state"), "");
  vi.stubEnv("GITHUB_STATE", join(folder, "state"));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** Begins the next phase: the runner hands over what was kept. */
function next(): void {
  const saved = parseFileCommands(readFileSync(join(folder, "state"), "utf8"));
  for (const [name, value] of saved) vi.stubEnv(`STATE_${name}`, value);
}

test.each(["", "api", "a\nb", 'a"b', "ghadelimiter_x", "../..", "ä😀"])("a gate called %j", (gate) => {
  saveState({ gate } satisfies GateState);
  next();
  expect(readState(gateState)).toEqual({ gate });
});

test("a later state replaces an earlier one", () => {
  saveState({ gate: "one" });
  saveState({ gate: "two" });
  next();
  expect(readState(gateState)).toEqual({ gate: "two" });
});

test("there is none before anything was kept, nor outside of a runner", () => {
  expect([hasState(), readState(gateState)]).toEqual([false, undefined]);
  vi.stubEnv("GITHUB_STATE", "");
  saveState({ gate: "one" });
  next();
  expect([hasState(), readState(gateState)]).toEqual([false, undefined]);
  vi.stubEnv("STATE_jessy", "");
  expect(hasState()).toBe(false);
});

test.each([
  ["no json", "the state is not valid JSON"],
  ['{"gate":', "the state is not valid JSON"],
  ["null", "the state does not name its gate"],
  ["1", "the state does not name its gate"],
  ["[]", "the state does not name its gate"],
  ["{}", "the state does not name its gate"],
  ['{"gate":1}', "the state does not name its gate"],
  ['{"gate":["a"]}', "the state does not name its gate"],
])("%s is refused: %s", (text, message) => {
  vi.stubEnv("STATE_jessy", text);
  expect(() => readState(gateState)).toThrow(message);
});

test("what an earlier process added is not believed", () => {
  vi.stubEnv("STATE_jessy", '{"gate":"a","folder":"/home","__proto__":{"x":1}}');
  expect(readState(gateState)).toEqual({ gate: "a" });
});

test.each([
  [STATE_MAX_BYTES - 1, true],
  [STATE_MAX_BYTES, true],
  [STATE_MAX_BYTES + 1, false],
])("a state of %d bytes is kept: %s", (bytes, isKept) => {
  const save = () => saveState({ gate: "x".repeat(bytes - '{"gate":""}'.length) });
  if (isKept) save();
  else expect(save).toThrow(`is larger than ${STATE_MAX_BYTES} bytes`);
  next();
  expect(hasState()).toBe(isKept);
});
