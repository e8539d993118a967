import { isCommit } from "@jessy-actions/deployment/checks/version-match";

/** Of a commit as much as people read; any other version whole. */
export function shortVersion(version: string): string {
  return isCommit(version) ? version.slice(0, 10) : version;
}
