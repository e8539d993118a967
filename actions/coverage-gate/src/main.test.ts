import { readFileSync } from "node:fs";
import { InputReader } from "@jessy-actions/kit/inputs";
import { afterEach, expect, test, vi } from "vitest";
import { parse } from "yaml";
import { readInputs } from "./inputs.ts";
import { coverageGate, main } from "./main.ts";

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = 0;
});

test("outside of a step it says where it runs, and fails", async () => {
  let written = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    written += String(text);
    return true;
  });
  vi.stubEnv("GITHUB_REPOSITORY", "");
  await main();
  expect(written).toContain("::error::GITHUB_REPOSITORY is ``");
  expect(process.exitCode).toBe(1);
  vi.unstubAllEnvs();
});

test("every input that is read is in action.yml, and the other way round", async () => {
  const file = parse(readFileSync(new URL("../action.yml", import.meta.url), "utf8"));
  const asked = new Set<string>();
  const reader = new InputReader(
    new Proxy({}, { get: (_, key) => void asked.add(String(key)) }) as Record<string, undefined>,
  );
  await readInputs(reader);
  expect([...asked].sort()).toEqual(
    Object.keys(file.inputs)
      .map((name) => `INPUT_${name.toUpperCase()}`)
      .sort(),
  );
  expect(coverageGate.name).toBe("coverage-gate");
});
