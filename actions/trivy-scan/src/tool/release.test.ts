import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { KnownTrivy } from "./known-trivy.ts";
import { KNOWN_TRIVY } from "./known-trivy.ts";
import { chooseRelease } from "./release.ts";
import { PLATFORMS } from "./release-platform.ts";

const A = "a".repeat(64);
const B = "b".repeat(64);
const BAD = "bad".padEnd(64, "0");

const KNOWN: KnownTrivy = {
  digests: { "0.74.0": { "linux-x64": A, "macos-x64": B }, "0.73.0": { "linux-x64": B }, "0.69.2": { "macos-x64": A } },
  denied: { [BAD]: "trivy_0.69.4_Linux-64bit.tar.gz" },
};

type Wanted = Parameters<typeof chooseRelease>[0];
const choose = (wanted: Partial<Wanted>, known = KNOWN) =>
  chooseRelease({ version: "0.74.0", sha256: undefined, url: undefined, ...wanted }, "linux-x64", known);

describe("a release is chosen", () => {
  test.each<[string, Partial<Wanted>, Readonly<Record<string, unknown>>]>([
    [
      "by a version that is known",
      {},
      {
        version: "0.74.0",
        sha256: A,
        url: "https://github.com/aquasecurity/trivy/releases/download/v0.74.0/trivy_0.74.0_Linux-64bit.tar.gz",
        redirectHosts: ["release-assets.githubusercontent.com", "objects.githubusercontent.com"],
      },
    ],
    ["with its `v`", { version: "v0.73.0" }, { version: "0.73.0", sha256: B }],
    ["with the digest that is built in anyhow", { sha256: A }, { sha256: A }],
    ["with a digest as tools print it", { sha256: `SHA256:${A.toUpperCase()}` }, { sha256: A }],
    ["of a version that only the input knows", { version: "1.0.0", sha256: B }, { version: "1.0.0", sha256: B }],
    ["of a platform that only the input knows", { version: "0.69.2", sha256: B }, { sha256: B }],
    [
      "from a mirror, which leads to nobody else",
      { url: "https://me:secret@mirror.example/{version}/v{version}/{asset}" },
      {
        url: "https://me:secret@mirror.example/0.74.0/v0.74.0/trivy_0.74.0_Linux-64bit.tar.gz",
        redirectHosts: [],
        sha256: A,
      },
    ],
  ])("%s", (_, wanted, release) => {
    expect(choose(wanted)).toMatchObject(release);
  });
});

const VERSIONS = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.stringMatching(/^v?[\d./]{1,4}\.\d{1,6}\.[\d./%@#?]{1,3}$/),
);

describe("is not chosen", () => {
  const number = (version: string) =>
    `input \`trivy-version\`: ${JSON.stringify(version)} is not a version; write three numbers, such as \`0.74.0\``;

  test.each<[Partial<Wanted>, readonly string[]]>([
    ...["latest", "Latest"].map((version): [Partial<Wanted>, readonly string[]] => [
      { version, sha256: A },
      [
        "input `trivy-version`: `latest` is refused, since what it names changes before anybody has looked at it (CVE-2026-33634); write a version, such as `0.74.0`",
      ],
    ]),
    ...[
      "",
      "0.74",
      "0.74.0.1",
      "vv0.74.0",
      "0.74.0-rc.1",
      "00.74.0",
      "0.074.0",
      " 0.74.0",
      "0.74.0\n",
      "1/../../../x/main",
      "../0.74.0",
      "0.74.0/..",
      "$(id)",
      "--help",
      "0.74.123456",
    ].map((version): [Partial<Wanted>, readonly string[]] => [{ version, sha256: A }, [number(version)]]),
    ...["0.69.4", "v0.69.4", "0.69.5", "0.69.6"].map((version): [Partial<Wanted>, readonly string[]] => [
      // A digest of the caller's own does not make it better.
      { version, sha256: A },
      [
        `input \`trivy-version\`: Trivy ${version.replace("v", "")} is malicious (CVE-2026-33634) and is never used; write another version, such as \`0.74.0\``,
      ],
    ]),
    [
      { version: "0.75.0" },
      [
        "input `trivy-version`: the digest of Trivy 0.75.0 for Linux x64 is not built in; write one of 0.74.0, 0.73.0, or the SHA-256 of `trivy_0.75.0_Linux-64bit.tar.gz` as `trivy-sha256`",
      ],
    ],
    [
      { version: "0.69.2" },
      [expect.stringMatching(/^input `trivy-version`: the digest of Trivy 0\.69\.2 for Linux x64 is not/)],
    ],
    [{ version: "__proto__.1.1" }, [number("__proto__.1.1")]],
    [
      { sha256: B },
      [
        `input \`trivy-sha256\`: \`trivy_0.74.0_Linux-64bit.tar.gz\` has the SHA-256 ${A}, which is built in, and the input says ${B}; remove the input`,
      ],
    ],
    ...["", "abc", "g".repeat(64), "a".repeat(63), "a".repeat(65), `md5:${A}`].map(
      (sha256): [Partial<Wanted>, readonly string[]] => [
        { version: "1.0.0", sha256 },
        [`input \`trivy-sha256\`: ${JSON.stringify(sha256)} is not a SHA-256; write its 64 hexadecimal digits`],
      ],
    ),
    [
      { version: "1.0.0", sha256: BAD.toUpperCase() },
      [
        "input `trivy-sha256`: this is the digest of trivy_0.69.4_Linux-64bit.tar.gz, which is malicious (CVE-2026-33634) and is never used",
      ],
    ],
    [
      { url: "https://mirror.example/{version}/trivy.tar.gz" },
      [
        "input `trivy-url`: it has no `{asset}`, the name of the archive; write it as in `https://mirror.example/trivy/v{version}/{asset}`",
      ],
    ],
    [
      { url: "https://mirror.example/{tag}/{asset}" },
      ['input `trivy-url`: "{tag}" is not a placeholder; only `{version}` and `{asset}` are'],
    ],
    [
      { url: "http://mirror.example/{asset}" },
      ["input `trivy-url`: the address of mirror.example does not begin with https://"],
    ],
    [{ url: "mirror/{asset}" }, ["input `trivy-url`: the address is not a URL"]],
  ])("%j", (wanted, problems) => {
    expect(choose(wanted)).toEqual({ problems });
  });

  test("and all that is wrong is said at once", () => {
    const chosen = choose({ version: "latest", sha256: "x", url: "x" });
    expect("problems" in chosen && chosen.problems.map((line) => line.split(":")[0])).toEqual([
      "input `trivy-version`",
      "input `trivy-sha256`",
      "input `trivy-url`",
    ]);
  });

  test("whatever is written, an address has one host, and its path the words of the template alone", () => {
    fc.assert(
      fc.property(VERSIONS, fc.constantFrom(...PLATFORMS), (version, platform) => {
        const chosen = chooseRelease({ version, sha256: A, url: undefined }, platform, KNOWN_TRIVY);
        if ("problems" in chosen) return;
        expect(chosen.url).toMatch(
          /^https:\/\/github\.com\/aquasecurity\/trivy\/releases\/download\/v[\d.]+\/trivy_[\d.]+_\w+-\w+\.(?:tar\.gz|zip)$/,
        );
      }),
    );
  });
});
