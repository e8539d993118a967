import { expect, test } from "vitest";
import { exampleFinding, exampleSecret } from "../../testing/example-finding.ts";
import type { Finding } from "../findings/finding.ts";
import { matchesEntry } from "./entry-match.ts";
import type { IgnoreEntry } from "./ignore-file.ts";

const flaw = exampleFinding();
const secret = exampleSecret();
const { package: _, ...placed } = flaw;
const check: Finding = { ...placed, kind: "misconfiguration", id: "DS-0002", aliases: ["no-root"] };
const licence: Finding = { ...placed, kind: "license", id: "GPL-3.0-only", aliases: [] };
const below: Finding = { ...flaw, place: { target: "services/a", file: "web/Cargo.lock" } };
const ofPackage = (ecosystem: string, name: string, version: string, purl?: string): Finding => ({
  ...flaw,
  package: { name, ecosystem, version, fixedVersions: [], ...(purl === undefined ? {} : { purl }) },
});
const openssl = ofPackage("deb", "openssl", "3.0-1", "pkg:deb/debian/openssl@3.0-1?arch=amd64&distro=debian-12");
const scoped = ofPackage("npm", "@angular/core", "1.0.0");
const jar = ofPackage("maven", "org.apache:log4j", "2.0");
const go = ofPackage("golang", "github.com/Azure/Thing", "v1.0.0");

type Part = Omit<Partial<IgnoreEntry>, "line">;

test.each<[string, Part, Finding, boolean]>([
  ["its id", { id: "CVE-2026-1" }, flaw, true],
  ["an alias", { id: "RUSTSEC-2026-0001" }, flaw, true],
  ["another id", { id: "CVE-2026-2" }, flaw, false],
  ["an id in another case", { id: "cve-2026-1" }, flaw, false],
  ["the beginning of an id", { id: "CVE-2026" }, flaw, false],
  ["the kind", { id: "CVE-2026-1", kind: "vulnerability" }, flaw, true],
  ["another kind", { id: "CVE-2026-1", kind: "secret" }, flaw, false],
  [
    "what RustSec calls unmaintained",
    { id: "CVE-2026-1", kind: "vulnerability" },
    { ...flaw, kind: "unmaintained" },
    true,
  ],
  ["a yanked version", { id: "CVE-2026-1", kind: "vulnerability" }, { ...flaw, kind: "yanked" }, true],
  ["a secret's rule", { id: "github-pat", kind: "secret" }, secret, true],
  ["a licence", { id: "GPL-3.0-only", kind: "license" }, licence, true],
  ["a check", { id: "DS-0002", kind: "misconfiguration" }, check, true],
  ["a check as Trivy called it before 0.70", { id: "AVD-DS-0002" }, check, true],
  ["a check as tfsec called it", { id: "DS002" }, check, true],
  ["a check by its long name", { id: "no-root" }, check, true],
  ["another check", { id: "AVD-DS-0003" }, check, false],
  ["another service's check", { id: "AVD-AWS-0002" }, check, false],
  ["the name of a check on a flaw", { id: "AVD-DS-0002" }, { ...flaw, id: "DS-0002" }, false],
  ["a path", { paths: ["Cargo.lock"] }, flaw, true],
  ["a path, with other paths", { paths: ["a", "Cargo.lock"] }, flaw, true],
  ["another path", { paths: ["a/Cargo.lock"] }, flaw, false],
  ["a path in the target", { paths: ["web/Cargo.lock"] }, below, true],
  ["a path in the repository", { paths: ["services/a/web/Cargo.lock"] }, below, true],
  ["a file's name alone", { paths: ["Cargo.lock"] }, below, false],
  ["`*` stays within a folder", { paths: ["*.lock"] }, below, false],
  ["`**` does not", { paths: ["**/*.lock"] }, below, true],
  ["`**/` may be nothing", { paths: ["**/Cargo.lock"] }, flaw, true],
  ["everything in a folder", { paths: ["services/**"] }, below, true],
  ["a folder that is the file", { paths: ["services/a/web/Cargo.lock/**"] }, below, true],
  ["alternatives", { paths: ["{x,web}/Cargo.lock"] }, below, true],
  ["an empty list of paths is no path", { paths: [] }, flaw, false],
  ["a package in any version", { purls: ["pkg:cargo/deep"] }, flaw, true],
  ["a package in its version", { purls: ["pkg:cargo/deep@1.0.0"] }, flaw, true],
  ["a package in another version", { purls: ["pkg:cargo/deep@1.0.1"] }, flaw, false],
  ["another package", { purls: ["pkg:cargo/deeper"] }, flaw, false],
  ["another registry", { purls: ["pkg:npm/deep"] }, flaw, false],
  ["a system's package", { purls: ["pkg:deb/debian/openssl"] }, openssl, true],
  ["a system's package of another distribution", { purls: ["pkg:deb/ubuntu/openssl"] }, openssl, false],
  ["a system's package without its distribution", { purls: ["pkg:deb/openssl"] }, openssl, false],
  ["some qualifiers", { purls: ["pkg:deb/debian/openssl?arch=amd64"] }, openssl, true],
  ["another qualifier", { purls: ["pkg:deb/debian/openssl?arch=arm64"] }, openssl, false],
  ["a scope", { purls: ["pkg:npm/%40angular/core"] }, scoped, true],
  ["a scope that is not escaped", { purls: ["pkg:npm/@angular/core@1.0.0"] }, scoped, true],
  ["a group of Maven", { purls: ["pkg:maven/org.apache/log4j@2.0"] }, jar, true],
  ["a module of Go, whose purl is in lower case", { purls: ["pkg:golang/github.com/azure/thing"] }, go, true],
  ["a secret has no package", { id: "github-pat", purls: ["pkg:cargo/deep"] }, secret, true],
  ["a purl that Trivy got wrong", { purls: ["pkg:cargo/deep"] }, ofPackage("cargo", "deep", "1", "nonsense"), false],
])("%s", (__, part, finding, expected) => {
  expect(matchesEntry({ id: finding.id, line: 1, ...part }, finding)).toBe(expected);
});
