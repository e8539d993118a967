import { expect, test } from "vitest";
import { scanArguments, scanProblem } from "./scan-command.ts";

test.each<[string, readonly string[], RegExp | undefined]>([
  ["no scan", [], undefined],
  ["the layout as an argument", ["trivy", "image", "--input", "{layout}"], undefined],
  ["the layout within one", ["grype", "oci-dir:{layout}"], undefined],
  ["no layout", ["trivy", "image"], /^does not say where the image is; write `\{layout\}` where `trivy` takes/],
  ["the layout as the program", ["{layout}"], /^does not say where/],
  ["all in one line", ["trivy image --input {layout}"], /^is one line, `trivy image.*`; write the program and each/],
])("%s", (_, scan, problem) => {
  if (problem === undefined) expect(scanProblem(scan)).toBeUndefined();
  else expect(scanProblem(scan)).toMatch(problem);
});

test("the arguments of one layout", () => {
  const layout = { platform: "linux/arm64", folder: "/tmp/{platform}$&" };
  expect(scanArguments(["x", "a={layout}", "{layout}{other}", "--platform={platform}"], layout)).toEqual([
    "a=/tmp/{platform}$&",
    "/tmp/{platform}$&{other}",
    "--platform=linux/arm64",
  ]);
});
