import { familiarReference, type Reference } from "./reference.ts";

/** A tag and the digest that it is to have. */
export interface TagMove {
  /** With a tag and without a digest. */
  readonly reference: Reference;
  /** Whether the tag is a full version. */
  readonly isImmutable: boolean;
  /** The digest that stands there now; undefined if there is none. */
  readonly standing: string | undefined;
  readonly digest: string;
}

/**
 * Why a tag may not move: it is a full version, such as `1.2.3`, and stands for another image. Everyone who pulls
 * that version again would get other bytes under the same name. Undefined if it may.
 */
export function immutableProblem({ reference, isImmutable, standing, digest }: TagMove): string | undefined {
  if (!isImmutable || standing === undefined || standing === digest) return undefined;
  return `${familiarReference(reference)} is a version and stands for ${standing}; it would become ${digest}. Release another version, promote the image that stands there, or set \`overwrite-versions: true\``;
}

/** Why tags may not move, one sentence each, in order. */
export function immutableProblems(moves: readonly TagMove[]): readonly string[] {
  return moves.flatMap((move) => immutableProblem(move) ?? []);
}
