import { parseReference } from "@jessy-actions/images/reference";
import { type InputReader, quote } from "@jessy-actions/kit/runner/inputs";
import { UserError } from "@jessy-actions/reading/user-error";
import { readAddress } from "./read-address.ts";
import { readAge } from "./read-durations.ts";
import { readAnyPath } from "./read-paths.ts";

/** Where Trivy's databases come from. */
export interface DatabaseInputs {
  /** Tried in order. */
  readonly repositories: readonly string[];
  readonly javaRepositories: readonly string[];
  /** Milliseconds since it was made. */
  readonly maxAge: number;
  /** A cache folder of Trivy that is there already, relative to the workspace; nothing is downloaded then. */
  readonly folder: string | undefined;
  readonly cache: boolean;
}

/** Where RustSec's and Go's advisories come from. */
export interface AdvisoryInputs {
  readonly rustsec: boolean;
  /** A pinned commit of the advisory database; undefined: the newest. */
  readonly commit: string | undefined;
  /** Its files, relative to the workspace; nothing is downloaded then. */
  readonly folder: string | undefined;
  /** Milliseconds since the newest commit. */
  readonly maxAge: number;
  /** `https://index.crates.io`, or a folder; undefined: what was yanked is not looked for. */
  readonly index: string | undefined;
  /** Globs of files that `govulncheck -json` wrote. */
  readonly govulncheck: readonly string[];
  readonly cache: boolean;
}

const DAY = 24 * 60 * 60 * 1000;
const REPOSITORIES = ["mirror.gcr.io/aquasec/trivy-db:2", "ghcr.io/aquasecurity/trivy-db:2"];
const JAVA_REPOSITORIES = ["mirror.gcr.io/aquasec/trivy-java-db:1", "ghcr.io/aquasecurity/trivy-java-db:1"];

export function readDatabase(reader: InputReader, cache: boolean): DatabaseInputs {
  return {
    repositories: readRepositories(reader, "db-repositories", REPOSITORIES),
    javaRepositories: readRepositories(reader, "java-db-repositories", JAVA_REPOSITORIES),
    maxAge: readAge(reader, "db-max-age", 3 * DAY),
    folder: readAnyPath(reader, "db-folder"),
    cache,
  };
}

export function readAdvisories(reader: InputReader, cache: boolean): AdvisoryInputs {
  const rustsec = reader.enumeration("rustsec", ["auto", "off"], "auto") === "auto";
  const [commit, folder, index] = [readCommit(reader), readAnyPath(reader, "rustsec-folder"), readIndex(reader)];
  const useless = "has an effect only with `rustsec: auto`; leave it out";
  if (!rustsec) {
    if (commit !== undefined) reader.problem("rustsec-commit", useless);
    if (folder !== undefined) reader.problem("rustsec-folder", useless);
    if (index !== undefined) reader.problem("crates-index", useless);
  } else if (commit !== undefined && folder !== undefined)
    reader.problem("rustsec-commit", "is for what is downloaded, and `rustsec-folder` is there already; keep one");
  return {
    rustsec,
    commit,
    folder,
    maxAge: readAge(reader, "rustsec-max-age", 14 * DAY),
    index,
    govulncheck: reader.globs("govulncheck"),
    cache,
  };
}

function readRepositories(reader: InputReader, name: string, fallback: readonly string[]): readonly string[] {
  const lines = reader.list(name);
  if (lines.length === 0) return fallback;
  for (const line of lines) {
    try {
      const { tag, digest } = parseReference(line);
      if (tag === undefined && digest === undefined)
        reader.problem(
          name,
          `has ${quote(line)}, without a tag or digest; write ${quote(`${line}:${fallback[0]!.split(":")[1]}`)}`,
        );
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      reader.problem(name, `has a line that cannot be used: ${error.message}`);
    }
  }
  return [...new Set(lines)];
}

function readCommit(reader: InputReader): string | undefined {
  const commit = reader.optional("rustsec-commit");
  if (commit !== undefined && !/^[0-9a-f]{40}$/.test(commit))
    reader.wrong("rustsec-commit", commit, "a whole commit id of 40 hexadecimal digits, in lower case");
  return commit;
}

function readIndex(reader: InputReader): string | undefined {
  const text = reader.optional("crates-index");
  if (text === undefined || !/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return readAnyPath(reader, "crates-index");
  // Cargo's own configuration has it.
  if (text.startsWith("sparse+")) {
    reader.wrong("crates-index", text, `it without \`sparse+\`: ${quote(text.slice("sparse+".length))}`);
    return undefined;
  }
  return readAddress(reader, "crates-index", text, "`https://index.crates.io`");
}
