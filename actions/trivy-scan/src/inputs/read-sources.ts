import { parseReference } from "@jessy-actions/images/reference";
import { type InputReader, quote } from "@jessy-actions/kit/runner/inputs";
import { UserError } from "@jessy-actions/reading/user-error";
import type { Inputs } from "../inputs.ts";
import { readAddress } from "./read-address.ts";
import { readAge } from "./read-durations.ts";
import { readAnyPath } from "./read-paths.ts";

const DAY = 24 * 60 * 60 * 1000;
const REPOSITORIES = ["mirror.gcr.io/aquasec/trivy-db:2", "ghcr.io/aquasecurity/trivy-db:2"];
const JAVA_REPOSITORIES = ["mirror.gcr.io/aquasec/trivy-java-db:1", "ghcr.io/aquasecurity/trivy-java-db:1"];

/** Where Trivy's databases come from. */
export function readDatabase(reader: InputReader, cache: boolean): Inputs["database"] {
  return {
    repositories: readRepositories(reader, "db-repositories", REPOSITORIES),
    javaRepositories: readRepositories(reader, "java-db-repositories", JAVA_REPOSITORIES),
    maxAge: readAge(reader, "db-max-age", 3 * DAY),
    folder: readAnyPath(reader, "db-folder"),
    cache,
  };
}

/** Where RustSec's and Go's advisories come from. */
export function readAdvisories(reader: InputReader, cache: boolean): Inputs["advisories"] {
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
