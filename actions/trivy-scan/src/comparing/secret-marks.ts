import { createHmac } from "node:crypto";
import { statSync } from "node:fs";
import { dirname, join } from "node:path";
import { readFile } from "@jessy-actions/kit/runner/file-content";
import type { Finding } from "@jessy-actions/security/findings/finding";

/**
 * Tells secrets by the lines that they stand in: Trivy leaves out what they are, and a token that takes another's place
 * would be the same one. What cannot be read has no mark, and is then new.
 *
 * @param path of the target on this side, absolute.
 * @param key made for this run and never written anywhere: a short password could be guessed from its plain hash.
 */
export function markSecrets(findings: readonly Finding[], path: string, key: Uint8Array): readonly Finding[] {
  const files = new Map<string, readonly string[] | undefined>();
  return findings.map((finding) => {
    const { kind, place } = finding;
    if (kind !== "secret" || place.startLine === undefined) return finding;
    if (!files.has(place.file)) files.set(place.file, linesOf(path, place.file));
    const lines = files.get(place.file)?.slice(place.startLine - 1, place.endLine ?? place.startLine) ?? [];
    if (lines.length === 0) return finding;
    // Moved to the right, or with another end of line, a line says the same.
    const text = lines.map((line) => line.trim()).join("\n");
    return { ...finding, mark: createHmac("sha256", key).update(text).digest("hex") };
  });
}

function linesOf(path: string, file: string): readonly string[] | undefined {
  try {
    const folder = statSync(path).isFile() ? dirname(path) : path;
    // As bytes: what is not UTF-8 would be one and the same.
    return readFile(join(folder, file)).toString("latin1").split("\n");
  } catch {
    return undefined;
  }
}
