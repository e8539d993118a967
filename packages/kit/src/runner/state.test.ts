import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { parseFileCommands } from "../../../local-runner/src/step/file-command.ts";
import { readState, STATE_MAX_BYTES, saveState } from "./state.ts";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-state-"));
  file = join(folder, "state");
  writeFileSync(file, "");
  vi.stubEnv("GITHUB_STATE", file);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const saved = () => parseFileCommands(readFileSync(file, "utf8"));

/** What the runner does between two phases. */
function nextPhase(): void {
  for (const [name, value] of saved()) vi.stubEnv(`STATE_${name}`, value);
}

test.each(["x", '{"lock":"a\\nb"}', "a\nEOF\nSTATE_y=z", "=<<"])(
  "%j is read in a later phase as it was saved",
  (value) => {
    saveState("journal", value);
    nextPhase();
    expect(readState("journal")).toBe(value);
  },
);

test("the last value of a name counts; a name that nobody saved has none", () => {
  saveState("a", "1");
  saveState("a", "2");
  nextPhase();
  expect([readState("a"), readState("b")]).toEqual(["2", undefined]);
});

test.each([
  [STATE_MAX_BYTES - 1, true],
  [STATE_MAX_BYTES, true],
  [STATE_MAX_BYTES + 1, false],
])("a value of %d bytes", (bytes, isSaved) => {
  const save = () => saveState("a", "é".repeat(bytes / 2) + "x".repeat(bytes % 2));
  if (isSaved) save();
  else expect(save).toThrow('the state "a" is larger than 128000 bytes');
  expect(saved().has("a")).toBe(isSaved);
});

test.each(["a=b", "a\nb", "a<<b", ""])("the name %j is refused", (name) => {
  expect(() => saveState(name, "x")).toThrow("cannot be the name of a state");
});

test.each([undefined, ""])("without GITHUB_STATE (%j) nothing is written, not even to the log", (path) => {
  vi.stubEnv("GITHUB_STATE", path);
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  saveState("a", "1");
  expect(write).not.toHaveBeenCalled();
  write.mockRestore();
});
