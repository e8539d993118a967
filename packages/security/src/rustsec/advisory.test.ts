import { ReportError } from "@jessy-actions/reading/report-error";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_ADVISORY_BYTES, outlineAdvisory, readAdvisory } from "./advisory.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readAdvisory(bytes(text));

const WHOLE = `\`\`\`toml
[advisory]
id = "RUSTSEC-2026-0001"
package = "a-b_c"
date = "2026-01-02"
url = "https://example.com/a"
categories = ["memory-corruption", "denial-of-service"]
keywords = ["ssl"]
cvss = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
aliases = ["GHSA-aaaa-bbbb-cccc", "CVE-2026-1"]
related = ["CVE-2025-9"]
references = ["https://example.com/b"]

[affected]
os = ["windows"]
arch = ["x86"]

[affected.functions]
"a_b_c::x::f" = ["< 1.2.3"]

[versions]
patched = [">= 1.2.3", "^0.9.5"]
unaffected = ["< 0.5.0"]
\`\`\`

# Out of \`bounds\` write

Body with \`\`\` fences.
`;

/** The least that an advisory has. */
const SMALL =
  '```toml\n[advisory]\nid = "RUSTSEC-2026-0002"\npackage = "a"\ndate = "2026-01-02"\n[versions]\npatched = []\n```\n# T\n';

describe("an advisory", () => {
  test("with all that there is", () => {
    const advisory = read(WHOLE);
    expect(advisory).toMatchObject({
      id: "RUSTSEC-2026-0001",
      package: "a-b_c",
      title: "Out of `bounds` write",
      date: "2026-01-02",
      url: "https://example.com/a",
      categories: ["memory-corruption", "denial-of-service"],
      aliases: ["GHSA-aaaa-bbbb-cccc", "CVE-2026-1"],
      related: ["CVE-2025-9"],
      rating: { version: "3.1", score: 9.8, severity: "critical" },
      informational: undefined,
      withdrawn: undefined,
      source: undefined,
      affected: { os: ["windows"], arch: ["x86"] },
    });
    expect(advisory.affected.functions.map(({ path }) => path)).toEqual(["a_b_c::x::f"]);
    expect([advisory.patched.length, advisory.unaffected.length]).toEqual([2, 1]);
  });

  test("with the least that there is", () => {
    expect(read(SMALL)).toMatchObject({ title: "T", aliases: [], rating: undefined, patched: [], unaffected: [] });
  });

  test.each<[string, string, object]>([
    ["informational", 'informational = "unmaintained"', { informational: "unmaintained" }],
    ["of a kind to come", 'informational = "deprecated"', { informational: "deprecated" }],
    ["withdrawn", 'withdrawn = "2026-02-03"', { withdrawn: "2026-02-03" }],
    ["of another registry", 'source = "registry+https://example.com/i"', { source: "registry+https://example.com/i" }],
    ["by CVSS 2", 'cvss = "AV:N/AC:L/Au:N/C:P/I:P/A:P"', { rating: { version: "2.0", score: 7.5, severity: "high" } }],
    ["by a CVSS to come", 'cvss = "CVSS:9.0/AV:N"', { rating: undefined }],
    ["with an address that is not safe", 'url = "javascript:alert(1)"', { url: undefined }],
    ["with fields to come", "x = { y = 1 }", { id: "RUSTSEC-2026-0002" }],
  ])("%s", (_, line, expected) => {
    expect(read(SMALL.replace("[versions]", `${line}\n[versions]`))).toMatchObject(expected);
  });

  test.each([
    ["Windows's line ends", WHOLE.replaceAll("\n", "\r\n")],
    ["a byte order mark", `\ufeff${WHOLE}`],
  ])("with %s", (_, text) => {
    expect(read(text)).toEqual(read(WHOLE));
    expect(outlineAdvisory(bytes(text))).toEqual({ package: "a-b_c", date: "2026-01-02" });
  });
});

describe("one that cannot be judged is named", () => {
  test.each<[string, string, string]>([
    ["empty", "", "does not begin with ```toml: it is not an advisory"],
    ["another file", "# Readme\n", "does not begin with ```toml: it is not an advisory"],
    ["cut within its TOML", WHOLE.slice(0, 200), "ends within its TOML: it was cut off"],
    ["cut before its title", WHOLE.slice(0, WHOLE.indexOf("# Out")), "has no title after its TOML: it was cut off"],
    ["bad TOML", SMALL.replace("[versions]", "[versions"), "is not valid TOML: illegal character in key"],
    ["no id", SMALL.replace(/id = .*\n/, ""), "`advisory.id` is not a string but missing"],
    [
      "another id",
      SMALL.replace("RUSTSEC-2026-0002", "CVE-1"),
      '`advisory.id` is not an id such as RUSTSEC-2026-0001 but "CVE-1"',
    ],
    ["no package", SMALL.replace(/package = .*\n/, ""), "`advisory.package` is not a string but missing"],
    [
      "a package that is a path",
      SMALL.replace('"a"', '"../a"'),
      '`advisory.package` is not the name of a crate but "../a"',
    ],
    ["no versions", SMALL.replace(/\[versions\]\npatched = \[\]/, ""), "`versions.patched` is not a list but missing"],
    [
      "a requirement that is none",
      SMALL.replace("[]", '["> = 1"]'),
      '`versions.patched` is not a list of version requirements of Cargo: it has "> = 1", which is not a version requirement of Cargo but ["> = 1"]',
    ],
    ["a list that is none", SMALL.replace("[]", '">= 1"'), '`versions.patched` is not a list but ">= 1"'],
    [
      "a date that is none",
      SMALL.replace("2026-01-02", "2026-13-02"),
      '`advisory.date` is not a date such as 2026-11-28 but "2026-13-02"',
    ],
  ])("%s", (_, text, message) => {
    expect(() => read(text)).toThrow(
      expect.toSatisfy((error) => error instanceof ReportError && error.message === message),
    );
  });

  test.each([-1, 0, 1])("bytes: %i", (more) => {
    const text = SMALL + "x".repeat(MAX_ADVISORY_BYTES + more - SMALL.length);
    if (more > 0) expect(() => read(text)).toThrow("is larger than 256 kB");
    else expect(read(text).title).toBe("T");
  });
});

describe("looked over", () => {
  test.each<[string, string, string]>([
    ["no package", SMALL.replace(/package = .*\n/, ""), "names no package"],
    ["no date", SMALL.replace(/date = .*\n/, ""), "has no date such as 2026-11-28"],
    ["cut off", SMALL.slice(0, 60), "ends within its TOML: it was cut off"],
  ])("%s", (_, text, message) => {
    expect(() => outlineAdvisory(bytes(text))).toThrow(new ReportError(message));
  });
});

test("any damage gives an advisory or a named error", () => {
  const at = fc.integer({ min: 0, max: WHOLE.length });
  const piece = fc.constantFrom("", '"', "[", "]", "\n", "=", "```", "\n```", "# ", "\0", "a.".repeat(3000));
  fc.assert(
    fc.property(at, at, piece, (from, length, inserted) => {
      const damaged = bytes(WHOLE.slice(0, from) + inserted + WHOLE.slice(from + (length % 20)));
      for (const each of [readAdvisory, outlineAdvisory]) {
        try {
          expect(each(damaged).package).not.toBe("");
        } catch (error) {
          expect(error).toBeInstanceOf(ReportError);
        }
      }
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (any) => {
      expect(() => readAdvisory(any)).toThrow(ReportError);
    }),
  );
});
