import type { IgnoreKind } from "@jessy-actions/security/policy/ignore-file";
import type { Policy } from "@jessy-actions/security/policy/judge";
import type { Facts } from "../facts.ts";
import type { Inputs, Scanner } from "../inputs.ts";
import type { TargetKind } from "../targets/target.ts";
import { problemsOf } from "./problems.ts";

const KINDS: Readonly<Record<Scanner, IgnoreKind>> = {
  vuln: "vulnerability",
  misconfig: "misconfiguration",
  secret: "secret",
  license: "license",
};

/** Targets that a scanner looks at. */
const TARGETS: Readonly<Record<Scanner, readonly TargetKind[]>> = {
  vuln: ["fs", "sbom", "image", "image-archive", "oci-layout"],
  misconfig: ["fs", "config"],
  secret: ["fs", "image", "image-archive", "oci-layout"],
  license: ["fs", "sbom", "image", "image-archive", "oci-layout"],
};

/** What this run has looked for, and where: of an entry about anything else nobody knows whether it is of use. */
export function lookedFor(inputs: Inputs, facts: Facts): Pick<Policy, "lookedFor" | "everywhere"> {
  const targets = facts.targets.map(({ target }) => target);
  const isWhole = problemsOf(facts).length === 0;
  const scanners = inputs.scanners.filter((scanner) => targets.some(({ kind }) => TARGETS[scanner].includes(kind)));
  return {
    lookedFor: isWhole ? scanners.map((scanner) => KINDS[scanner]) : [],
    everywhere: targets.some(({ kind, location }) => kind === "fs" && location === "."),
  };
}
