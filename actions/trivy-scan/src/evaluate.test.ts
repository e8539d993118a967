import { readFileSync } from "node:fs";
import type { Finding, FindingKind } from "@jessy-actions/security/findings/finding";
import { SEVERITIES } from "@jessy-actions/security/findings/severity";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../../packages/reading/testing/depth.ts";
import { exampleFinding, exampleSecret } from "../../../packages/security/testing/example-finding.ts";
import { factsOf, failed, flawOf, NO_AUDIT, NOW, scanOf, targetOf } from "../testing/example-facts.ts";
import { inputsOf } from "../testing/written-inputs.ts";
import { evaluate } from "./evaluate.ts";
import type { Facts, TargetFacts } from "./facts.ts";
import type { Result } from "./result.ts";
import type { Target } from "./targets/target.ts";

const schema = JSON.parse(
  readFileSync(new URL("../../../docs/schema/trivy-scan-result.v1.json", import.meta.url), "utf8"),
);
const published = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);

/** The result; what its file holds fits the published schema. */
function judged(changes: Partial<Facts> = {}, written: Readonly<Record<string, string>> = {}): Result {
  const result = evaluate(inputsOf(written), factsOf(changes));
  const { packages: _, ...file } = result;
  expect(published(JSON.parse(JSON.stringify(file))), JSON.stringify(published.errors)).toBe(true);
  return result;
}

const states = ({ findings }: Result) =>
  findings.map(({ id, state, fails }) => `${id} ${state}${fails ? " fails" : ""}`);

const IMAGE: Target = { kind: "image", location: "ghcr.io/acme/api:7", name: "ghcr.io/acme/api" };
const NO_CHANGE: Facts["base"] = { state: "none", cause: "no-change", reason: "the run is of a schedule" };
const NO_BASE: Facts["base"] = { state: "none", cause: "no-base", reason: "the history has no such commit" };
const NOT_ASKED: Facts["base"] = { state: "none", cause: "not-asked", reason: "`only-new` is `false`" };

