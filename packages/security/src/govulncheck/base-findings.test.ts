import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findingsAtBase } from "./base-findings.ts";
import { readGoMod } from "./go-mod.ts";
import { type GovulncheckReport, readGovulncheck } from "./govulncheck.ts";

const RECORDED = readFileSync(new URL("../../testing/govulncheck-1.9.0.txt", import.meta.url));
const report = readGovulncheck(RECORDED, { target: ".", file: "go.mod", startLine: 3, endLine: 3 });

const goMod = (text: string) => readGoMod(new TextEncoder().encode(`module example.com/app\n${text}`));
const HEAD = goMod("require github.com/tidwall/gjson v1.6.5\nrequire golang.org/x/text v0.3.5");
const found = (base: string) =>
  findingsAtBase(report, HEAD, goMod(base)).map((each) => [each.id, each.package!.version]);

test.each<[string, string, readonly string[][]]>([
  [
    "the same versions",
    "require github.com/tidwall/gjson v1.6.5\nrequire golang.org/x/text v0.3.5",
    [
      ["GO-2021-0054", "v1.6.5"],
      ["GO-2021-0113", "v0.3.5"],
      ["GO-2021-0265", "v1.6.5"],
    ],
  ],
  [
    "older ones with the same flaws",
    "require github.com/tidwall/gjson v1.6.4\nrequire golang.org/x/text v0.3.4",
    [
      ["GO-2021-0054", "v1.6.4"],
      ["GO-2021-0113", "v0.3.4"],
      ["GO-2021-0265", "v1.6.4"],
    ],
  ],
  ["a newer one without one of them", "require github.com/tidwall/gjson v1.6.6", [["GO-2021-0265", "v1.6.6"]]],
  ["none of the modules", "", []],
  [
    "other modules in their place",
    "require github.com/tidwall/gjson v1.6.5\nreplace github.com/tidwall/gjson => ./gjson",
    [],
  ],
])("a base with %s", (_, base, expected) => {
  expect(found(base)).toEqual(expected);
});

test("the base's findings have the head's place without its line", () => {
  const [finding] = findingsAtBase(report, HEAD, HEAD);
  expect(finding).toMatchObject({ place: { target: ".", file: "go.mod" }, sources: ["govulncheck"] });
  expect(finding?.place).not.toHaveProperty("startLine");
});

test.each<[string, string, string, string | undefined]>([
  ["that neither side names", "", "", "v1.22.1"],
  ["that both sides name", "go 1.22.1", "go 1.22.1", "v1.22.1"],
  ["that the change names", "go 1.22.1", "go 1.21.0\ntoolchain go1.22.0", "v1.22.0"],
  ["that was affected, too", "go 1.22.1", "go 1.21.5", "v1.21.5"],
  ["that was not affected", "go 1.22.1", "go 1.20.0", undefined],
  ["that the base does not name exactly", "go 1.22.1", "go 1.21", undefined],
  ["that the base does not name", "toolchain go1.22.1", "", undefined],
])("a standard library %s", (_, head, base, expected) => {
  const [first] = report.findings;
  const stdlib: GovulncheckReport = {
    ...report,
    findings: [{ ...first!, id: "GO-1", package: { ...first!.package!, name: "stdlib", version: "v1.22.1" } }],
    affected: new Map([["GO-1", [{ path: "stdlib", events: [{ introduced: "1.21.0" }, { fixed: "1.22.2" }] }]]]),
  };
  const versions = findingsAtBase(stdlib, goMod(head), goMod(base)).map((each) => each.package!.version);
  expect(versions).toEqual(expected === undefined ? [] : [expected]);
});
