import type { JsonValue } from "@jessy-actions/reading/json";

/** A text in a JSON document, and the way to it. */
export interface PlacedText {
  readonly path: readonly (string | number)[];
  readonly text: string;
  /** Whether it is the name of a member and not its value. */
  readonly isName: boolean;
}

/** Every text of a document: values, and the names of members. */
export function* textsOf(root: JsonValue): Iterable<PlacedText> {
  yield* walk(root.raw, []);
}

function* walk(value: unknown, path: readonly (string | number)[]): Iterable<PlacedText> {
  if (typeof value === "string") yield { path, text: value, isName: false };
  else if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at++) yield* walk(value[at], [...path, at]);
  } else if (typeof value === "object" && value !== null) {
    for (const [name, member] of Object.entries(value)) {
      yield { path: [...path, name], text: name, isName: true };
      yield* walk(member, [...path, name]);
    }
  }
}

/** BuildKit keeps whole Dockerfiles in base64 in a provenance; shorter texts are names and digests. */
const MIN_ENCODED_CHARACTERS = 40;
const MAX_ENCODED_CHARACTERS = 8_000_000;

/** A text as it stands, or with its own encoding undone. */
export interface Reading {
  readonly text: string;
  readonly encoding: "plain" | "URL-encoded" | "base64";
}

export function readingsOf(text: string): readonly Reading[] {
  const [url, base64] = [urlDecoded(text), base64Decoded(text)];
  return [
    { text, encoding: "plain" },
    ...(url === undefined ? [] : [{ text: url, encoding: "URL-encoded" } as const]),
    ...(base64 === undefined ? [] : [{ text: base64, encoding: "base64" } as const]),
  ];
}

function urlDecoded(text: string): string | undefined {
  if (!text.includes("%")) return undefined;
  // ASCII alone: what is wrong in one place must not hide what is right in another.
  const decoded = text.replace(/(?:%[0-7][0-9A-Fa-f])+/g, (codes) => decodeURIComponent(codes));
  return decoded === text ? undefined : decoded;
}

function base64Decoded(text: string): string | undefined {
  if (text.length < MIN_ENCODED_CHARACTERS || text.length > MAX_ENCODED_CHARACTERS) return undefined;
  // Most long words without a blank are digests.
  if (!/^\s*[A-Za-z0-9+/_-]+={0,2}\s*$/.test(text) || /^[0-9a-f]+$/.test(text)) return undefined;
  const decoded = Buffer.from(text, "base64").toString();
  return decoded.includes("\ufffd") ? undefined : decoded;
}
