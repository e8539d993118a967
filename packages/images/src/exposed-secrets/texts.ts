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
const ENCODED_WORD = new RegExp(`[A-Za-z0-9+/_-]{${MIN_ENCODED_CHARACTERS},}={0,2}`, "g");

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

/** The words of a text that are base64 of a text: `DOCKER_AUTH_CONFIG=eyJhdXRocyI6...`. */
function base64Decoded(text: string): string | undefined {
  if (text.length < MIN_ENCODED_CHARACTERS) return undefined;
  const words = [...text.matchAll(ENCODED_WORD)].flatMap(([word]) => {
    // Most long words are digests.
    if (/^[0-9a-f]+$/.test(word)) return [];
    const decoded = Buffer.from(word, "base64").toString();
    return decoded.includes("\ufffd") ? [] : [decoded];
  });
  return words.length === 0 ? undefined : words.join("\n");
}
