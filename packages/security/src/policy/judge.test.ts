import { expect, test } from "vitest";
import type { Finding } from "../findings/finding.ts";
import { readIgnoreFile } from "./ignore-file.ts";
import { judge, type Policy } from "./judge.ts";

const NOW = Date.parse("2026-11-28T12:00:00Z");
const FLAW: Finding = {
  kind: "vulnerability",
  id: "CVE-1",
  aliases: ["GHSA-1"],
  severity: "high",
  title: "x",
  place: { target: ".", file: "Cargo.lock" },
  sources: ["trivy"],
};
const by = (base: string, more: Partial<Policy> = {}, findings = [FLAW], targets = 1) =>
  judge(findings, targets, {
    failOn: { vulnerability: ["critical", "high"] },
    allowZeroTargets: false,
    ignored: readIgnoreFile(base),
    headIgnored: readIgnoreFile(base),
    now: NOW,
    ...more,
  });

test.each<[string, string, "pass" | "fail"]>([
  ["no entry", "", "fail"],
  ["its id", "CVE-1", "pass"],
  ["an alias", "GHSA-1", "pass"],
  ["another id", "CVE-2", "fail"],
  ["a comment", "# CVE-1", "fail"],
  ["byte order mark and CRLF", "\ufeffCVE-1\r\n", "pass"],
  ["until tomorrow", "CVE-1 exp:2026-11-29", "pass"],
  ["until today, which is over at its start", "CVE-1 exp:2026-11-28", "fail"],
  ["until yesterday", "CVE-1 exp:2026-11-27", "fail"],
])("%s", (_, text, verdict) => {
  expect(by(text).verdict).toBe(verdict);
});

test.each(["tomorrow", "2026-02-30", "2026-13-01", ""])("exp:%s is not a date", (date) => {
  expect(() => readIgnoreFile(`\nCVE-1 exp:${date}`)).toThrow("line 2:");
});

test("an entry that only the pull request has does not count for itself", () => {
  const { verdict, proposed } = by("", { headIgnored: readIgnoreFile("CVE-1") });
  expect([verdict, proposed]).toEqual(["fail", [{ id: "CVE-1", line: 1 }]]);
});

test("a later end is a proposal too", () => {
  const headIgnored = readIgnoreFile("CVE-1 exp:2030-01-01");
  expect(by("CVE-1 exp:2026-11-01", { headIgnored })).toMatchObject({ verdict: "fail", proposed: headIgnored });
});

test("unused and expired entries are listed", () => {
  expect(by("CVE-1\nCVE-2\nCVE-3 exp:2020-01-01")).toMatchObject({
    unused: [{ id: "CVE-2" }],
    expired: [{ id: "CVE-3" }],
  });
});

test("nothing scanned is broken unless it is allowed", () => {
  expect(by("", {}, [], 0).verdict).toBe("broken");
  expect(by("", { allowZeroTargets: true }, [], 0).verdict).toBe("pass");
});

test("unknown fails only where it is named, and is counted", () => {
  const findings: Finding[] = [{ ...FLAW, severity: "unknown" }];
  expect(by("", {}, findings)).toMatchObject({ verdict: "pass", counts: { vulnerability: { unknown: 1 } } });
  expect(by("", { failOn: { vulnerability: ["unknown"] } }, findings).verdict).toBe("fail");
});