describe("what is new", () => {
  test("against the base: what it has never fails, and what is gone is fixed", () => {
    const result = judged({
      targets: [targetOf([flawOf("CVE-1"), flawOf("CVE-2")], [flawOf("CVE-2"), flawOf("CVE-3")])],
    });
    expect(result).toMatchObject({
      verdict: "fail",
      fails: true,
      headline: "1 new finding fails: 1 high (CVE-1 in crate-cve-1 1.0.0)",
      counts: { new: { high: 1 }, known: { high: 1 }, fixed: { high: 1 } },
      fixed: [{ id: "CVE-3" }],
    });
    expect(states(result)).toEqual(["CVE-1 new fails", "CVE-2 known"]);
  });

  test.each<[string, Partial<Facts>, string[]]>([
    [
      "nothing changed, so it was scanned once",
      { targets: [targetOf([flawOf("CVE-1")], "unchanged")] },
      ["CVE-1 known"],
    ],
    ["there is no base", { base: NO_CHANGE, targets: [targetOf([flawOf("CVE-1")], "none")] }, ["CVE-1 new fails"]],
    ["the base cannot be read", { base: NO_BASE, targets: [targetOf([flawOf("CVE-1")], "none")] }, ["CVE-1 new fails"]],
    [
      "`only-new` is false",
      { base: NOT_ASKED, targets: [targetOf([flawOf("CVE-1")], "unchanged")] },
      ["CVE-1 new fails"],
    ],
    ["the base was not scanned", { targets: [targetOf([flawOf("CVE-1")], failed())] }, ["CVE-1 new fails"]],
    [
      "a part of the base was scanned",
      {
        targets: [
          targetOf([flawOf("CVE-1"), flawOf("CVE-2")], {
            ...failed(),
            partial: scanOf([flawOf("CVE-2")]).scan,
          } as never),
        ],
      },
      ["CVE-1 new fails", "CVE-2 known"],
    ],
    ["an image without base", { targets: [targetOf([flawOf("CVE-1")], "none", IMAGE)] }, ["CVE-1 new fails"]],
    [
      "a lock file that moved",
      {
        base: compared({ "old/Cargo.lock": "new/Cargo.lock" }),
        targets: [
          targetOf(
            [flawOf("CVE-1", { place: { file: "new/Cargo.lock" } })],
            [flawOf("CVE-1", { place: { file: "old/Cargo.lock" } })],
          ),
        ],
      },
      ["CVE-1 known"],
    ],
    [
      "a lock file that moved within a target that is called otherwise",
      {
        base: compared({ "services/old/Cargo.lock": "services/new/Cargo.lock" }),
        targets: [
          targetOf(
            [flawOf("CVE-1", { place: { target: "the services", file: "new/Cargo.lock" } })],
            [flawOf("CVE-1", { place: { target: "the services", file: "old/Cargo.lock" } })],
            { kind: "fs", location: "services", name: "the services" },
          ),
        ],
      },
      ["CVE-1 known"],
    ],
    [
      "a file of an image that has the name of one that moved",
      {
        base: compared({ "app/Cargo.lock": "lib/Cargo.lock" }),
        targets: [
          targetOf(
            [flawOf("CVE-1", { place: { target: IMAGE.name, file: "app/Cargo.lock" } })],
            [flawOf("CVE-1", { place: { target: IMAGE.name, file: "app/Cargo.lock" } })],
            { ...IMAGE, base: "ghcr.io/acme/api:main" },
          ),
        ],
      },
      ["CVE-1 known"],
    ],
    [
      "a CVE that was a GHSA in the base",
      {
        targets: [
          targetOf(
            [exampleFinding({ id: "CVE-1", aliases: ["GHSA-1"] })],
            [exampleFinding({ id: "GHSA-1", aliases: [] })],
          ),
        ],
      },
      ["CVE-1 known"],
    ],
    [
      "one becomes two",
      {
        targets: [targetOf([flawOf("CVE-1"), flawOf("CVE-1", { place: { file: "b/Cargo.lock" } })], [flawOf("CVE-1")])],
      },
      ["CVE-1 new fails", "CVE-1 known"],
    ],
  ])("%s", (_, changes, expected) => {
    expect(states(judged(changes))).toEqual(expected);
  });

  test("a target that failed loses nothing: what only its base has is not called fixed", () => {
    const targets = [{ ...targetOf([], [flawOf("CVE-1")]), head: failed() }];
    expect(judged({ targets })).toMatchObject({ verdict: "broken", fixed: [], findings: [] });
  });

  test("of a target that was scanned in part, the part is judged", () => {
    const partial = scanOf([flawOf("CVE-1"), flawOf("CVE-2")]).scan;
    const head = { problem: { cause: "unreadable-config" as const, message: "Dockerfile cannot be parsed." }, partial };
    const result = judged({ targets: [{ ...targetOf([], [flawOf("CVE-2"), flawOf("CVE-3")]), head }] });
    expect(states(result)).toEqual(["CVE-1 new fails", "CVE-2 known"]);
    expect(result).toMatchObject({
      verdict: "broken",
      fixed: [],
      targets: [{ state: "failed", scanned: { "lang-pkgs": 1 } }],
    });
  });
});

function ofChange(isChange: boolean | undefined): Partial<Facts> {
  return { base: NOT_ASKED, policy: { ...factsOf().policy, ...(isChange !== undefined && { isChange }) } };
}

function compared(renames: Readonly<Record<string, string>>): Facts["base"] {
  return {
    ...(factsOf().base as Extract<Facts["base"], { state: "compared" }>),
    renames: new Map(Object.entries(renames)),
  };
}

