import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exampleFinding, exampleSecret } from "../../testing/example-finding.ts";
import type { Finding, FindingKind } from "../findings/finding.ts";
import { SEVERITIES, type Severity } from "../findings/severity.ts";
import { entryKinds } from "./entry-kinds.ts";
import { type IgnoreEntry, readIgnoreFile } from "./ignore-file.ts";
import { type Judgement, judge, type Policy } from "./judge.ts";

const NOW = Date.parse("2026-11-28T12:00:00Z");
const DAY = 86_400_000;
const FLAW = exampleFinding({ id: "CVE-1", aliases: ["GHSA-1"] });

const POLICY: Policy = {
  severities: SEVERITIES,
  failOn: { vulnerability: ["critical", "high"] },
  unknownSeverity: "unknown",
  ignoreUnfixed: false,
  ignored: [],
  headIgnored: [],
  now: NOW,
  expiresSoon: 14 * DAY,
  lookedFor: ["vulnerability", "misconfiguration", "secret", "license"],
  everywhere: true,
};

/** All of them new. */
function judged(findings: readonly Finding[], policy: Partial<Policy> = {}): Judgement {
  return judge({ new: findings, known: [], fixed: [] }, { ...POLICY, ...policy });
}

const failing = ({ reported }: Judgement) => reported.filter(({ fails }) => fails).map(({ finding }) => finding.id);

test.each<[string, string, "passes" | "fails"]>([
  ["no entry", "", "fails"],
  ["its id", "CVE-1", "passes"],
  ["an alias", "GHSA-1", "passes"],
  ["another id", "CVE-2", "fails"],
  ["a comment", "# CVE-1", "fails"],
  ["byte order mark and CRLF", "\ufeffCVE-1\r\n", "passes"],
  ["until tomorrow", "CVE-1 exp:2026-11-29", "passes"],
  ["until today, which is over at its start", "CVE-1 exp:2026-11-28", "fails"],
  ["until yesterday", "CVE-1 exp:2026-11-27", "fails"],
])("an ignore file with %s", (_, text, expected) => {
  const judgement = judged([FLAW], { ignored: readIgnoreFile(text) });
  expect(failing(judgement)).toEqual(expected === "fails" ? ["CVE-1"] : []);
  expect(judgement.suppressed).toHaveLength(expected === "fails" ? 0 : 1);
  expect(judgement.counts.new.high).toBe(expected === "fails" ? 1 : 0);
});

test.each(["tomorrow", "2026-02-30", "2026-13-01", ""])("exp:%s is not a date", (date) => {
  expect(() => readIgnoreFile(`\nCVE-1 exp:${date}`)).toThrow("line 2:");
});

describe("entries that the head adds", () => {
  const entry = (more: Partial<IgnoreEntry> = {}): IgnoreEntry => ({ id: "CVE-1", line: 1, ...more });
  test.each<[string, IgnoreEntry[], IgnoreEntry, "proposed" | "covered"]>([
    ["a new one", [], entry(), "proposed"],
    ["the same on another line, in another file", [entry()], entry({ line: 7, file: "b" }), "covered"],
    ["a later end", [entry({ expires: "2026-12-01" })], entry({ expires: "2026-12-02" }), "proposed"],
    ["no end any more", [entry({ expires: "2026-12-01" })], entry(), "proposed"],
    ["an earlier end", [entry({ expires: "2026-12-02" })], entry({ expires: "2026-12-01" }), "covered"],
    ["an end where there was none", [entry()], entry({ expires: "2026-12-01" }), "covered"],
    ["the end of an expired one", [entry({ expires: "2026-11-01" })], entry({ expires: "2026-12-01" }), "proposed"],
    ["one that has expired", [], entry({ expires: "2026-11-01" }), "covered"],
    ["fewer paths", [entry({ paths: ["a", "b"] })], entry({ paths: ["a"] }), "covered"],
    ["paths where there were none", [entry()], entry({ paths: ["a"] }), "covered"],
    ["more paths", [entry({ paths: ["a"] })], entry({ paths: ["a", "b"] }), "proposed"],
    ["no paths any more", [entry({ paths: ["a"] })], entry(), "proposed"],
    ["another package", [entry({ purls: ["pkg:npm/a"] })], entry({ purls: ["pkg:npm/b"] }), "proposed"],
    ["a kind where there was none", [entry()], entry({ kind: "secret" }), "covered"],
    ["every kind", [entry({ kind: "secret" })], entry(), "proposed"],
    ["another kind", [entry({ kind: "secret" })], entry({ kind: "license" }), "proposed"],
  ])("%s", (_, ignored, head, expected) => {
    const { entries } = judged([], { ignored, headIgnored: [head] });
    expect(entries.proposed).toEqual(expected === "proposed" ? [head] : []);
  });

  test("do not count for themselves", () => {
    const judgement = judged([FLAW], { headIgnored: readIgnoreFile("CVE-1") });
    expect(failing(judgement)).toEqual(["CVE-1"]);
    expect(judgement.suppressed).toEqual([]);
  });
});

