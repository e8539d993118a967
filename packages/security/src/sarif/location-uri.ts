import type { FindingPlace } from "../findings/finding.ts";

export interface LocationBase {
  /** What the target is. A file of an image is shown below the image's name, as GitHub cannot open it. */
  readonly kind: "files" | "image";
  /** Absolute folders that paths may begin with, and that no path may show: the workspace, a checkout of the base. */
  readonly roots: readonly string[];
}

/**
 * Where a finding is, as a URI relative to the repository's root: percent-encoded, never absolute, and the same for all
 * tags and digests of an image. GitHub would open a new alert for every other URI, and block the repository when they
 * become too many.
 */
export function locationUri({ target, file }: FindingPlace, { kind, roots }: LocationBase): string {
  const folder = relativePath(kind === "image" ? imageName(target) : target, roots, "");
  const inside = kind === "image" ? forwardSlashes(file) : relativePath(file, roots, "name");
  const segments = resolved(`${folder}/${inside}`);
  return segments.length === 0 ? "." : segments.map(encoded).join("/");
}

/** Without tag and digest; a port is none. */
function imageName(reference: string): string {
  const [name = ""] = reference.split("@", 1);
  return name.replace(/:[^/:\\]*$/, "");
}

/** @param otherwise what is left of an absolute path below no root: its last name, or nothing. */
function relativePath(path: string, roots: readonly string[], otherwise: "name" | ""): string {
  const plain = forwardSlashes(path);
  if (!isAbsolute(plain)) return plain;
  const root = roots
    .map((one) => forwardSlashes(one).replace(/\/+$/, ""))
    .filter((one) => one !== "" && (plain === one || plain.startsWith(`${one}/`)))
    .sort((a, b) => b.length - a.length)[0];
  if (root !== undefined) return plain.slice(root.length + 1);
  return otherwise === "name" ? plain.slice(plain.lastIndexOf("/") + 1) : "";
}

const isAbsolute = (path: string): boolean => /^(?:\/|[a-z]:(?:\/|$))/i.test(path);

/** Windows' separators. Elsewhere a name may hold a backslash, so a path that has slashes keeps it. */
function forwardSlashes(path: string): string {
  return /^[a-z]:[\\/]|^\\\\/i.test(path) || !path.includes("/") ? path.replaceAll("\\", "/") : path;
}

function resolved(path: string): readonly string[] {
  const segments: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(segment);
  }
  return segments;
}

/** `@` stays, for the sake of `node_modules/@scope`; a colon in the first segment would make a scheme of it. */
function encoded(segment: string): string {
  return encodeURIComponent(segment.toWellFormed()).replaceAll("%40", "@");
}