describe("Trivy and RustSec", () => {
  const trivy = exampleFinding({ id: "CVE-1", aliases: ["RUSTSEC-1"], severity: "medium" });
  const rustsec = exampleFinding({ id: "RUSTSEC-1", aliases: ["CVE-1"], severity: "critical", sources: ["rustsec"] });
  const audit = { ...NO_AUDIT, findings: [rustsec], locks: [{ file: "Cargo.lock", judged: 12, notJudged: 1 }] };

  test("one flaw that both find is one finding, of the worst severity", () => {
    const result = judged({ targets: [targetOf([trivy], [])], audit: { head: audit, base: NO_AUDIT } });
    expect(result.findings).toMatchObject([{ id: "CVE-1", severity: "critical", sources: ["rustsec", "trivy"] }]);
    expect(result).toMatchObject({ locks: audit.locks, counts: { new: { critical: 1, medium: 0 } } });
  });

  test("what the base has by either of them is known", () => {
    const audits = { head: audit, base: audit };
    expect(states(judged({ targets: [targetOf([trivy], [])], audit: audits }))).toEqual(["CVE-1 known"]);
    const byTrivy = { head: audit, base: NO_AUDIT };
    expect(states(judged({ targets: [targetOf([], [trivy])], audit: byTrivy }))).toEqual(["RUSTSEC-1 known"]);
  });

  test("one flaw in a lock that two targets hold is one finding", () => {
    const inner: Target = { kind: "fs", location: "services/api", name: "services/api" };
    const at = (finding: Finding, target: string, file: string) => ({ ...finding, place: { target, file } });
    const result = judged({
      targets: [
        targetOf([at(trivy, ".", "services/api/Cargo.lock")], []),
        targetOf([at(trivy, "services/api", "Cargo.lock")], [], inner),
      ],
      audit: { head: { ...audit, findings: [at(rustsec, "services/api", "Cargo.lock")] }, base: NO_AUDIT },
    });
    expect(states(result)).toEqual(["CVE-1 new fails"]);
  });

  test("a base whose locks were not matched has none of it, and a warning says so", () => {
    const result = judged({ targets: [targetOf([], [])], audit: { head: audit, base: undefined } });
    expect(states(result)).toEqual(["RUSTSEC-1 new fails"]);
    expect(result.warnings).toEqual(["The base's locks were not matched, so what RustSec alone knows counts as new."]);
  });

  test("a lock that cannot be read any more fixes nothing", () => {
    const problems = [{ cause: "unreadable-lock" as const, message: "`Cargo.lock` is not valid TOML." }];
    const result = judged({ audit: { head: { ...NO_AUDIT, problems }, base: audit } });
    expect(result).toMatchObject({ verdict: "broken", fixed: [] });
  });
});

