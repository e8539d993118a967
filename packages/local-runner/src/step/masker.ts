/**
 * Hides secrets in what a run shows: each value, each of its lines, and the forms that the runner knows too (SecretMasker, ValueEncoders.cs): base64
 * in its three shifts, URI, JSON and XML escapes. As on GitHub it works only on later output, and there is no shortest length.
 */
export class Masker {
  readonly #values = new Set<string>();

  add(secret: string): void {
    for (const value of [secret, ...secret.split(/\r?\n/)].map((part) => part.trim())) {
      if (value === "") continue;
      this.#values.add(value);
      for (const encoded of encodings(value)) if (encoded.length >= MIN_ENCODED) this.#values.add(encoded);
    }
  }

  mask(text: string): string {
    let masked = text;
    // The longest first: a secret that holds another one must go as a whole.
    for (const value of [...this.#values].sort((a, b) => b.length - a.length)) masked = masked.replaceAll(value, "***");
    return masked;
  }
}

/** An encoding of a very short secret would hide ordinary text. */
const MIN_ENCODED = 4;

function encodings(value: string): string[] {
  const bytes = Buffer.from(value);
  const shifted = [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString("base64")
      .replaceAll("=", "");
    // The first and last characters also depend on the bytes around the secret.
    return encoded.slice(shift === 0 ? 0 : shift + 1, (bytes.length + shift) % 3 === 0 ? undefined : -1);
  });
  const json = JSON.stringify(value).slice(1, -1);
  const xml = value.replace(
    /[&<>"']/g,
    (character) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" })[character]!,
  );
  return [...shifted, encodeURIComponent(value), json, xml].filter((encoded) => encoded !== value);
}
