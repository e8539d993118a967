import { expect, test } from "vitest";
import { exampleFinding, exampleSecret } from "../../../../packages/security/testing/example-finding.ts";
import { factsOf, failed, flawOf, NO_AUDIT, scanOf, targetOf } from "../../testing/example-facts.ts";
import { inputsOf } from "../../testing/written-inputs.ts";
import { evaluate } from "../evaluate.ts";
import type { Facts } from "../facts.ts";
import type { ScanOutcome } from "../scanning/scan.ts";

const NO_CHANGE: Facts["base"] = { state: "none", cause: "no-change", reason: "a schedule" };
const low = (id: string) => flawOf(id, { severity: "low" });
const serde = exampleFinding({
  id: "CVE-2026-1",
  severity: "critical",
  package: { name: "serde", ecosystem: "cargo", version: "1.0.0", fixedVersions: [] },
});
const lock = (message: string) => ({
  audit: { head: { ...NO_AUDIT, problems: [{ cause: "unreadable-lock" as const, message }] }, base: NO_AUDIT },
});
const policy = (message: string) => ({
  policy: { ...factsOf().policy, problems: [{ cause: "unreadable-policy" as const, message }] },
});
const others = (count: number) => Array.from({ length: count }, (_, at) => low(`CVE-1-${at}`));
const { package: _, ...placed } = flawOf("CVE-1");

test.each<[string, Partial<Facts>]>([
  // A pass.
  ["No new findings", {}],
  ["No findings", { base: NO_CHANGE }],
  ["No new findings; 1 known one stands", { targets: [targetOf([serde])] }],
  ["No new findings; 1,200 known ones stand", { targets: [targetOf(others(1200))] }],
  ["No new findings, 2 fixed; 1 known one stands", { targets: [targetOf([serde], [serde, low("a"), low("b")])] }],
  ["1 new finding, which does not fail", { targets: [targetOf([low("a")], [])] }],
  [
    "2 new findings, none of which fails; 1 fixed; 1 known one stands",
    { targets: [targetOf([low("a"), low("b"), serde], [serde, low("c")])] },
  ],
  ["12 findings, none of which fails", { base: NO_CHANGE, targets: [targetOf(others(12), "none")] }],
  // A failure.
  ["1 new finding fails: 1 critical (CVE-2026-1 in serde 1.0.0)", { targets: [targetOf([serde], [])] }],
  [
    "3 new findings fail: 1 critical, 2 high (CVE-2026-1 in serde 1.0.0, and 2 more)",
    { targets: [targetOf([flawOf("CVE-2"), low("a"), serde, flawOf("CVE-3")], [])] },
  ],
  [
    "1 finding fails: 1 critical (CVE-2026-1 in serde 1.0.0)",
    { base: NO_CHANGE, targets: [targetOf([serde], "none")] },
  ],
  [
    "2 new findings fail: 1 high, 1 of unknown severity (CVE-2 in crate-cve-2 1.0.0, and 1 more)",
    { targets: [targetOf([flawOf("CVE-3", { severity: "unknown" }), flawOf("CVE-2")], [])] },
  ],
  ["1 new finding fails: 1 high (github-pat in src/config.ts)", { targets: [targetOf([exampleSecret()], [])] }],
  [
    "1 new finding fails: 1 high (debian 9 in .)",
    { targets: [targetOf([{ ...placed, id: "debian 9", place: { target: ".", file: "" } }], [])] },
  ],
  // A problem, whatever else there is.
  ["Nothing was scanned: Trivy ran out of memory", { targets: [{ ...targetOf([]), head: failed() }] }],
  [
    "Nothing was scanned: Trivy ran out of memory, and 1 more problem",
    {
      targets: [
        { ...targetOf([]), head: failed() },
        { ...targetOf([], "none", { kind: "image", location: "a", name: "a" }), head: failed("x") },
      ],
    },
  ],
  [
    "Not everything was scanned: Trivy ran out of memory",
    {
      targets: [targetOf([]), { ...targetOf([], "none", { kind: "image", location: "a", name: "a" }), head: failed() }],
    },
  ],
  [
    "Not everything was scanned: Trivy ran out of memory",
    { targets: [{ ...targetOf([]), head: { ...failed(), partial: scanOf([]).scan } as ScanOutcome }] },
  ],
  [
    "Not everything was scanned: a/Cargo.lock is not valid TOML; besides, 1 new finding fails: 1 critical (CVE-2026-1 in serde 1.0.0)",
    { targets: [targetOf([serde], [])], ...lock("`a/Cargo.lock` is not valid TOML.") },
  ],
  [
    "Not judged by all of the policy: .trivyignore line 2: x is not a date",
    policy("`.trivyignore` line 2: x is not a date."),
  ],
  ["Not everything was scanned: a lock, and 1 more problem", { ...lock("a lock"), ...policy("an entry") }],
  // Untrusted text stays on one line, plain and short.
  [
    "1 new finding fails: 1 critical (a ::error::b in c\\u{202e} 1)",
    {
      targets: [
        targetOf(
          [
            {
              ...serde,
              id: "a\n::error::b",
              package: { name: "`c\u202e`", ecosystem: "x", version: "1", fixedVersions: [] },
            },
          ],
          [],
        ),
      ],
    },
  ],
  [
    `1 new finding fails: 1 critical (${"a".repeat(77)}... in serde 1.0.0)`,
    { targets: [targetOf([{ ...serde, id: "a".repeat(1000) }], [])] },
  ],
  [`Not everything was scanned: ${"a".repeat(197)}...`, lock("a".repeat(1000))],
])("%s", (headline, changes) => {
  expect(evaluate(inputsOf(), factsOf(changes)).headline).toBe(headline);
});

test.each([
  ["critical", "No new findings of critical severity; 1 known one stands"],
  ["critical,high", "No new findings of critical or high severity; 1 known one stands"],
  ["critical,high,unknown", "No new findings of critical, high or unknown severity; 1 known one stands"],
])("with severity %s it promises nothing of others", (severity, headline) => {
  const facts = factsOf({ targets: [targetOf([serde, low("a")], [serde])] });
  expect(evaluate(inputsOf({ severity }), facts).headline).toBe(headline);
  const none = factsOf({ base: NO_CHANGE });
  expect(evaluate(inputsOf({ severity: "low" }), none).headline).toBe("No findings of low severity");
});

test("a yanked version is named by itself", () => {
  const yanked = flawOf("yanked", { kind: "yanked", severity: "unknown" });
  const { headline } = evaluate(inputsOf({ "fail-on": "yanked=any" }), factsOf({ targets: [targetOf([yanked], [])] }));
  expect(headline).toBe("1 new finding fails: 1 of unknown severity (crate-yanked 1.0.0 was yanked)");
});