describe("what is set aside", () => {
  const flaw = flawOf("CVE-1");
  const misconfigured = exampleSecret({
    kind: "misconfiguration",
    id: "DS-0002",
    place: { file: "Dockerfile", startLine: 3 },
  });
  const aside = { finding: misconfigured, kind: "inSource" as const, justification: "we know" };
  const at = (head: Partial<Parameters<typeof scanOf>[1]>, base: TargetFacts["base"] = "unchanged") => [
    { target: targetOf([]).target, head: scanOf([], head), base },
  ];

  test("by an entry of the base, with its statement", () => {
    const entry = {
      id: "CVE-1",
      line: 4,
      file: ".trivyignore.yaml",
      statement: "not reachable",
      expires: "2026-12-01",
    };
    const result = judged({
      targets: [targetOf([flaw], [])],
      policy: { ...factsOf().policy, ignored: [entry], headIgnored: [entry] },
    });
    const written = { id: "CVE-1", line: 4, file: ".trivyignore.yaml", expires: "2026-12-01" };
    expect(result).toMatchObject({
      verdict: "pass",
      headline: "No new findings",
      suppressed: [{ finding: flaw, entry: written, statement: "not reachable" }],
      ignoreFiles: { from: "the base bbbbbbbbbb", proposed: [], unused: [], expiring: [written] },
    });
  });

  test("by an entry that the change adds: it counts, and is shown", () => {
    const result = judged({
      targets: [targetOf([flaw], [])],
      policy: {
        ...factsOf().policy,
        headIgnored: [{ id: "CVE-1", line: 1, file: ".trivyignore" }],
        proposals: ["A new `trivy.yaml`."],
      },
    });
    expect(result).toMatchObject({
      verdict: "fail",
      suppressed: [],
      ignoreFiles: { proposed: [{ id: "CVE-1", file: ".trivyignore", line: 1 }], proposals: ["A new `trivy.yaml`."] },
    });
  });

  test("entries are looked up by the paths of the repository, whatever a target is called", () => {
    const target: Target = { kind: "fs", location: "services/api", name: "the api" };
    const finding = flawOf("CVE-1", { place: { target: "the api" } });
    const ignored = [{ id: "CVE-1", line: 1, paths: ["services/api/Cargo.lock"] }];
    const result = judged({ targets: [targetOf([finding], [], target)], policy: { ...factsOf().policy, ignored } });
    expect(result).toMatchObject({ verdict: "pass", suppressed: [{ finding, entry: { file: "" } }] });
  });

  test.each<[string, Partial<Facts>, "stays" | "counts"]>([
    ["the base has it too", { targets: at({ suppressed: [aside] }, scanOf([], { suppressed: [aside] })) }, "stays"],
    ["nothing changed", { targets: at({ suppressed: [aside] }) }, "stays"],
    ["the change adds it", { targets: at({ suppressed: [aside] }, scanOf([])) }, "counts"],
    ["the base was not scanned", { targets: at({ suppressed: [aside] }, failed()) }, "counts"],
    ["a schedule", { base: NO_CHANGE, targets: at({ suppressed: [aside] }, "none") }, "stays"],
    ["the base cannot be read", { base: NO_BASE, targets: at({ suppressed: [aside] }, "none") }, "counts"],
    ["nobody asked, of a change", { ...ofChange(true), targets: at({ suppressed: [aside] }, "none") }, "counts"],
    ["nobody asked, of no change", { ...ofChange(false), targets: at({ suppressed: [aside] }, "none") }, "stays"],
    ["nobody asked or knows", { ...ofChange(undefined), targets: at({ suppressed: [aside] }, "none") }, "counts"],
  ])("by a comment in the file, and %s", (_, changes, expected) => {
    const result = judged(changes);
    expect(result.verdict).toBe(expected === "stays" ? "pass" : "fail");
    expect(result.suppressed).toEqual(
      expected === "stays" ? [{ finding: misconfigured, entry: null, statement: "we know" }] : [],
    );
    expect(result.ignoreFiles.proposals).toEqual(
      expected === "stays"
        ? []
        : ["A comment in `Dockerfile`, line 3 sets `DS-0002` aside; it counts once the base has it."],
    );
  });

  test("a comment for what the base has without one is a proposal, and what it is about stays known", () => {
    const result = judged({ targets: at({ suppressed: [aside] }, scanOf([misconfigured])) });
    expect(states(result)).toEqual(["DS-0002 known"]);
    expect(result.ignoreFiles.proposals).toHaveLength(1);
  });

  test("a comment that git has found is said once", () => {
    const proposals = [
      "The change adds the comment `trivy:ignore:DS-0002` to `Dockerfile`, line 2; it counts once the base has it.",
    ];
    const result = judged({
      targets: at({ suppressed: [aside] }, scanOf([])),
      policy: { ...factsOf().policy, proposals },
    });
    expect(result).toMatchObject({ verdict: "fail", ignoreFiles: { proposals } });
    expect(result.ignoreFiles.proposals).toHaveLength(1);
  });

  test("a comment that is gone makes nothing new and fixes nothing", () => {
    const base = scanOf([], { suppressed: [aside] });
    const back = judged({ targets: [{ ...targetOf([misconfigured]), base }] });
    expect(states(back)).toEqual(["DS-0002 known"]);
    expect(judged({ targets: [{ ...targetOf([]), base }] }).fixed).toEqual([]);
  });

  test("what is only for comparing is not published", () => {
    const marked = { ...exampleSecret(), mark: "m" };
    const scan = scanOf([marked], { suppressed: [{ finding: { ...marked, id: "aws" }, kind: "inSource" as const }] });
    const of = (base: Facts["base"], side: TargetFacts["base"]) =>
      judged({ base, targets: [{ ...targetOf([]), ...{ head: scan }, base: side }] });
    for (const result of [of(factsOf().base, scan), of(factsOf().base, scanOf([])), of(NO_CHANGE, "none")])
      expect(JSON.stringify(result)).not.toContain("mark");
    expect(of(factsOf().base, scan)).toMatchObject({ verdict: "pass", suppressed: [{ finding: { id: "aws" } }] });
    // Another value in its place is another secret.
    const other = scanOf([{ ...marked, mark: "n" }]);
    expect(of(factsOf().base, other)).toMatchObject({ verdict: "fail" });
  });

  test("a comment stays where its file moved", () => {
    const moved = {
      ...aside,
      finding: { ...misconfigured, place: { ...misconfigured.place, file: "docker/Dockerfile" } },
    };
    const targets = at({ suppressed: [moved] }, scanOf([], { suppressed: [aside] }));
    expect(judged({ base: compared({ Dockerfile: "docker/Dockerfile" }), targets }).verdict).toBe("pass");
  });

  test("no entry is called unused where not everything was looked for", () => {
    const policy = {
      ...factsOf().policy,
      ignored: [
        { id: "CVE-9", line: 1 },
        { id: "GPL-3.0-only", line: 2 },
      ],
    };
    const unused = (changes: Partial<Facts>, written = {}) =>
      judged({ policy, ...changes }, written).ignoreFiles.unused.map(({ id }) => id);
    expect(unused({})).toEqual(["CVE-9"]);
    expect(unused({}, { scanners: "vuln,secret,misconfig,license" })).toEqual(["CVE-9", "GPL-3.0-only"]);
    expect(unused({}, { scanners: "secret" })).toEqual([]);
    expect(unused({ targets: [targetOf([]), { ...targetOf([], "none", IMAGE), head: failed() }] })).toEqual([]);
    expect(unused({ targets: [targetOf([], [], { kind: "config", location: "k8s", name: "k8s" })] })).toEqual([]);
  });
});

