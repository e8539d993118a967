import { MIN_SECRET_CHARACTERS } from "@jessy-actions/reading/secret-forms";
import { type SecretHit, SecretSearch } from "@jessy-actions/reading/secret-search";

/** What stands where a secret stood, as in the runner's own log. */
export const HIDDEN = "***";

/**
 * The values that the run was told to hide, and texts without them: as they are, in base64, URL, hexadecimal and JSON
 * forms, line by line if they have several, and cut off at the end. The runner hides them in what it shows itself; a
 * result file, an artifact of it, or a comment is not shown by the runner.
 *
 * Values of fewer than six characters stay: `true` or `main` would hide half of a report, and nothing would be safer.
 */
export class Redaction {
  readonly #search = new SecretSearch("beginnings");

  add(secret: string): void {
    if (secret.trim().length >= MIN_SECRET_CHARACTERS) this.#search.add(secret);
  }

  holdsSecret(text: string): boolean {
    for (const _ of this.#search.find(text)) return true;
    return false;
  }

  redact(text: string): string {
    return replaced(text, spansOf(this.#search.find(text)), text.length).text;
  }

  /**
   * Plain data with every text in it redacted; the same object when nothing is secret. The name of a member that is one
   * word is a field of ours, and stays whatever the password is.
   */
  redactData<Data>(data: Data): Data {
    return this.#search.isEmpty ? data : (this.#redacted(data) as Data);
  }

  #redacted(value: unknown): unknown {
    if (typeof value === "string") return this.redact(value);
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) {
      const items = value.map((item) => this.#redacted(item));
      return items.every((item, at) => item === value[at]) ? value : items;
    }
    if (!isPlain(value)) return value;
    const entries = Object.entries(value);
    const redacted = entries.map(([name, member]): [string, unknown] => [
      /^[A-Za-z]+$/.test(name) ? name : this.redact(name),
      this.#redacted(member),
    ]);
    const isSame = redacted.every(([name, member], at) => name === entries[at]![0] && member === entries[at]![1]);
    return isSame ? value : Object.fromEntries(redacted);
  }

  /** A file's content. Bytes are searched as they are, and a secret that two pieces share is found, too. */
  redactContent<Content extends string | Uint8Array | Iterable<string | Uint8Array>>(
    content: Content,
  ): string | Uint8Array | Iterable<string | Uint8Array> {
    if (this.#search.isEmpty) return content;
    if (typeof content === "string") return this.redact(content);
    return this.#pieces(content instanceof Uint8Array ? [content] : content);
  }

  *#pieces(content: Iterable<string | Uint8Array>): Iterable<Uint8Array> {
    let rest = "";
    for (const piece of content) {
      const text =
        rest +
        (typeof piece === "string"
          ? Buffer.from(piece)
          : Buffer.from(piece.buffer, piece.byteOffset, piece.length)
        ).toString("latin1");
      const { text: done, end } = this.#done(text, text.length - this.#search.longest);
      if (done !== "") yield Buffer.from(done, "latin1");
      rest = text.slice(end);
    }
    if (rest !== "") yield Buffer.from(this.#done(rest, rest.length).text, "latin1");
  }

  /** Up to a place, and up to the end of a secret that begins before it. */
  #done(text: string, until: number): { readonly text: string; readonly end: number } {
    if (until <= 0) return { text: "", end: 0 };
    // Forms are texts, and these are bytes.
    return replaced(text, spansOf(this.#search.find(text)), until);
  }
}

type Span = readonly [start: number, end: number];

/** Hits that overlap or touch are one. */
function spansOf(hits: Iterable<SecretHit>): readonly Span[] {
  const spans: [number, number][] = [];
  for (const { start, end } of hits) {
    const last = spans.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else spans.push([start, end]);
  }
  return spans;
}

function replaced(
  text: string,
  spans: readonly Span[],
  until: number,
): { readonly text: string; readonly end: number } {
  let done = "";
  let at = 0;
  for (const [start, end] of spans) {
    if (start >= until) break;
    done += text.slice(at, start) + HIDDEN;
    at = end;
  }
  if (at >= until) return { text: done, end: at };
  return { text: done + text.slice(at, until), end: until };
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
