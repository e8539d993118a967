import { compileGlob, type GlobTest } from "@jessy-actions/reading/glob";
import { ReportError } from "@jessy-actions/reading/report-error";
import type { AffectedPackage, Finding, FindingKind } from "../findings/finding.ts";
import { checkName } from "./check-name.ts";
import type { IgnoreEntry, IgnoreKind } from "./ignore-file.ts";
import { matchesPackageUrl, type PackageUrl, parsePackageUrl } from "./package-url.ts";

/**
 * Whether an entry is about a finding; whether it has expired is another question. As in Trivy, but that every name of a
 * flaw counts, where Trivy knows it by its main id alone, and that `DS002` and `AVD-DS-0002` are other names of
 * `DS-0002`.
 */
export function matchesEntry(entry: IgnoreEntry, finding: Finding): boolean {
  return (
    (entry.kind === undefined || entry.kind === KINDS[finding.kind]) &&
    isNamed(entry.id, finding) &&
    (entry.paths === undefined || isAt(entry, finding)) &&
    (entry.purls === undefined || isOf(entry, finding.package))
  );
}

const KINDS: Readonly<Record<FindingKind, IgnoreKind>> = {
  vulnerability: "vulnerability",
  unmaintained: "vulnerability",
  unsound: "vulnerability",
  notice: "vulnerability",
  yanked: "vulnerability",
  "end-of-life": "vulnerability",
  misconfiguration: "misconfiguration",
  secret: "secret",
  license: "license",
};

function isNamed(id: string, { kind, id: own, aliases }: Finding): boolean {
  if (id === own || aliases.includes(id)) return true;
  if (kind !== "misconfiguration") return false;
  const wanted = checkName(id);
  return wanted !== undefined && [own, ...aliases].some((name) => checkName(name) === wanted);
}

/** By the path in the target, as Trivy has it, or by the one in the repository. */
function isAt(entry: IgnoreEntry, { place: { target, file } }: Finding): boolean {
  const tests = pathTests(entry);
  const inRepository = target === "." || target === "" ? file : `${target}/${file}`;
  return tests.some((matches) => matches(file) || matches(inRepository));
}

/** A finding of no package is limited by no purl: that is Trivy's rule. A package that cannot be told matches none. */
function isOf(entry: IgnoreEntry, affected: AffectedPackage | undefined): boolean {
  if (affected === undefined) return true;
  const target = packageUrlOf(affected);
  return target !== undefined && packageUrls(entry).some((pattern) => matchesPackageUrl(pattern, target));
}

/** Without a purl, which only Trivy gives, by the name as its registry has it. */
function packageUrlOf({ purl, ecosystem, name, version }: AffectedPackage): PackageUrl | undefined {
  const separator = ecosystem === "maven" ? ":" : "/";
  const path = name
    .split(separator)
    .map((part) => encodeURIComponent(part))
    .join("/");
  try {
    return parsePackageUrl(purl ?? `pkg:${ecosystem}/${path}@${encodeURIComponent(version)}`);
  } catch (error) {
    if (error instanceof ReportError) return undefined;
    throw error;
  }
}

/** Patterns are compiled once for all findings. */
const compiled = new WeakMap<IgnoreEntry, { paths?: readonly GlobTest[]; purls?: readonly PackageUrl[] }>();

function pathTests(entry: IgnoreEntry): readonly GlobTest[] {
  const known = compiledOf(entry);
  // To Trivy a `/**` at the end may be nothing.
  known.paths ??= entry.paths!.flatMap((pattern) => [
    compileGlob(pattern),
    ...(pattern.endsWith("/**") ? [compileGlob(pattern.slice(0, -"/**".length))] : []),
  ]);
  return known.paths;
}

function packageUrls(entry: IgnoreEntry): readonly PackageUrl[] {
  const known = compiledOf(entry);
  known.purls ??= entry.purls!.map((purl) => parsePackageUrl(purl));
  return known.purls;
}

function compiledOf(entry: IgnoreEntry): { paths?: readonly GlobTest[]; purls?: readonly PackageUrl[] } {
  const known = compiled.get(entry) ?? {};
  compiled.set(entry, known);
  return known;
}
