import { type SecretEncoding, type SecretForm, secretForms } from "@jessy-actions/reading/secret-forms";
import { holdsForm, SecretSearch } from "@jessy-actions/reading/secret-search";

/** A secret that the run knows: a build secret, a password, a token. */
export interface KnownSecret {
  /** How findings call it. It is not secret itself. */
  readonly name: string;
  readonly value: string;
}

export interface ValueSearch {
  readonly secret: KnownSecret;
  readonly forms: readonly SecretForm[];
}

/** All secrets of a run, looked for together: a key has hundreds of lines, and an SBOM megabytes. */
export class KnownValues {
  readonly #all: readonly ValueSearch[];
  readonly #search = new SecretSearch("whole");

  constructor(secrets: readonly KnownSecret[]) {
    this.#all = secrets.map((secret) => ({ secret, forms: secretForms(secret.value) }));
    for (const { value } of secrets) this.#search.add(value);
  }

  /** Names of secrets whose values are too short or too even to be told from ordinary text. */
  get notSearched(): readonly string[] {
    return this.#all.filter(({ forms }) => forms.length === 0).map(({ secret }) => secret.name);
  }

  /** The secrets, with those forms alone that a text holds: a cheap look at all texts of a document at once. */
  possible(text: string): readonly ValueSearch[] {
    const found = new Set<string>();
    for (const { form } of this.#search.find(text)) found.add(form.text);
    if (found.size === 0) return [];
    return this.#all
      .map(({ secret, forms }) => ({ secret, forms: forms.filter((form) => found.has(form.text)) }))
      .filter(({ forms }) => forms.length > 0);
  }
}

/** The form in which a text holds the secret, if it does. */
export function findValue(text: string, { forms }: ValueSearch): SecretEncoding | undefined {
  return forms.find((form) => holdsForm(text, form))?.encoding;
}