describe("the order", () => {
  const ids = (findings: readonly Finding[], more: Partial<Facts> = {}, known: readonly Finding[] = []) =>
    judged(
      { targets: [targetOf([...findings, ...known], known)], ...more },
      { "unknown-severity": "high" },
    ).findings.map(({ id }) => id);

  test("what fails, what is new, the worst, what is attacked, what is likely to be, the score", () => {
    const findings = [
      flawOf("CVE-01", { severity: "critical" }),
      flawOf("CVE-02", { severity: "high" }),
      flawOf("CVE-03", { severity: "high" }),
      flawOf("CVE-04", { severity: "high", score: 8.9 }),
      flawOf("CVE-05", { severity: "high", score: 8.1 }),
      flawOf("CVE-06", { severity: "unknown", score: 8.1 }),
      flawOf("CVE-07", { severity: "medium" }),
    ];
    const known = [flawOf("CVE-08", { severity: "critical" }), flawOf("CVE-09", { severity: "low" })];
    const exploitation = {
      known: new Set(["CVE-02"]),
      probability: new Map([
        ["CVE-03", 0.5],
        ["CVE-02", 0.01],
        ["CVE-04", 0.2],
        ["CVE-05", 0.2],
      ]),
    };
    const expected = [...findings, ...known].map(({ id }) => id);
    expect(ids(findings, { exploitation }, known)).toEqual(expected);
    expect(ids(findings.toReversed(), { exploitation }, known.toReversed())).toEqual(expected);
  });

  test("what is known of attacks is looked up by every name", () => {
    const flaw = exampleFinding({ id: "GHSA-1", aliases: ["CVE-1", "CVE-2"] });
    const exploitation = {
      known: new Set(["CVE-2"]),
      probability: new Map([
        ["CVE-1", 0.1],
        ["CVE-2", 0.3],
      ]),
    };
    expect(judged({ targets: [targetOf([flaw], [])], exploitation }).findings).toMatchObject([
      { exploited: true, probability: 0.3 },
    ]);
  });

  test("each has the command that fixes it, where there is one", () => {
    const of = (id: string, ecosystem: string, version: string, fixedVersions: string[]) =>
      flawOf(id, { package: { name: "a", ecosystem, version, fixedVersions } });
    const targets = [
      targetOf(
        [
          of("CVE-1", "cargo", "1.0.0", ["1.0.1"]),
          of("CVE-2", "cargo", "1.0.0", ["2.0.0"]),
          of("CVE-3", "npm", "1.0.0", ["1.0.1"]),
          of("CVE-4", "golang", "v1.0.0", []),
          exampleSecret(),
        ],
        [],
      ),
    ];
    const fixes = Object.fromEntries(
      judged({ targets }).findings.map(({ id, fix, breaking }) => [id, [fix, breaking]]),
    );
    expect(fixes).toEqual({
      "CVE-1": [["cargo", "update", "-p", "a@1.0.0", "--precise", "1.0.1"], undefined],
      "CVE-2": [["cargo", "update", "-p", "a@1.0.0", "--precise", "2.0.0"], true],
      "CVE-3": [undefined, undefined],
      "CVE-4": [undefined, undefined],
      "github-pat": [undefined, undefined],
    });
  });
});

