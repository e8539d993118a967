import { expect, test } from "vitest";
import { cargoVersionProblem, compareCargoVersions, formatCargoVersion, parseCargoVersion } from "./cargo-version.ts";

test.each([
  ["1.2.3", "1.2.3"],
  ["0.0.0-alpha.1+001", "0.0.0-alpha.1"],
  ["1.2.3+b-c", "1.2.3"],
  ["18446744073709551615.0.0", "18446744073709551615.0.0"],
])("%s", (text, formatted) => {
  expect(formatCargoVersion(parseCargoVersion(text)!)).toBe(formatted);
});

test.each([
  ["", 'is not a version of three numbers: ""'],
  ["1.2", 'is not a version of three numbers: "1.2"'],
  ["v1.2.3", 'has a number that Cargo does not take: "v1.2.3"'],
  ["1.2.3.4", 'is not a version of three numbers: "1.2.3.4"'],
  ["01.2.3", 'has a number that Cargo does not take: "01.2.3"'],
  ["18446744073709551616.0.0", 'has a number that Cargo does not take: "18446744073709551616.0.0"'],
  ["1.2.3-", "has an empty part in its prerelease"],
  ["1.2.3-01", 'has a leading zero in its prerelease number "01"'],
  ["1.2.3+", "has an empty part in its build metadata"],
  ["1.2.3\n", 'has a number that Cargo does not take: "1.2.3\\n"'],
  [`1.2.3-${"a".repeat(251)}`, "has more than 256 characters"],
])("%j", (text, problem) => {
  expect(cargoVersionProblem(text)).toBe(problem);
  expect(parseCargoVersion(text)).toBeUndefined();
});

test("256 characters are not too many", () => {
  expect(cargoVersionProblem(`1.2.3-${"a".repeat(250)}`)).toBeUndefined();
});

test("by precedence", () => {
  const texts = [
    "0.0.1-0",
    "0.0.1-a",
    "0.0.1",
    "0.1.0",
    "1.0.0-rc.1",
    "1.0.0",
    "9007199254740993.0.0",
    "9007199254740994.0.0",
  ];
  const versions = texts.map((text) => parseCargoVersion(text)!);
  expect(versions.toReversed().sort(compareCargoVersions)).toEqual(versions);
});
