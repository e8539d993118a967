import type { JsonValue } from "@jessy-actions/reading/json";
import type { Finding, FindingPlace } from "../findings/finding.ts";
import { SEVERITIES, type Severity } from "../findings/severity.ts";
import { ecosystemOf } from "./ecosystem.ts";
import { fixedVersions } from "./fixed-versions.ts";
import { linesOf, listed, oneLine, pathIn, textOr } from "./report-field.ts";
import { packageLines } from "./result-packages.ts";

/** The findings of one result. @param place its target, and what it is of: a file, or nothing for a system */
export function* findingsOf(result: JsonValue, place: FindingPlace): Iterable<Finding> {
  const type = textOr(result.get("Type"));
  const linesIn = packageLines(result);
  for (const found of listed(result.get("Vulnerabilities")))
    yield vulnerability(found, { ...place, ...linesIn(found) }, type);
  for (const found of listed(result.get("Misconfigurations"))) {
    if (found.get("Status").text() === "FAIL") yield misconfiguration(found, place);
  }
  for (const found of listed(result.get("Secrets"))) yield secret(found, place);
  for (const found of listed(result.get("Licenses"))) yield license(found, place);
}

/** A finding that stands alone, as in `ExperimentalModifiedFindings`. @returns undefined for a type that is not known. */
export function findingOfType(
  type: string,
  found: JsonValue,
  place: FindingPlace,
  resultType: string,
): Finding | undefined {
  switch (type) {
    case "vulnerability":
      return vulnerability(found, place, resultType);
    case "misconfiguration":
      return misconfiguration(found, place);
    case "secret":
      return secret(found, place);
    case "license":
      return license(found, place);
    default:
      return undefined;
  }
}

function vulnerability(found: JsonValue, place: FindingPlace, type: string): Finding {
  const id = found.get("VulnerabilityID").text();
  const aliases = new Set(listed(found.get("VendorIDs")).map((each) => each.text()));
  aliases.delete(id);
  const path = pathIn(textOr(found.get("PkgPath")));
  const purl = oneLine(textOr(found.get("PkgIdentifier").get("PURL")));
  return {
    kind: "vulnerability",
    id,
    aliases: [...aliases].sort(),
    ...described(found, id),
    ...scoreOf(found),
    // Of a jar or an installed package: results of these are called `Java` and `Node.js`.
    place: path === "" ? place : { ...place, file: path },
    package: {
      name: found.get("PkgName").text(),
      ecosystem: ecosystemOf(purl, type),
      version: textOr(found.get("InstalledVersion")),
      fixedVersions: fixedVersions(textOr(found.get("FixedVersion"))),
      ...(purl === "" ? {} : { purl }),
    },
    sources: ["trivy"],
  };
}

function misconfiguration(found: JsonValue, { target, file }: FindingPlace): Finding {
  const id = found.get("ID").text();
  const cause = found.get("CauseMetadata");
  const resource = oneLine(textOr(cause.get("Resource")));
  return {
    kind: "misconfiguration",
    id,
    aliases: [],
    ...described(found, id),
    place: { target, file, ...linesOf(cause) },
    ...(resource === "" ? {} : { detail: resource }),
    sources: ["trivy"],
  };
}

/** `Match` is left out but for its shape, and `Code` is never read: it can hold another secret in clear. */
function secret(found: JsonValue, { target, file }: FindingPlace): Finding {
  const id = found.get("RuleID").text();
  const detail = redactedMatch(found.get("Match").raw);
  return {
    kind: "secret",
    id,
    aliases: [],
    ...described(found, id),
    place: { target, file, ...linesOf(found) },
    ...(detail === "" ? {} : { detail }),
    sources: ["trivy"],
  };
}

/** A whole short word without digits, so that it cannot be another secret itself. */
const NAME_OF_SECRET = /(?<![^\s"'{,])([A-Za-z_][A-Za-z_.-]{0,23})["']?\s{0,9}[:=]\s{0,9}["']?\*{4,}/;

/** The name before the asterisks. What else stands in the line may be another secret. */
function redactedMatch(match: unknown): string {
  const name = typeof match === "string" ? NAME_OF_SECRET.exec(match)?.[1] : undefined;
  return name === undefined ? "" : `${name} = ***`;
}

function license(found: JsonValue, { target, file }: FindingPlace): Finding {
  const id = oneLine(found.get("Name").text());
  const path = pathIn(textOr(found.get("FilePath")));
  const name = oneLine(textOr(found.get("PkgName")));
  return {
    kind: "license",
    id,
    aliases: [],
    severity: severityOf(found),
    title: id,
    place: { target, file: path === "" ? file : path },
    ...(name === "" ? {} : { detail: name }),
    sources: ["trivy"],
  };
}

function described(found: JsonValue, id: string): Pick<Finding, "severity" | "title" | "url"> {
  const url = textOr(found.get("PrimaryURL"));
  return {
    severity: severityOf(found),
    title: oneLine(textOr(found.get("Title"))) || id,
    ...(url.startsWith("https://") ? { url } : {}),
  };
}

function severityOf(found: JsonValue): Severity {
  const word = textOr(found.get("Severity")).toLowerCase();
  return SEVERITIES.find((each) => each === word) ?? "unknown";
}

function scoreOf(found: JsonValue): { readonly score?: number } {
  const vendors = found.get("CVSS");
  if (!vendors.isObject) return {};
  const all = [...vendors.entries()].map(([, vendor]) => vendor);
  for (const key of ["V40Score", "V3Score", "V2Score"]) {
    const scores = all.map((vendor) => vendor.get(key).raw).filter((each) => typeof each === "number");
    if (scores.length > 0) return { score: Math.max(...scores) };
  }
  return {};
}
