import { hash } from "node:crypto";
import type { Finding } from "../findings/finding.ts";

/**
 * What tells an alert of a lock file or an image from others, however the rest of the file changes: id, package without
 * its version, and place. GitHub takes any text; 16 digits look like a line's hash.
 *
 * @param uri as in the SARIF file.
 */
export function ownFingerprint({ id, package: affected, detail }: Finding, uri: string): string {
  const named = affected === undefined ? [] : [affected.ecosystem, affected.name];
  return hash("sha256", JSON.stringify([id, uri, detail ?? "", ...named])).slice(0, 16);
}

/** Whether the line itself says what is wrong: then the alert follows the line. */
export function isOfLine({ kind, place }: Finding): boolean {
  return (kind === "secret" || kind === "misconfiguration") && place.startLine !== undefined;
}