describe("what is reported", () => {
  const findings = [
    flawOf("CVE-1", { severity: "high" }),
    flawOf("CVE-2", { severity: "low" }),
    flawOf("CVE-3", { severity: "unknown" }),
    exampleSecret({ severity: "low" }),
  ];
  test.each<[Readonly<Record<string, string>>, string[]]>([
    [{}, ["CVE-1 new fails", "CVE-3 new fails", "github-pat new fails", "CVE-2 new"]],
    // What fails is reported all the same.
    [{ severity: "critical" }, ["CVE-1 new fails", "CVE-3 new fails", "github-pat new fails"]],
    [{ severity: "low", "fail-on": "none" }, ["CVE-2 new", "github-pat new"]],
    [{ "unknown-severity": "low" }, ["CVE-1 new fails", "github-pat new fails", "CVE-2 new", "CVE-3 new"]],
    [{ "fail-on": "low" }, ["CVE-2 new fails", "github-pat new fails", "CVE-1 new", "CVE-3 new"]],
  ])("with %j", (written, expected) => {
    const targets = [targetOf(findings, [])];
    expect(states(judged({ targets }, written)).sort()).toEqual(expected.sort());
  });

  test("a system that gets no more fixes fails by itself, and is not of the crates' kinds", () => {
    const { package: _, score: __, ...rest } = flawOf("debian 9");
    const old: Finding = { ...rest, kind: "end-of-life", severity: "unknown", place: { target: IMAGE.name, file: "" } };
    const targets = [
      targetOf([old, flawOf("RUSTSEC-1", { kind: "unmaintained", severity: "unknown" })], "none", IMAGE),
    ];
    const result = judged({ targets });
    expect(states(result)).toEqual(["debian 9 new fails", "RUSTSEC-1 new"]);
    expect(result.headline).toBe("1 new finding fails: 1 of unknown severity (end of life of debian 9)");
  });

  test("flaws without a fix may pass, and are reported", () => {
    const unfixed = flawOf("CVE-1", { package: { name: "a", ecosystem: "deb", version: "1", fixedVersions: [] } });
    const targets = [targetOf([unfixed], [])];
    expect(states(judged({ targets }, { "ignore-unfixed": "true" }))).toEqual(["CVE-1 new"]);
  });
});

