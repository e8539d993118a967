import { checkName } from "./check-name.ts";
import type { IgnoreEntry, IgnoreKind } from "./ignore-file.ts";

const IGNORE_KINDS: readonly IgnoreKind[] = ["vulnerability", "misconfiguration", "secret", "license"];

/** Names of flaws, by the databases that Trivy reads. */
const FLAW =
  /^(?:CVE|GHSA|RUSTSEC|GO|PYSEC|OSV|MAL|NSWG|DSA|DLA|TEMP|USN|RHSA|ELSA|ALAS|ALAS2|ALBA|ALEA|ALSA|RLSA|SUSE|openSUSE|GMS)-/;

/** The rules of secrets: `github-pat`. */
const SECRET_RULE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** What an entry may be about: where something of that was not looked for, nobody knows whether it is of use. */
export function entryKinds({ kind, id }: IgnoreEntry): readonly IgnoreKind[] {
  if (kind !== undefined) return [kind];
  if (checkName(id) !== undefined) return ["misconfiguration"];
  if (FLAW.test(id)) return ["vulnerability"];
  return SECRET_RULE.test(id) ? ["secret"] : IGNORE_KINDS;
}