describe("entries that nobody needs, or soon nobody has", () => {
  test("unused, expired and expiring ones are listed", () => {
    const text = "CVE-1 exp:2026-12-12\nCVE-2\nCVE-3 exp:2020-01-01\nGHSA-1 exp:2026-12-13\nCVE-4 exp:2026-11-29";
    expect(judged([FLAW], { ignored: readIgnoreFile(text) }).entries).toMatchObject({
      unused: [{ id: "CVE-2" }, { id: "CVE-4" }],
      expired: [{ id: "CVE-3" }],
      expiring: [{ id: "CVE-1" }],
    });
  });

  test("what is fixed needs its entry no more, and is not counted as fixed", () => {
    const judgement = judge({ new: [], known: [], fixed: [FLAW] }, { ...POLICY, ignored: readIgnoreFile("CVE-1") });
    expect(judgement).toMatchObject({ fixed: [], entries: { unused: [{ id: "CVE-1" }] } });
  });

  test.each<[Partial<IgnoreEntry>, Partial<Policy>, boolean]>([
    [{ id: "CVE-9" }, { lookedFor: ["vulnerability"] }, true],
    [{ id: "CVE-9" }, { lookedFor: [] }, false],
    [{ id: "DS-0002" }, { lookedFor: ["vulnerability"] }, false],
    [{ id: "AVD-KSV-0001" }, { lookedFor: ["misconfiguration"] }, true],
    [{ id: "github-pat" }, { lookedFor: ["secret"] }, true],
    [{ id: "GPL-3.0-only" }, { lookedFor: ["vulnerability", "misconfiguration", "secret"] }, false],
    [{ id: "GPL-3.0-only", kind: "license" }, { lookedFor: ["license"] }, true],
    [{ id: "CVE-9", paths: ["web/**"] }, { everywhere: false }, false],
    [{ id: "CVE-9", paths: ["web/**"] }, {}, true],
    [{ id: "CVE-9" }, { everywhere: false }, true],
  ])("%j is called unused with %j: %s", (entry, policy, isUnused) => {
    const ignored = [{ id: "x", line: 1, ...entry }];
    expect(judged([], { ...policy, ignored }).entries.unused).toHaveLength(isUnused ? 1 : 0);
  });

  test.each<[string, number]>([
    ["RUSTSEC-2026-0001", 1],
    ["GO-2026-1234", 1],
    ["aws-access-key-id", 1],
    ["something Else", 4],
  ])("%s may be about %i kinds", (id, kinds) => {
    expect(entryKinds({ id, line: 1 })).toHaveLength(kinds);
  });
});