test("the result says what it was made from", () => {
  const packages = [{ name: "serde", version: "1.0.0", licenses: [], file: "Cargo.lock" }];
  const result = judged(
    {
      serverUrl: "https://git.example.com",
      targets: [
        {
          target: { kind: "fs", location: "services/api", name: "the api" },
          head: scanOf([], { packages }),
          base: "unchanged",
        },
        { target: { ...IMAGE, base: "x:1" }, head: scanOf([], { digest: "sha256:1" }), base: failed() },
        { target: { kind: "fs", location: "web/package-lock.json", name: "web" }, head: failed(), base: scanOf([]) },
      ],
      databases: [
        { name: "trivy-db", version: "sha256:2", updatedAt: NOW, origin: "ghcr.io/aquasecurity/trivy-db:2" },
        { name: "crates-index", version: null, updatedAt: null, origin: "vendor/index", warning: "it is old" },
      ],
    },
    { name: "api", sbom: "spdx", "unknown-severity": "low" },
  );
  expect(result).toMatchObject({
    schema: "jessy-actions/trivy-scan/v1",
    name: "api",
    serverUrl: "https://git.example.com",
    time: NOW,
    comparison: {
      state: "compared",
      base: "b".repeat(40),
      reason: "the merge commit of the pull request against its base",
    },
    tool: { version: "0.74.0", origin: "cached", sha256: "c".repeat(64) },
    databases: [
      {
        name: "trivy-db",
        version: "sha256:2",
        updatedAt: "2026-11-28T12:00:00.000Z",
        origin: "ghcr.io/aquasecurity/trivy-db:2",
      },
      { name: "crates-index", version: null, updatedAt: null, origin: "vendor/index" },
    ],
    targets: [
      { name: "the api", kind: "fs", location: "services/api", state: "scanned", base: "unchanged", digest: null },
      { name: "ghcr.io/acme/api", kind: "image", state: "scanned", base: "failed", digest: "sha256:1" },
      { name: "web", kind: "fs", location: "web", state: "failed", base: "scanned", scanned: {} },
    ],
    packages: [{ target: "the api", packages }, { packages: [] }, { packages: [] }],
    settings: { sbom: "spdx", category: "trivy-scan/api", unknownSeverity: "low", severities: SEVERITIES },
    upload: null,
  });
  // A folder of this machine is nobody's business.
  expect(JSON.stringify(result)).not.toContain("/tmp/trivy");
});

test("nothing scanned is never a pass", () => {
  expect(judged({ targets: [] })).toMatchObject({
    verdict: "broken",
    headline: "Nothing was scanned: There is no target; write one, such as fs:.",
  });
});

const anyFinding = fc
  .record({
    kind: fc.constantFrom<FindingKind>("vulnerability", "unsound", "unmaintained", "secret"),
    at: fc.integer({ min: 1, max: 6 }),
    alias: fc.constantFrom<string[]>([], ["GHSA-1"], ["CVE-1"]),
    file: fc.constantFrom("a/Cargo.lock", "b/Cargo.lock"),
    severity: fc.constantFrom(...SEVERITIES),
    version: fc.constantFrom("1.0.0", "2.0.0"),
    source: fc.constantFrom("trivy" as const, "rustsec" as const),
  })
  .map(
    ({ kind, at, alias, file, severity, version, source }): Finding =>
      kind === "secret"
        ? exampleSecret({ severity, place: { file, startLine: at, endLine: at } })
        : exampleFinding({
            kind,
            id: `CVE-${at}`,
            aliases: alias.filter((name) => name !== `CVE-${at}`),
            severity,
            place: { file },
            package: { name: "a", ecosystem: "cargo", version, fixedVersions: [] },
            sources: [source],
          }),
  );
