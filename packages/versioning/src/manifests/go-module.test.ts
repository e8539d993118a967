import { expect, test } from "vitest";
import { parseTag } from "../tag.ts";
import { goModuleProblem } from "./go-module.ts";

const tagged = (tags: string, tag: string) => `is released by tags such as ${tags}, not ${tag}`;

test.each<[module: string, file: string, tag: string, problem: string | undefined]>([
  ["m", "go.mod", "v1.2.3", undefined],
  ["m", "go.mod", "v0.1.0", undefined],
  ["m/v2", "go.mod", "v2.0.0", undefined],
  ["m/v12", "go.mod", "v12.0.0-rc.1", undefined],
  ["m", "go.mod", "1.2.3", tagged("v1.2.3", "1.2.3")],
  ["m", "go.mod", "x/v1.2.3", tagged("v1.2.3", "x/v1.2.3")],
  ["m", "x/y/go.mod", "x/y/v1.2.3", undefined],
  ["m", "x/y/go.mod", "v1.2.3", tagged("x/y/v1.2.3", "v1.2.3")],
  ["m", "x/y/go.mod", "x/y/1.2.3", tagged("x/y/v1.2.3", "x/y/1.2.3")],
  ["m/v2", "v2/go.mod", "v2.1.0", undefined],
  ["m/v2", "x/v2/go.mod", "x/v2.1.0", undefined],
  ["m/v2", "x/v2/go.mod", "x/v2/v2.1.0", tagged("x/v2.1.0", "x/v2/v2.1.0")],
  // A folder that only ends in `v2` is not one of a major version, and below 2 there is none.
  ["m/v2", "xv2/go.mod", "xv2/v2.1.0", undefined],
  ["m", "v1/go.mod", "v1/v1.2.3", undefined],
  ["m", "go.mod", "v1.2.3+b", "cannot have the version 1.2.3+b: Go does not see tags with build metadata"],
  ["m", "go.mod", "v2.0.0", "has the path m, which must end in /v2"],
  ["m.v2", "go.mod", "v2.0.0", "has the path m.v2, which must end in /v2"],
  ["m/v2x", "go.mod", "v2.0.0", "has the path m/v2x, which must end in /v2"],
  ["m/v2", "go.mod", "v3.0.0", "has the path m/v2, which must end in /v3"],
  ["m/v2", "go.mod", "v1.0.0", "has the path m/v2, which must not end in /v2 below version 2"],
  ["m.v2", "go.mod", "v1.0.0", undefined],
  ["gopkg.in/x.v1", "go.mod", "v1.0.0", undefined],
  ["gopkg.in/x.v0", "go.mod", "v0.1.0", undefined],
  ["gopkg.in/x.v1", "go.mod", "v2.0.0", "has the path gopkg.in/x.v1, which must end in .v2"],
  ["gopkg.in/x/v2", "go.mod", "v2.0.0", "has the path gopkg.in/x/v2, which must end in .v2"],
  ["gopkg.in/x", "go.mod", "v1.0.0", "has the path gopkg.in/x, which must end in .v1"],
  ["m/gopkg.in/x.v1", "go.mod", "v1.0.0", undefined],
])("%s in %s with the tag %s", (module, file, tag, problem) => {
  expect(goModuleProblem(module, file, parseTag(tag)!)).toBe(problem);
});
