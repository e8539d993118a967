import { parseCommit } from "@jessy-actions/versioning/conventional-commit";
import type { TitleParts } from "../result.ts";

/** What a title says; undefined when it is not a Conventional Commit. Pure. */
export function titleParts(title: string): TitleParts | undefined {
  const { conventional, isBreaking } = parseCommit(title);
  if (conventional === undefined) return undefined;
  const { type, scope } = conventional;
  return { type, ...(scope !== undefined && { scope }), breaking: isBreaking };
}