describe("what fails", () => {
  const of = (kind: FindingKind, severity: Severity): Finding => ({ ...FLAW, kind, severity });
  const unfixed = { ...FLAW, package: { ...FLAW.package!, fixedVersions: [] } };
  test.each<[string, Finding, Partial<Policy>, boolean]>([
    ["a severity that is named", of("vulnerability", "high"), {}, true],
    ["one that is not", of("vulnerability", "medium"), {}, false],
    ["a kind that is left out", of("license", "critical"), {}, false],
    ["several of another kind", of("license", "low"), { failOn: { license: ["low", "medium"] } }, true],
    ["unknown, which is a severity of its own", of("vulnerability", "unknown"), {}, false],
    ["unknown, which counts as high", of("vulnerability", "unknown"), { unknownSeverity: "high" }, true],
    ["unknown, which counts as medium", of("vulnerability", "unknown"), { unknownSeverity: "medium" }, false],
    [
      "unknown, which is named and counts as low",
      of("vulnerability", "unknown"),
      { unknownSeverity: "low", failOn: { vulnerability: ["unknown"] } },
      true,
    ],
    ["end of life, with any", of("end-of-life", "unknown"), { failOn: { "end-of-life": SEVERITIES } }, true],
    ["end of life, with none", of("end-of-life", "unknown"), { failOn: { "end-of-life": [] } }, false],
    ["no fix yet", unfixed, {}, true],
    ["no fix yet, which may pass", unfixed, { ignoreUnfixed: true }, false],
    ["a fix", FLAW, { ignoreUnfixed: true }, true],
    [
      "a secret, which no version mends",
      exampleSecret(),
      { ignoreUnfixed: true, failOn: { secret: SEVERITIES } },
      true,
    ],
    [
      "a yanked version, which any other mends",
      { ...unfixed, kind: "yanked" },
      { ignoreUnfixed: true, failOn: { yanked: SEVERITIES } },
      true,
    ],
  ])("%s", (_, finding, policy, fails) => {
    expect(judged([finding], policy).reported).toEqual([{ finding, state: "new", fails }]);
  });

  test("what is known never fails", () => {
    const { reported, counts } = judge({ new: [], known: [FLAW], fixed: [] }, POLICY);
    expect(reported).toEqual([{ finding: FLAW, state: "known", fails: false }]);
    expect(counts).toMatchObject({ new: { high: 0 }, known: { high: 1 } });
  });

  test("what fails is reported whatever the severities are; the rest, fixed or known, is left out", () => {
    const low = of("vulnerability", "low");
    const comparison = { new: [FLAW, low], known: [FLAW], fixed: [FLAW, low] };
    const judgement = judge(comparison, { ...POLICY, severities: ["low"] });
    expect(judgement.reported).toEqual([
      { finding: FLAW, state: "new", fails: true },
      { finding: low, state: "new", fails: false },
    ]);
    expect(judgement.counts).toMatchObject({
      new: { high: 1, low: 1 },
      known: { high: 0 },
      fixed: { high: 0, low: 1 },
    });
  });
});

test("paths of entries look where a finding is, whatever its target is called", () => {
  const finding = exampleFinding({ place: { target: "the api", file: "Cargo.lock" } });
  const ignored = [{ id: finding.id, line: 1, paths: ["services/api/*"] }];
  expect(judged([finding], { ignored }).suppressed).toEqual([]);
  const placeOf = (place: Finding["place"]) => ({ ...place, target: "services/api" });
  // What is shown keeps its name.
  expect(judged([finding], { ignored, placeOf }).suppressed).toEqual([{ finding, entry: ignored[0] }]);
});

test("many entries and many findings are no matter: an entry is looked at for its own findings alone", () => {
  let looks = 0;
  const entries = Array.from({ length: 10_000 }, (_, at) => {
    const id = `CVE-1-${at}`;
    const get = () => {
      looks++;
      return id;
    };
    return Object.defineProperty({ line: at + 1 } as IgnoreEntry, "id", { get });
  });
  const findings = Array.from({ length: 25_000 }, (_, at) => exampleFinding({ id: `CVE-1-${at}`, aliases: [] }));
  const { suppressed } = judged(findings, { ignored: entries, headIgnored: entries });
  expect(suppressed).toHaveLength(10_000);
  expect(looks).toBeLessThan(12 * entries.length);
});

test("whatever is found, it is reported, suppressed, or of a severity that is not reported and does not fail", () => {
  const finding = fc
    .record({
      kind: fc.constantFrom<FindingKind>("vulnerability", "secret", "end-of-life"),
      id: fc.constantFrom("CVE-1", "CVE-2", "DS-0002"),
      severity: fc.constantFrom(...SEVERITIES),
    })
    .map((changes) => exampleFinding({ ...changes, aliases: [] }));
  const list = fc.array(finding, { maxLength: 6 });
  const severities = fc.subarray([...SEVERITIES]);
  fc.assert(
    fc.property(list, list, severities, severities, (added, known, reported, failOn) => {
      const judgement = judge(
        { new: added, known, fixed: [] },
        { ...POLICY, severities: reported, failOn: { vulnerability: failOn }, ignored: readIgnoreFile("CVE-2") },
      );
      const left = [...added, ...known].filter(
        (each) =>
          !judgement.reported.some(({ finding: one }) => one === each) &&
          !judgement.suppressed.some(({ finding: one }) => one === each),
      );
      for (const { severity } of left) expect(reported).not.toContain(severity);
      const { new: news, known: olds } = judgement.counts;
      const sum = [...Object.values(news), ...Object.values(olds)].reduce((total, each) => total + each, 0);
      expect(sum).toBe(judgement.reported.length);
    }),
  );
});
