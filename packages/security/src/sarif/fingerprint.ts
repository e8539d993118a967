import { hash } from "node:crypto";
import type { Finding } from "../findings/finding.ts";

/**
 * What tells an alert from others of its rule, however the rest of the file changes: package without its version, place,
 * and of a secret or a misconfiguration its line without the value, or its resource. GitHub takes any text; 16 digits
 * look like the hash of a line that its own action makes, which would need the files.
 *
 * @param uri as in the SARIF file.
 */
export function ownFingerprint({ id, package: affected, detail }: Finding, uri: string): string {
  const named = affected === undefined ? [] : [affected.ecosystem, affected.name];
  return hash("sha256", JSON.stringify([id, uri, detail ?? "", ...named])).slice(0, 16);
}
