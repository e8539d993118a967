import { KeyError } from "./key-error.ts";

/** One PEM block: its label, and itself in the form that OpenSSL reads. */
export interface Pem {
  readonly label: string;
  readonly text: string;
  /** The decoded content; empty for the older encrypted form, which has headers before it. */
  readonly content: Buffer;
}

/** Keys have up to some kB, and certificate chains more. */
export const MAX_PEM_CHARACTERS = 100_000;

const BLOCK = /-----BEGIN ([A-Z0-9 ]{1,60})-----((?:[^-]|-(?!----))*)-----END \1-----/;

/**
 * Reads the first PEM block of a text, however it came through a secret or a variable: with `\r\n`, with the two
 * characters `\n` for a line break, indented, or all in one line.
 *
 * @throws KeyError
 */
export function readPem(text: string): Pem {
  if (text.trim() === "") throw new KeyError("missing", "the key is empty");
  if (text.length > MAX_PEM_CHARACTERS) {
    throw new KeyError("not-a-key", `the key has more than ${MAX_PEM_CHARACTERS} characters`);
  }
  const [, label, body] = BLOCK.exec(text.replaceAll("\\r", "").replaceAll("\\n", "\n")) ?? [];
  if (label === undefined || body === undefined) {
    throw new KeyError("not-a-key", "the key is not PEM: it has no lines `-----BEGIN …-----` and `-----END …-----`");
  }
  if (body.includes(":")) {
    const lines = body.split(/\r?\n/).map((line) => line.trim());
    return { label, text: block(label, lines.join("\n").trim()), content: Buffer.alloc(0) };
  }
  const base64 = body.replace(/\s+/g, "");
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) throw new KeyError("damaged", "the key's content is not valid base64");
  return {
    label,
    text: block(label, base64.match(/.{1,64}/g)!.join("\n")),
    content: Buffer.from(base64, "base64"),
  };
}

function block(label: string, body: string): string {
  return `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`;
}
