import { expect, test } from "vitest";
import { isUnknown, platformName } from "./image-platform.ts";

test.each([
  ["amd64", undefined, "linux/amd64"],
  ["amd64", "v1", "linux/amd64"],
  ["amd64", "v3", "linux/amd64/v3"],
  ["x86_64", undefined, "linux/amd64"],
  ["x86-64", "v2", "linux/amd64/v2"],
  ["i386", undefined, "linux/386"],
  ["arm64", "v8", "linux/arm64"],
  ["arm64", "8", "linux/arm64"],
  ["aarch64", undefined, "linux/arm64"],
  ["arm64", "v9", "linux/arm64/v9"],
  ["arm", undefined, "linux/arm/v7"],
  ["arm", "6", "linux/arm/v6"],
  ["arm", "v5", "linux/arm/v5"],
  ["armhf", undefined, "linux/arm/v7"],
  ["armel", undefined, "linux/arm/v6"],
  ["riscv64", undefined, "linux/riscv64"],
  ["AMD64", undefined, "linux/amd64"],
])("%s with the variant %s is %s", (architecture, variant, name) => {
  expect(platformName({ architecture, os: "linux", ...(variant === undefined ? {} : { variant }) })).toBe(name);
});

test("Windows images differ by version", () => {
  expect(platformName({ architecture: "amd64", os: "windows", "os.version": "10.0.20348.1" })).toBe(
    "windows(10.0.20348.1)/amd64",
  );
});

test("only what is unknown in both is unknown", () => {
  expect(isUnknown({ architecture: "unknown", os: "unknown" })).toBe(true);
  expect(isUnknown({ architecture: "unknown", os: "linux" })).toBe(false);
  expect(isUnknown(undefined)).toBe(false);
});
