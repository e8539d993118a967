import { withoutMark } from "@jessy-actions/reading/byte-order-mark";
import type { JsonValue } from "@jessy-actions/reading/json";
import { quote } from "@jessy-actions/reading/prerelease";
import { ReportError } from "@jessy-actions/reading/report-error";
import { TomlFile, TomlProblem } from "@jessy-actions/reading/toml";
import { type CargoVersion, cargoVersionProblem, parseCargoVersion } from "./cargo-version.ts";

/** What Cargo resolved, of every version of the file's format. */
export interface CargoLock {
  /** 1 and 2 do not say so: 1 keeps its checksums in a table of their own. */
  readonly version: 1 | 2 | 3 | 4;
  readonly packages: readonly LockedPackage[];
}

export interface LockedPackage {
  readonly name: string;
  /** As the lock writes it, with build metadata. */
  readonly versionText: string;
  readonly version: CargoVersion;
  /** `registry+https://…`, `git+https://…#commit`; undefined for a package of the workspace and for a path. */
  readonly source: string | undefined;
  /** SHA-256 of the `.crate` file. */
  readonly checksum: string | undefined;
  readonly dependencies: readonly LockedDependency[];
  /** Of its version, counted from 1: the line that an update changes. Undefined when it cannot be told. */
  readonly line: number | undefined;
}

/** A lock names no more than it needs to tell packages of one name apart. */
export interface LockedDependency {
  readonly name: string;
  readonly version: string | undefined;
  readonly source: string | undefined;
}

/** Ten times what the largest programs have. */
export const MAX_LOCK_BYTES = 10_000_000;
export const MAX_PACKAGES = 20_000;

const KNOWN_VERSIONS = [1, 2, 3, 4] as const;

/**
 * Reads a Cargo.lock.
 *
 * @throws ReportError that names what is wrong: nothing in it, conflict markers, an unknown version of the format, TOML
 * that ends early, a package without name or version, or one that others need and that is not there
 */
export function readCargoLock(bytes: Uint8Array): CargoLock {
  const text = decode(bytes);
  if (text.trim() === "") throw new ReportError("is empty; run `cargo generate-lockfile`");
  rejectConflict(text);
  const file = parse(text);
  const version = versionOf(file.root);
  const checksums = version === 1 ? separateChecksums(file.root) : new Map<string, string>();
  const listed = file.root.get("package");
  const entries = listed.isMissing ? [] : [...listed.items()];
  if (entries.length > MAX_PACKAGES) throw new ReportError(`has more than ${MAX_PACKAGES} packages`);
  const packages = entries.map((entry, index) =>
    readPackage(entry, checksums, file.lineInElement("package", index, "version")),
  );
  // Before 2017 the package of the folder stood apart.
  const root = file.root.get("root");
  if (!root.isMissing) packages.push(readPackage(root, checksums, file.lineOf(["root", "version"])));
  if (packages.length === 0) throw new ReportError("has no packages; run `cargo generate-lockfile`");
  rejectMissing(packages);
  return { version, packages };
}

function decode(bytes: Uint8Array): string {
  if (bytes.length > MAX_LOCK_BYTES) throw new ReportError(`is larger than ${MAX_LOCK_BYTES / 1_000_000} MB`);
  try {
    return withoutMark(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (error) {
    throw new ReportError("is not UTF-8", { cause: error });
  }
}

/** Git leaves them in a file that two branches changed, and TOML has no such lines. */
function rejectConflict(text: string): void {
  const lines = text.split("\n");
  const at = lines.findIndex((line) => /^(?:<{7}|>{7}|\|{7})(?: |\r?$)|^={7}\r?$/.test(line));
  if (at === -1) return;
  throw new ReportError(
    `has conflict markers on line ${at + 1}; take the base's file and run \`cargo update --workspace\``,
  );
}

function parse(text: string): TomlFile {
  try {
    return new TomlFile(text);
  } catch (error) {
    if (!(error instanceof TomlProblem)) throw error;
    const guess = /unfinished|incomplete/.test(error.message) ? ": was it cut off?" : "";
    throw new ReportError(`${error.message}, on line ${error.line}${guess}`, { cause: error });
  }
}

function versionOf(root: JsonValue): CargoLock["version"] {
  const stated = root.get("version");
  if (!stated.isMissing) {
    const known = KNOWN_VERSIONS.find((version) => version === stated.raw);
    if (known !== undefined) return known;
    throw new ReportError(
      `has version ${quote(String(stated.raw))} of the lock file's format, and only 1 to 4 are known`,
    );
  }
  return separateChecksums(root).size > 0 ? 1 : 2;
}

/** Of version 1: `"checksum a 1.0.0 (registry+https://…)" = "…"`. By name, version and source. */
function separateChecksums(root: JsonValue): ReadonlyMap<string, string> {
  const checksums = new Map<string, string>();
  const metadata = root.get("metadata");
  if (metadata.isMissing) return checksums;
  for (const [key, value] of metadata.entries()) {
    if (key.startsWith("checksum ") && typeof value.raw === "string") checksums.set(key.slice(9), value.raw);
  }
  return checksums;
}

function readPackage(
  entry: JsonValue,
  checksums: ReadonlyMap<string, string>,
  line: number | undefined,
): LockedPackage {
  const name = entry.get("name").text();
  if (name === "" || /\s/.test(name)) throw entry.get("name").not("the name of a package");
  const versionText = entry.get("version").text();
  const version = parseCargoVersion(versionText);
  if (version === undefined) throw new ReportError(`the version of ${quote(name)} ${cargoVersionProblem(versionText)}`);
  const source = optionalText(entry.get("source"));
  const dependencies = entry.get("dependencies");
  return {
    name,
    versionText,
    version,
    source,
    checksum: optionalText(entry.get("checksum")) ?? checksums.get(`${name} ${versionText} (${source})`),
    dependencies: dependencies.isMissing ? [] : [...dependencies.items()].map(readDependency),
    line,
  };
}

function optionalText(value: JsonValue): string | undefined {
  return value.isMissing ? undefined : value.text();
}

/** `name`, `name 1.0.0` or `name 1.0.0 (source)`. */
function readDependency(value: JsonValue): LockedDependency {
  const [name, version, source, ...rest] = value.text().split(/[ \t]+/);
  if (name === undefined || name === "" || rest.length > 0) throw value.not("a dependency");
  if (source !== undefined && !/^\(.+\)$/.test(source)) throw value.not("a dependency");
  return { name, version, source: source?.slice(1, -1) };
}

/**
 * A lock that lost packages, at the end of a copy or in a merge, would hide what is wrong with them. A version without a
 * source is let pass, as in RustSec's `cargo-lock`: people cut such examples by hand.
 */
function rejectMissing(packages: readonly LockedPackage[]): void {
  const names = new Set(packages.map(({ name }) => name));
  for (const { name, dependencies } of packages) {
    const missing = dependencies.find(
      (each) => !names.has(each.name) && (each.version === undefined || each.source !== undefined),
    );
    if (missing === undefined) continue;
    throw new ReportError(
      `lacks ${quote(missing.name)}, which ${quote(name)} needs: it was cut off or merged by hand; run \`cargo update --workspace\``,
    );
  }
}
