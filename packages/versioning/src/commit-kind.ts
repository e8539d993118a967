import { parseVersion } from "./semver.ts";

/** Kinds of commits whose messages git or GitHub write. */
export type GivenKind = "merge" | "revert" | "reapply" | "fixup" | "squash" | "amend" | "version";

/**
 * Tells from a first line which kind of commit a tool wrote; undefined when a person wrote it. These are the lines that commitlint ignores by
 * default (@commitlint/is-ignored).
 */
export function givenKind(header: string): GivenKind | undefined {
  switch (header.charCodeAt(0)) {
    case 0x4d: // M
      return isMerge(header) ? "merge" : undefined;
    case 0x41: // A
      return header.startsWith("Automatic merge") || (header.startsWith("Auto-merged ") && header.includes(" into "))
        ? "merge"
        : undefined;
    case 0x52: // R
    case 0x72: // r
      if (header.startsWith("evert ", 1)) return "revert";
      return header.startsWith("eapply ", 1) ? "reapply" : undefined;
    case 0x66: // f
      return header.startsWith("fixup!") ? "fixup" : undefined;
    case 0x73: // s
      return header.startsWith("squash!") ? "squash" : undefined;
    case 0x61: // a
      return header.startsWith("amend!") ? "amend" : undefined;
    case 0x63: // c
      return header.startsWith("chore") && isVersion(header) ? "version" : undefined;
    default:
      return isVersion(header) ? "version" : undefined;
  }
}

function isMerge(header: string): boolean {
  if (header.startsWith("Merged ")) {
    if (header.startsWith("Merged PR ")) return header.includes(": ");
    return header.includes(" in ") || header.includes(" into ");
  }
  if (!header.startsWith("Merge ")) return false;
  return MERGE_OBJECTS.some((object) => header.startsWith(object, 6)) || header.includes(" into ");
}

const MERGE_OBJECTS = ["pull request", "branch ", "branches ", "tag ", "remote-tracking branch", "commit "] as const;

/** Also as release tools write one: `chore(release): 1.2.3 [skip ci]`. */
function isVersion(header: string): boolean {
  const version = header
    .replace(/^chore(?:\([^()]+\))?: ?/, "")
    .replace(/[[(](?:skip[- ]ci|ci[- ]skip)[\])]/i, "")
    .trim();
  const first = version.charCodeAt(0);
  if (first !== 0x76 && !(first >= 0x30 && first <= 0x39)) return false;
  return parseVersion(version.startsWith("v") ? version.slice(1) : version) !== undefined;
}
