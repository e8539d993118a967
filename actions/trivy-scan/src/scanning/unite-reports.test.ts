import type { Finding } from "@jessy-actions/security/findings/finding";
import type { TrivyReport } from "@jessy-actions/security/trivy/report";
import { expect, test } from "vitest";
import { uniteReports } from "./unite-reports.ts";

const flaw = (id: string, version = "1"): Finding => ({
  kind: "vulnerability",
  id,
  aliases: [],
  severity: "high",
  title: id,
  place: { target: "app", file: "" },
  package: { name: "p", ecosystem: "deb", version, fixedVersions: [] },
  sources: ["trivy"],
});
const secret = (detail?: string): Finding => {
  const { package: _, ...rest } = flaw("github-pat");
  return { ...rest, kind: "secret", ...(detail === undefined ? {} : { detail }) };
};
const report = (...findings: Finding[]): TrivyReport => ({
  version: "0.76.0",
  artifactType: "container_image",
  createdAt: "",
  scanned: { "os-pkgs": 1 },
  findings,
  suppressed: [],
  packages: [{ name: "p", version: "1", licenses: [], file: "" }],
  staleLocks: [],
  imageId: null,
  layers: 1,
});
const on = (platform: string, ...findings: Finding[]) => ({ platform, report: report(...findings) });
const shown = (...platforms: ReturnType<typeof on>[]) =>
  uniteReports(platforms).findings.map(({ id, package: of, detail }) => [id, of?.version, detail]);

test("one platform stays as it is", () => {
  const only = on("linux/amd64", flaw("CVE-1"), flaw("CVE-1"));
  expect(uniteReports([only])).toBe(only.report);
});

test("what all have is one, and has no limit", () => {
  expect(shown(on("a", flaw("CVE-1")), on("b", flaw("CVE-1")))).toEqual([["CVE-1", "1", undefined]]);
});

test("what some have says where", () => {
  expect(shown(on("a", flaw("CVE-1")), on("b"), on("c", flaw("CVE-1"), flaw("CVE-2", "2")))).toEqual([
    ["CVE-1", "1", "only on a, c"],
    ["CVE-2", "2", "only on c"],
  ]);
});

test("what one has twice stays twice", () => {
  expect(shown(on("a", flaw("CVE-1"), flaw("CVE-1")), on("b", flaw("CVE-1")))).toEqual([
    ["CVE-1", "1", undefined],
    ["CVE-1", "1", "only on a"],
  ]);
});

test("other findings keep what tells them apart", () => {
  expect(shown(on("a", secret("x = ***"), secret()), on("b", secret("y = ***")))).toEqual([
    ["github-pat", undefined, "x = ***"],
    ["github-pat", undefined, undefined],
    ["github-pat", undefined, "y = ***"],
  ]);
});

test("systems are counted for each, packages once", () => {
  const { scanned, packages, layers } = uniteReports([on("a"), on("b")]);
  expect([scanned, packages.length, layers]).toEqual([{ "os-pkgs": 2 }, 1, 1]);
});
