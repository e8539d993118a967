import { expect, test } from "vitest";
import { parseVersion } from "../semver.ts";
import { normalizePep440, pep440Of, writtenPep440 } from "./pep440.ts";

test.each([
  ["1.0", "1"],
  ["V1.2.3", "1.2.3"],
  ["01.002", "1.2"],
  ["0", "0"],
  ["0.0", "0"],
  ["1.10.0.0", "1.10"],
  ["1!2.0", "1!2"],
  ["0!2", "2"],
  ["012!1", "12!1"],
  ["1.0a1", "1a1"],
  ["1.0.ALPHA_02", "1a2"],
  ["1.0-beta.13", "1b13"],
  ["1.0c1", "1rc1"],
  ["1.0pre", "1rc0"],
  ["1.0_preview-1", "1rc1"],
  ["1.0rc10", "1rc10"],
  ["1.0-12", "1.post12"],
  ["1.0.post", "1.post0"],
  ["1.0-rev.12", "1.post12"],
  ["1.0r3", "1.post3"],
  ["1.0.dev", "1.dev0"],
  ["1.0dev_12", "1.dev12"],
  ["1.0a1.post2.dev3+ubuntu-010_x.0", "1a1.post2.dev3+ubuntu.10.x.0"],
  ["1".repeat(256), "1".repeat(256)],
])("%s is %s", (text, expected) => {
  expect(normalizePep440(text)).toBe(expected);
});

test.each([
  "",
  "x",
  "1.",
  "1..0",
  " 1.0",
  "1.0 ",
  "1.0+",
  "1.0+a_",
  "1.0+a..b",
  "1!",
  "1.0-",
  "1.0a1a1",
  "1.0gamma",
  "1".repeat(257),
])("%j is none", (text) => {
  expect(normalizePep440(text)).toBeUndefined();
});

test.each<[semver: string, normal: string | undefined, written: string | undefined]>([
  ["1.0.0", "1", "1.0.0"],
  ["1.2.0+b.1", "1.2+b.1", "1.2.0+b.1"],
  ["1.0.0+a.post1", "1+a.post1", "1.0.0+a.post1"],
  ["1.0.0-rc.1", "1rc1", "1.0.0rc1"],
  ["1.0.0-rc1", "1rc1", "1.0.0rc1"],
  ["1.0.0-dev.3", "1.dev3", "1.0.0.dev3"],
  ["10.20.30-alpha", "10.20.30a0", "10.20.30a0"],
  // Python has no such version.
  ["1.0.0-x", undefined, undefined],
  // These would come after 1.0.0 in Python.
  ["1.0.0-1", undefined, undefined],
  ["1.0.0-12", undefined, undefined],
  ["1.0.0-1-x", undefined, undefined],
  ["1.0.0-POST.1", undefined, undefined],
  ["1.0.0-rev.1", undefined, undefined],
  ["1.0.0-r1", undefined, undefined],
  ["1.0.0-alpha.post1", undefined, undefined],
])("SemVer %s is %s in Python, written %s", (semver, normal, written) => {
  expect(pep440Of(parseVersion(semver)!)).toBe(normal);
  expect(writtenPep440(parseVersion(semver)!)).toBe(written);
});
