import { parseReference, printReference } from "@jessy-actions/images/reference";
import { UserError } from "@jessy-actions/reading/user-error";
import type { DatabaseKind } from "./database-kind.ts";

/** Where a database is published. */
export interface Repository {
  /** Complete, as reports show it. */
  readonly text: string;
  readonly registry: string;
  readonly repository: string;
  /** What the registry is asked for: the digest, else the tag. */
  readonly reference: string;
  /** Nothing else than this manifest is taken. */
  readonly pin: string | undefined;
}

/**
 * Reads `db-repositories`. A repository without a tag and digest has the tag of the schema, as with Trivy. Pure.
 *
 * @throws UserError that names the input.
 */
export function parseRepositories(
  texts: readonly string[],
  { input, schema }: Pick<DatabaseKind, "input" | "schema">,
): readonly Repository[] {
  if (texts.length === 0)
    throw new UserError(`input \`${input}\` is empty; write a repository, or leave the input out`);
  return texts.map((text) => {
    const { registry, repository, tag, digest: pin } = referenceOf(text, input);
    if (pin?.startsWith("sha512:"))
      throw new UserError(`input \`${input}\` pins ${JSON.stringify(text)} by SHA-512; write its sha256: digest`);
    const written = tag ?? (pin === undefined ? String(schema) : undefined);
    return {
      text: printReference({ registry, repository, tag: written, digest: pin }),
      registry,
      repository,
      reference: pin ?? written!,
      pin,
    };
  });
}

function referenceOf(text: string, input: string): ReturnType<typeof parseReference> {
  try {
    return parseReference(text);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(`input \`${input}\`: ${error.message}`);
  }
}
