import type { JsonValue } from "@jessy-actions/reading/json";
import type { SbomPackage } from "../sbom/sbom.ts";
import { type Lines, linesOf, listed, pathIn, textOr } from "./report-field.ts";

/** The packages of one result. @param file what the result is of: a lock file, or nothing for a system */
export function packagesOf(result: JsonValue, file: string): readonly SbomPackage[] {
  return listed(result.get("Packages"))
    .filter(hasName)
    .map((each) => {
      const id = textOr(each.get("ID"));
      const purl = textOr(each.get("Identifier").get("PURL"));
      const dependsOn = listed(each.get("DependsOn")).map((one) => one.text());
      return {
        ...(id === "" ? {} : { id }),
        name: each.get("Name").text(),
        version: versionOf(each),
        ...(purl === "" ? {} : { purl }),
        licenses: listed(each.get("Licenses")).map((one) => one.text()),
        file: pathIn(textOr(each.get("FilePath"))) || file,
        ...(dependsOn.length === 0 ? {} : { dependsOn }),
      };
    });
}

/**
 * Whether Trivy left packages of this lock out: where a Cargo.toml names a package or a version that the lock beside it
 * does not have, Trivy 0.76 reports an entry without a name, and none of the packages that the lock does have.
 */
export function leavesPackagesOut(result: JsonValue): boolean {
  return !listed(result.get("Packages")).every(hasName);
}

function hasName(each: JsonValue): boolean {
  return !each.get("Name").isMissing;
}

/** As the system itself writes it: Trivy takes versions of Debian and Red Hat apart. */
function versionOf(each: JsonValue): string {
  const epoch = each.get("Epoch").raw;
  const release = textOr(each.get("Release"));
  const version = textOr(each.get("Version"));
  const prefix = typeof epoch === "number" && epoch > 0 ? `${epoch}:` : "";
  return `${prefix}${version}${release === "" ? "" : `-${release}`}`;
}

/** Where packages are named in their lock file, by what findings call them. */
export function packageLines(result: JsonValue): (found: JsonValue) => Lines {
  const lines = new Map<string, Lines>();
  for (const each of listed(result.get("Packages"))) {
    const [location] = listed(each.get("Locations"));
    if (location === undefined) continue;
    for (const key of keysOf(each.get("Identifier"), each.get("ID"))) lines.set(key, linesOf(location));
  }
  return (found) => {
    const keys = keysOf(found.get("PkgIdentifier"), found.get("PkgID"));
    return lines.get(keys.find((key) => lines.has(key)) ?? "") ?? {};
  };
}

/** The UID comes first: two packages of one name and version in one file differ in it alone. */
function keysOf(identifier: JsonValue, id: JsonValue): readonly string[] {
  const [uid, name] = [textOr(identifier.get("UID")), textOr(id)];
  return [...(uid === "" ? [] : [`uid ${uid}`]), ...(name === "" ? [] : [`id ${name}`])];
}
