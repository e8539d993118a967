import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { DENIED_DIGESTS, DENIED_VERSIONS } from "./denied.ts";
import { KNOWN_TRIVY } from "./known-trivy.ts";
import { chooseRelease } from "./release.ts";
import { RELEASE_DIGESTS } from "./release-digests.ts";
import { PLATFORMS, platformWords } from "./release-platform.ts";

const DIGEST = /^[0-9a-f]{64}$/;
const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");

test("every digest is one, and belongs to one archive", () => {
  const digests = Object.values(RELEASE_DIGESTS).flatMap((row) => Object.values(row));
  expect(digests.filter((digest) => !DIGEST.test(digest))).toEqual([]);
  expect(new Set(digests).size).toBe(digests.length);
  expect(Object.keys(DENIED_DIGESTS).filter((digest) => !DIGEST.test(digest))).toEqual([]);
});

test("nothing that is denied is built in", () => {
  const digests = Object.values(RELEASE_DIGESTS).flatMap((row) => Object.values(row));
  expect(digests.filter((digest) => DENIED_DIGESTS[digest] !== undefined)).toEqual([]);
  expect(Object.keys(RELEASE_DIGESTS).filter((version) => DENIED_VERSIONS.includes(version))).toEqual([]);
});

test("no digest that is denied may be asked for", () => {
  for (const sha256 of Object.keys(DENIED_DIGESTS))
    for (const version of ["1.0.0", "0.74.0"])
      expect(chooseRelease({ version, sha256, url: undefined }, "linux-x64", KNOWN_TRIVY)).toEqual({
        problems: [expect.stringMatching(/^input `trivy-sha256`: this is the digest of .* malicious/)],
      });
});

test("the version that action.yml writes is known on every platform", () => {
  const [, version = ""] = /trivy-version:\n(?:.*\n)*?\s+default: (\S+)/.exec(read("../../action.yml")) ?? [];
  expect(Object.keys(RELEASE_DIGESTS[version] ?? {}).sort()).toEqual([...PLATFORMS].sort());
});

test("docs/trivy-versions.md says of every digest how it came in", () => {
  const rows = read("../../../../docs/trivy-versions.md")
    .split("\n")
    .flatMap((line) => (/^\| \d+\.\d+\.\d+ \|/.test(line) ? [line.split("|").map((cell) => cell.trim())] : []));
  const said = Object.fromEntries(
    rows.map(([, version = "", , ...counts]) => [version, PLATFORMS.filter((_, at) => /^\d/.test(counts[at] ?? ""))]),
  );
  const known = Object.fromEntries(
    Object.entries(RELEASE_DIGESTS).map(([version, row]) => [
      version,
      PLATFORMS.filter((each) => row[each] !== undefined),
    ]),
  );
  expect(said).toEqual(known);
  expect(read("../../../../docs/trivy-versions.md")).toContain(`| ${PLATFORMS.map(platformWords).join(" | ")} |`);
});