const findings = fc.array(anyFinding, { maxLength: 8 });

test("a verdict is never a pass with a problem, and says fail exactly when something fails", () => {
  const problem = fc.constantFrom(undefined, "head", "audit", "policy");
  fc.assert(
    fc.property(findings, findings, findings, problem, (head, base, audited, where) => {
      const problems = [{ cause: "unreadable-lock" as const, message: "x" }];
      const result = judged({
        targets: [{ ...targetOf(head, base), ...(where === "head" && { head: failed() }) }],
        audit: {
          head: { ...NO_AUDIT, findings: audited, problems: where === "audit" ? problems : [] },
          base: NO_AUDIT,
        },
        policy: { ...factsOf().policy, problems: where === "policy" ? problems : [] },
      });
      const isFailing = result.findings.some(({ fails }) => fails);
      expect(result.verdict).toBe(where !== undefined ? "broken" : isFailing ? "fail" : "pass");
      expect(result.fails).toBe(result.verdict !== "pass");
      expect(result.headline).not.toMatch(/\n/);
    }),
    runs(200),
  );
});

test("the order of findings plays no role", () => {
  fc.assert(
    fc.property(findings, findings, findings, (head, base, audited) => {
      const of = (turn: (all: Finding[]) => Finding[]) =>
        judged({
          targets: [targetOf(turn(head), turn(base))],
          audit: { head: { ...NO_AUDIT, findings: turn(audited) }, base: NO_AUDIT },
        });
      const plain = ({ packages: _, ...rest }: Result) => rest;
      expect(plain(of((all) => all.toReversed()))).toEqual(plain(of((all) => all)));
    }),
    runs(200),
  );
});

test("one more finding, which nobody else names, never turns fail into pass", () => {
  fc.assert(
    fc.property(findings, findings, anyFinding, fc.nat(20), (head, base, added, at) => {
      const fresh = { ...added, id: "CVE-NEW", aliases: [] };
      const more = head.toSpliced(at, 0, fresh);
      const before = judged({ targets: [targetOf(head, base)] });
      const after = judged({ targets: [targetOf(more, base)] });
      const order = ["pass", "fail", "broken"];
      expect(order.indexOf(after.verdict)).toBeGreaterThanOrEqual(order.indexOf(before.verdict));
    }),
    runs(200),
  );
});

test("work grows with the findings, not with their square", () => {
  /** How often a property of a finding is read, for each of them. */
  const readsOf = (count: number): number => {
    let reads = 0;
    const watched = (finding: Finding): Finding =>
      new Proxy(finding, {
        get: (target, key) => {
          reads++;
          return Reflect.get(target, key);
        },
      });
    const many = (from: number) =>
      Array.from({ length: count }, (_, at) =>
        watched(
          flawOf(`CVE-${from + at}`, { aliases: [`GHSA-${from + at}`], place: { file: `f${at % 50}/Cargo.lock` } }),
        ),
      );
    const facts = factsOf({ targets: [targetOf(many(0), many(Math.floor(count / 2)))] });
    const { counts } = evaluate(inputsOf(), facts);
    expect(counts).toMatchObject({ new: { high: count / 2 }, fixed: { high: count / 2 } });
    return reads / count;
  };
  expect(readsOf(4_000)).toBeLessThan(1.5 * readsOf(500));
});

test("25,000 findings against 25,000", () => {
  const many = (from: number) =>
    Array.from({ length: 25_000 }, (_, at) => flawOf(`CVE-${from + at}`, { aliases: [`GHSA-${from + at}`] }));
  const result = evaluate(inputsOf(), factsOf({ targets: [targetOf(many(0), many(1))] }));
  expect(result).toMatchObject({
    headline: "1 new finding fails: 1 high (CVE-0 in crate-cve-0 1.0.0)",
    counts: { new: { high: 1 }, known: { high: 24_999 }, fixed: { high: 1 } },
  });
});
