import { resolve } from "node:path";
import { runAction } from "@jessy-actions/kit/action/action";
import { afterEach, expect, test, vi } from "vitest";
import { askedInputs, declaredInputs } from "../../../packages/local-runner/testing/action-inputs.ts";
import { readInputs } from "./inputs.ts";
import { coverageGate } from "./main.ts";

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
  await runAction(coverageGate);
  expect(written).toContain("::error::GITHUB_REPOSITORY is ``");
  expect(process.exitCode).toBe(1);
  vi.unstubAllEnvs();
});

test("every input that is read is in action.yml, and the other way round", async () => {
  expect(await askedInputs(readInputs)).toEqual(declaredInputs(resolve(import.meta.dirname, "..")));
  expect(coverageGate.name).toBe("coverage-gate");
});
