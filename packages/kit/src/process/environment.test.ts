import { expect, test } from "vitest";
import { pickEnvironment } from "./environment.ts";

test.each([
  ["PATH", true],
  ["HOME", true],
  ["LC_ALL", true],
  ["https_proxy", true],
  ["NO_PROXY", true],
  ["GIT_SSH", true],
  ["GIT_DIR", false],
  ["PATHS", false],
  ["MY_PATH", false],
  ["GITHUB_TOKEN", false],
  ["GITHUB_OUTPUT", false],
  ["INPUT_GITHUB-TOKEN", false],
  ["STATE_jessy", false],
  ["ACTIONS_RUNTIME_TOKEN", false],
  ["NODE_OPTIONS", false],
  ["LD_PRELOAD", false],
])("%s is passed on: %s", (name, isPassed) => {
  expect(pickEnvironment({ [name]: "x" }, /^GIT_SSH$/)).toEqual(isPassed ? { [name]: "x" } : {});
});
