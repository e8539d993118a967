import { readFileSync } from "node:fs";
import { InputReader } from "@jessy-actions/kit/inputs";
import { expect, test, vi } from "vitest";
import { parse } from "yaml";
import { readInputs } from "./inputs.ts";
import { main, release } from "./main.ts";

test("every input that is read is in action.yml, and the other way round", () => {
  const file = parse(readFileSync(new URL("../action.yml", import.meta.url), "utf8"));
  const asked = new Set<string>();
  const reader = new InputReader(
    new Proxy({}, { get: (_, key) => void asked.add(String(key)) }) as Record<string, undefined>,
  );
  readInputs(reader);
  expect([...asked].sort()).toEqual(
    Object.keys(file.inputs)
      .map((name) => `INPUT_${name.toUpperCase()}`)
      .sort(),
  );
  expect(release.name).toBe("release");
});

test("wrong inputs end it with a line each, and exit code 1", async () => {
  let written = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    written += String(text);
    return true;
  });
  vi.stubEnv("INPUT_TAG", "one");
  await main();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  expect(written).toContain("::error::input `tag` is `one`");
  expect(process.exitCode).toBe(1);
  process.exitCode = 0;
});
