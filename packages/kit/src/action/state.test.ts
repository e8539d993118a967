import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parseFileCommands } from "../../../local-runner/src/file-command.ts";
import { type GateState, gateState, hasState, readState, STATE_MAX_BYTES, saveState } from "./state.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-state-"));
  writeFileSync(join(folder, "state"), "");
});

afterEach(() => rmSync(folder, { recursive: true }));

/** The environment of the next phase, as the runner makes it. */
function next(): Record<string, string> {
  const saved = parseFileCommands(readFileSync(join(folder, "state"), "utf8"));
  return Object.fromEntries([...saved].map(([name, value]) => [`STATE_${name}`, value]));
}

const environment = () => ({ GITHUB_STATE: join(folder, "state") });

test.each(["", "api", "a\nb", 'a"b', "ghadelimiter_x", "../..", "ä😀"])("a gate called %j", (gate) => {
  saveState(environment(), { gate } satisfies GateState);
  expect(readState(next(), gateState)).toEqual({ gate });
});

test("a later state replaces an earlier one", () => {
  saveState(environment(), { gate: "one" });
  saveState(environment(), { gate: "two" });
  expect(readState(next(), gateState)).toEqual({ gate: "two" });
});

test("there is none before anything was kept, nor outside of a runner", () => {
  saveState({}, { gate: "one" });
  expect([hasState({}), hasState({ STATE_jessy: "" }), readState({}, gateState)]).toEqual([false, false, undefined]);
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
  expect(() => readState({ STATE_jessy: text }, gateState)).toThrow(message);
});

test("what an earlier process added is not believed", () => {
  expect(readState({ STATE_jessy: '{"gate":"a","folder":"/home","__proto__":{"x":1}}' }, gateState)).toEqual({
    gate: "a",
  });
});

test.each([
  [STATE_MAX_BYTES - 1, true],
  [STATE_MAX_BYTES, true],
  [STATE_MAX_BYTES + 1, false],
])("a state of %d bytes is kept: %s", (bytes, isKept) => {
  const save = () => saveState(environment(), { gate: "x".repeat(bytes - '{"gate":""}'.length) });
  if (isKept) save();
  else expect(save).toThrow(`the state of ${bytes} bytes is larger than ${STATE_MAX_BYTES}`);
  expect(hasState(next())).toBe(isKept);
});
