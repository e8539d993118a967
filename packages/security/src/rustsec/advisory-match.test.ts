import { describe, expect, test } from "vitest";
import { openAdvisoryDatabase } from "./advisory-database.ts";
import { matchAdvisories } from "./advisory-match.ts";
import { readCargoLock } from "./cargo-lock.ts";

const CRATES_IO = "registry+https://github.com/rust-lang/crates.io-index";
const PLACE = { target: ".", file: "api/Cargo.lock" };
const bytes = (text: string) => new TextEncoder().encode(text);

/** An advisory about the crate `a`. */
function database(versions: string, fields = "", affected = "") {
  const text = `\`\`\`toml\n[advisory]\nid = "RUSTSEC-2026-0001"\npackage = "a"\ndate = "2026-01-02"\n${fields}\n${affected}\n[versions]\n${versions}\n\`\`\`\n# T\n`;
  return openAdvisoryDatabase([{ path: "crates/a/RUSTSEC-2026-0001.md", bytes: bytes(text) }], 1);
}

function lock(version: string, source: string | undefined = CRATES_IO, name = "a") {
  const from = source === "" ? "" : `source = "${source}"\n`;
  return readCargoLock(bytes(`version = 4\n\n[[package]]\nname = "${name}"\nversion = "${version}"\n${from}`));
}

const FIXED = 'patched = [">= 1.2.3"]';
const ids = (version: string, versions: string) => matchAdvisories(lock(version), database(versions), PLACE).findings;

test("a finding says what, where, how bad and what fixes it", () => {
  const fields =
    'aliases = ["GHSA-x", "CVE-2026-1", "CVE-2026-1"]\ncvss = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"';
  const found = matchAdvisories(lock("1.2.2+meta"), database(FIXED, fields), PLACE);
  expect(found).toEqual({
    findings: [
      {
        kind: "vulnerability",
        id: "RUSTSEC-2026-0001",
        aliases: ["CVE-2026-1", "GHSA-x"],
        severity: "critical",
        score: 9.8,
        title: "T",
        url: "https://rustsec.org/advisories/RUSTSEC-2026-0001.html",
        place: { target: ".", file: "api/Cargo.lock", startLine: 5, endLine: 5 },
        package: { name: "a", ecosystem: "cargo", version: "1.2.2+meta", fixedVersions: ["1.2.3"] },
        sources: ["rustsec"],
      },
    ],
    judged: 1,
    notJudged: 0,
  });
});

describe("a version is affected unless it is patched or unaffected", () => {
  test.each<[string, string, boolean]>([
    ["1.2.2", FIXED, true],
    ["1.2.3", FIXED, false],
    ["1.2.3-rc.1", FIXED, true],
    // Cargo would not take it for `>= 1.2.3`, but the fix is in it.
    ["2.0.0-rc.1", FIXED, false],
    ["0.1.0", "patched = []", true],
    ["0.1.0", 'patched = []\nunaffected = ["< 0.2.0"]', false],
    ["0.2.0", 'patched = []\nunaffected = ["< 0.2.0"]', true],
    ["1.1.5", 'patched = [">= 1.1.5, < 1.2.0", ">= 1.2.3"]', false],
    ["1.2.0", 'patched = [">= 1.1.5, < 1.2.0", ">= 1.2.3"]', true],
    ["0.9.7", 'patched = ["^0.9.5", ">= 1.0.0"]', false],
    ["1.0.0", 'patched = ["*"]', false],
  ])("%s with %s", (version, versions, isAffected) => {
    expect(ids(version, versions)).toHaveLength(isAffected ? 1 : 0);
  });
});

describe("only a package of crates.io is meant", () => {
  test.each<[string, string | undefined, number]>([
    ["by its git index", CRATES_IO, 1],
    ["by its sparse index, which cargo-audit overlooks", "sparse+https://index.crates.io/", 1],
    ["not one of a path", "", 0],
    ["not one from git", "git+https://github.com/a/a#0123", 0],
    ["not one of another registry", "registry+https://example.com/index", 0],
    ["not one of a registry with a name like it", `${CRATES_IO}.example.com`, 0],
  ])("%s", (_, source, count) => {
    const match = matchAdvisories(lock("1.0.0", source), database(FIXED), PLACE);
    expect([match.findings.length, match.judged, match.notJudged]).toEqual([count, count, 1 - count]);
  });

  test("and of a mirror that is named", () => {
    const mirror = "registry+https://example.com/index";
    expect(matchAdvisories(lock("1.0.0", mirror), database(FIXED), PLACE, [mirror]).findings).toHaveLength(1);
  });

  test("not by an advisory about another registry", () => {
    const other = database(FIXED, 'source = "registry+https://example.com/index"');
    expect(matchAdvisories(lock("1.0.0"), other, PLACE).findings).toEqual([]);
  });

  test("nor a name that only looks like it", () => {
    expect(matchAdvisories(lock("1.0.0", CRATES_IO, "A"), database(FIXED), PLACE).findings).toEqual([]);
  });
});

test.each<[string, string]>([
  ["", "vulnerability"],
  ['informational = "unmaintained"', "unmaintained"],
  ['informational = "unsound"', "unsound"],
  ['informational = "notice"', "notice"],
  ['informational = "constructor"', "notice"],
])("%j is of the kind %s", (field, kind) => {
  const [finding] = matchAdvisories(lock("1.0.0"), database(FIXED, field), PLACE).findings;
  expect([finding!.kind, finding!.severity]).toEqual([kind, "unknown"]);
});

test("one that was withdrawn counts for nothing", () => {
  expect(matchAdvisories(lock("1.0.0"), database(FIXED, 'withdrawn = "2026-02-02"'), PLACE).findings).toEqual([]);
});

test.each<[string, string[]]>([
  ['patched = [">= 2.0.0", ">= 1.2.3, < 2.0.0", "^0.9.5", ">= 1.2.3-rc.1, < 1.2.3"]', ["1.2.3-rc.1", "1.2.3", "2.0.0"]],
  ['patched = ["= 1.10.0", "~1.9"]', ["1.9.0", "1.10.0"]],
  ['patched = ["> 1.2.3"]', []],
  ["patched = []", []],
])("%s has the fix in %j", (versions, fixed) => {
  expect(ids("1.0.0", versions)[0]!.package!.fixedVersions).toEqual(fixed);
});

test("what a flaw is limited to is shown, with the functions of this version", () => {
  const affected =
    '[affected]\nos = ["windows", "macos"]\narch = ["x86"]\n[affected.functions]\n"a::f" = ["< 1.2.3"]\n"a::g" = ["< 0.5.0"]\n';
  const [finding] = matchAdvisories(lock("1.0.0"), database(FIXED, "", affected), PLACE).findings;
  expect(finding!.detail).toBe("only on windows, macos; only on x86 processors; only in a::f");
});
