import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { runAction } from "@jessy-actions/kit/action/action";
import { InputReader } from "@jessy-actions/kit/runner/inputs";
import { afterEach, expect, test, vi } from "vitest";
import { parse } from "yaml";
import { askedInputs, declaredInputs } from "../../../packages/local-runner/testing/action-inputs.ts";
import { readInputs } from "./inputs.ts";
import { commitLint } from "./main.ts";

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
  await runAction(commitLint);
  expect(written).toContain("::error::GITHUB_REPOSITORY is ``");
  expect(process.exitCode).toBe(1);
  vi.unstubAllEnvs();
});

test("every input that is read is in action.yml with the default that it has, and the other way round", async () => {
  const file = parse(readFileSync(new URL("../action.yml", import.meta.url), "utf8")) as {
    inputs: Record<string, { default?: string }>;
  };
  expect(await askedInputs(readInputs)).toEqual(declaredInputs(resolve(import.meta.dirname, "..")));
  const written = Object.entries(file.inputs).flatMap(([name, input]) =>
    input.default === undefined || name === "github-token" ? [] : [[`INPUT_${name.toUpperCase()}`, input.default]],
  );
  const { overlay: _, ...defaults } = readInputs(new InputReader(Object.fromEntries(written)));
  const { overlay: __, ...empty } = readInputs(new InputReader({}));
  expect(defaults).toEqual(empty);
  expect(commitLint.name).toBe("commit-lint");
});
