import { selectAnnotations } from "@jessy-actions/kit/runner/annotations";
import { describe, expect, test } from "vitest";
import {
  brokenResult,
  exampleJudged,
  exampleMisconfiguration,
  exampleResult,
  exampleSecret,
} from "../../testing/example-result.ts";
import { annotations } from "./annotations.ts";

const of = (...findings: readonly ReturnType<typeof exampleJudged>[]) => annotations(exampleResult({ findings }));

describe("a finding", () => {
  test("of a lock file is at its package, with the command that fixes it", () => {
    expect(of(exampleJudged())).toMatchObject([
      {
        level: "error",
        title: "CVE-2026-31812 (high)",
        message:
          "quinn-proto 0.11.9: Denial of service in Quinn endpoints. Fixed in 0.11.14: cargo update -p quinn-proto@0.11.9 --precise 0.11.14.",
        file: "Cargo.lock",
        startLine: 1204,
        endLine: 1220,
      },
    ]);
  });

  test("without a fix says so", () => {
    const affected = { name: "a", ecosystem: "npm", version: "1", fixedVersions: [] };
    expect(of(exampleJudged({ package: affected }))[0]!.message).toMatch(/No version has a fix yet\.$/);
  });

  test("that is a secret names its rule, never its line", () => {
    const [only, ...others] = of(exampleSecret());
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      title: "github-pat (critical)",
      message: "GitHub Personal Access Token.",
      startLine: 42,
    });
    expect(JSON.stringify(only)).not.toMatch(/TOKEN|s3cr3t/);
  });

  test.each<[name: string, finding: ReturnType<typeof exampleJudged>, level: string | undefined]>([
    ["new and failing", exampleJudged(), "error"],
    ["known and failing, as without `only-new`", exampleJudged({ state: "known" }), "error"],
    ["new and passing", exampleJudged({ fails: false }), "warning"],
    ["known and passing", exampleJudged({ state: "known", fails: false }), undefined],
    ["in an image", exampleJudged({ place: { target: "ghcr.io/acme/gateway", file: "usr/bin/x" } }), undefined],
    ["of no file", exampleJudged({ place: { file: "" } }), undefined],
  ])("%s", (_, finding, level) => {
    expect(of(finding).map((each) => each.level)).toEqual(level === undefined ? [] : [level]);
  });

  test("of a target in a folder is at the file of the repository", () => {
    const [target] = exampleResult().targets;
    const targets = [{ ...target!, name: "api", location: "./services/api/" }];
    const findings = [exampleMisconfiguration({ place: { target: "api", file: "Dockerfile" } })];
    expect(annotations(exampleResult({ targets, findings }))[0]!.file).toBe("services/api/Dockerfile");
  });

  test("of an SBOM has no line here", () => {
    const targets = [{ ...exampleResult().targets[0]!, kind: "sbom" as const }];
    expect(annotations(exampleResult({ targets, findings: [exampleJudged()] }))).toEqual([]);
  });
});

test("GitHub's ten are the problems, then the new ones, the worst first", () => {
  const findings = [
    ...Array.from({ length: 9 }, (_, at) => exampleJudged({ id: `KNOWN-${at}`, severity: "critical", state: "known" })),
    exampleJudged({ id: "LOW", severity: "low" }),
    exampleJudged({ id: "ATTACKED", exploited: true }),
    exampleJudged({ id: "HIGH" }),
    exampleJudged({ id: "CRITICAL", severity: "critical" }),
  ];
  const { shown, omitted } = selectAnnotations(annotations(brokenResult({ findings })));
  expect(shown.map(({ title }) => title)).toEqual([
    "Security: timed out",
    "Security: unreadable lock file",
    "CRITICAL (critical)",
    "ATTACKED (high)",
    "HIGH (high)",
    "LOW (low)",
    ...["KNOWN-0", "KNOWN-1", "KNOWN-2", "KNOWN-3"].map((id) => `${id} (critical, known)`),
  ]);
  expect(omitted).toBe(5);
  expect(shown[0]!.message).toMatch(/^ghcr\.io\/acme\/gateway: Trivy did not end within 10m/);
});
