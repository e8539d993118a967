import { counted } from "@jessy-actions/kit/report/quantity";
import { quote } from "@jessy-actions/kit/runner/inputs";
import type { Facts, TargetFacts } from "../facts.ts";
import type { Inputs } from "../inputs.ts";
import { headScan } from "./scans.ts";

/** What a reader should know to read the result right, a sentence each. What it was made from is said elsewhere. */
export function notesOf(inputs: Inputs, facts: Facts): readonly string[] {
  const { base, network, targets } = facts;
  return [
    ...(base.state === "none" && base.cause !== "no-base" ? [`Everything counts as new: ${base.reason}.`] : []),
    ...(base.state === "compared" ? targets.flatMap(baseless) : []),
    ...targets.flatMap(idle),
    ...notAsked(inputs, facts),
    ...(network === "proxy"
      ? ["The network was closed to Trivy by a proxy that leads nowhere: this runner allows nothing better."]
      : []),
  ];
}

/** An image that a change is not compared with anything for. */
function baseless({ target, base }: TargetFacts): readonly string[] {
  if (base !== "none") return [];
  const advice = target.base === undefined ? "; write `base=` after it to compare it" : "";
  return [`${quote(target.name)} has no base, so everything in it counts as new${advice}.`];
}

/** Scanners that knew nothing of what is there. */
function idle(target: TargetFacts): readonly string[] {
  const scanners = headScan(target)?.idle ?? [];
  if (scanners.length === 0) return [];
  const names = scanners.map((scanner) => `\`${scanner}\``).join(" and ");
  const know = scanners.length === 1 ? `scanner ${names} knows` : `scanners ${names} know`;
  return [`In ${quote(target.target.name)} there is nothing that Trivy's ${know}, so nothing of that was judged.`];
}

/** Sources that would have said more. */
function notAsked({ advisories, scanners }: Inputs, { audit, targets }: Facts): readonly string[] {
  const { locks } = audit.head;
  const ecosystems = new Set(
    targets.flatMap((target) => headScan(target)?.findings ?? []).map((finding) => finding.package?.ecosystem),
  );
  const looksForFlaws = scanners.includes("vuln");
  return [
    ...(!advisories.rustsec && looksForFlaws && ecosystems.has("cargo")
      ? ["RustSec's database was not asked: `rustsec` is `off`."]
      : []),
    ...(locks.length > 0 && advisories.index === undefined
      ? [`Yanked crates were not looked for in ${counted(locks.length, "lock")}: \`crates-index\` is empty.`]
      : []),
    ...(looksForFlaws && ecosystems.has("golang") && advisories.govulncheck.length === 0
      ? ["Whether the program calls what is flawed in Go modules is not known: `govulncheck` names no file."]
      : []),
  ];
}
