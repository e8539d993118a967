import { parseReference } from "@jessy-actions/images/reference";
import { quote } from "@jessy-actions/kit/runner/inputs";
import { nearest } from "@jessy-actions/reading/nearest";
import { UserError } from "@jessy-actions/reading/user-error";
import { TARGET_KINDS, type TargetKind } from "./target.ts";
import { readWorkspacePath } from "./workspace-path.ts";

/** What other tools call our kinds. */
const OTHER_NAMES: Readonly<Record<string, TargetKind>> = {
  filesystem: "fs",
  folder: "fs",
  dir: "fs",
  directory: "fs",
  path: "fs",
  repo: "fs",
  repository: "fs",
  rootfs: "fs",
  conf: "config",
  iac: "config",
  misconfig: "config",
  docker: "image",
  container: "image",
  archive: "image-archive",
  tar: "image-archive",
  tarball: "image-archive",
  "docker-archive": "image-archive",
  oci: "oci-layout",
  "oci-dir": "oci-layout",
  bom: "sbom",
  cyclonedx: "sbom",
  spdx: "sbom",
};

const EXAMPLE: Readonly<Record<TargetKind, string>> = {
  fs: ".",
  config: "deploy",
  sbom: "bom.json",
  image: "ghcr.io/acme/api:1.2.3",
  "image-archive": "api.tar",
  "oci-layout": "image",
};

/** What to write for the beginning of a line that has no kind, or one that is not known. */
export function kindAdvice(text: string): string {
  const [, word, rest = ""] = /^([^:]*):\s*(.*)$/s.exec(text) ?? [];
  const kind = kindNear(word ?? text);
  if (kind !== undefined && word !== undefined)
    return `${quote(word)} is not a kind of target; write ${quote(`${kind}:${rest || EXAMPLE[kind]}`)}`;
  if (TARGET_KINDS.some((each) => each === text))
    return `it has no location; write ${quote(`${text}:${EXAMPLE[kind!]}`)}`;
  return `it does not say what it is; write ${forms(text)}`;
}

function kindNear(word: string): TargetKind | undefined {
  const lower = word.trim().toLowerCase();
  const other = Object.hasOwn(OTHER_NAMES, lower) ? OTHER_NAMES[lower] : undefined;
  return (
    other ?? (nearest(lower, TARGET_KINDS) as TargetKind | undefined) ?? TARGET_KINDS.find((kind) => kind === lower)
  );
}

/** The forms that a bare location may be meant in. */
function forms(text: string): string {
  if (/\.(?:tar|tgz|tar\.gz)$/i.test(text)) return quote(`image-archive:${text}`);
  if (/(?:bom|cdx|spdx)(?:\.json|\.xml)?$/i.test(text)) return quote(`sbom:${text}`);
  if (!isReference(text))
    return `one of ${TARGET_KINDS.map((kind) => `\`${kind}:…\``).join(", ")}, such as ${quote(`fs:${isPlain(text) ? text : "."}`)}`;
  const isImage = /[:@]/.test(text) || /^[^/]*\.[^/]*\//.test(text);
  return isImage
    ? quote(`image:${text}`)
    : `${quote(`fs:${text}`)} for a folder, or ${quote(`image:${text}`)} for an image`;
}

function isPlain(text: string): boolean {
  return /^[\w./-]+$/.test(text) && "path" in readWorkspacePath(text);
}

function isReference(text: string): boolean {
  try {
    parseReference(text);
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}
