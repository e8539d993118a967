import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { chooseVersion, parsePackages } from "./debian-packages.ts";

test("the list of packages", () => {
  const text = "# what\n\ndocker.io sid 28.5.2-1\n  qemu bookworm * ./usr/bin/qemu # one file\nincomplete sid\n";
  expect(parsePackages(text)).toEqual([
    { name: "docker.io", suite: "sid", version: "28.5.2-1" },
    { name: "qemu", suite: "bookworm", version: "*", file: "./usr/bin/qemu" },
  ]);
});

test("ours has no line that says nothing", () => {
  const text = readFileSync(resolve(import.meta.dirname, "../../test/engines/debian.txt"), "utf8");
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  expect(parsePackages(text)).toHaveLength(lines.length);
});

const OFFERED = `   cosign | 3.1.1-2 | http://mirror/debian sid/main amd64 Packages
   cosign | 2.5.0-2 | http://mirror/debian trixie/main amd64 Packages
`;

test.each([
  ["the version that is named", "sid", "3.1.1-2", "3.1.1-2"],
  ["the present one of the suite, for another", "trixie", "2.4.0-1", "2.5.0-2"],
  ["any", "sid", "*", "3.1.1-2"],
])("takes %s", (_, suite, version, expected) => {
  expect(chooseVersion({ name: "cosign", suite, version }, OFFERED).version).toBe(expected);
});

test("a suite without the package", () => {
  const wanted = { name: "cosign", suite: "bookworm", version: "*" };
  expect(() => chooseVersion(wanted, OFFERED)).toThrow("bookworm has no cosign");
});
