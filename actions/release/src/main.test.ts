import { resolve } from "node:path";
import { runAction } from "@jessy-actions/kit/action/action";
import { expect, test, vi } from "vitest";
import { askedInputs, declaredInputs } from "../../../packages/local-runner/testing/action-inputs.ts";
import { readInputs } from "./inputs.ts";
import { release } from "./main.ts";

test("every input that is read is in action.yml, and the other way round", async () => {
  expect(await askedInputs(readInputs)).toEqual(declaredInputs(resolve(import.meta.dirname, "..")));
  expect(release.name).toBe("release");
});

test("wrong inputs end it with a line each, and exit code 1", async () => {
  let written = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    written += String(text);
    return true;
  });
  vi.stubEnv("INPUT_TAG", "one");
  await runAction(release);
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  expect(written).toContain("::error::input `tag` is `one`");
  expect(process.exitCode).toBe(1);
  process.exitCode = 0;
});
