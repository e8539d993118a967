import type { PlacedText } from "./texts.ts";

/** Names are cut: a place is for people. */
const MAX_NAME_CHARACTERS = 120;
const VARIABLE = /^[A-Za-z_][\w.-]*$/;

/** What must not be shown. */
export interface Secrecy {
  /** Whether a text holds a secret of either evidence. */
  readonly isSecret: (text: string) => boolean;
  /** Whether it holds a value that the run knows. */
  readonly isKnown: (text: string) => boolean;
}

/**
 * Where a text stands, in words for what people know (`environment variable NPM_TOKEN`), else as a path. A name that
 * holds a secret is not shown: a place never says what it warns of.
 */
export function placeOf({ path, text, isName }: PlacedText, { isSecret, isKnown }: Secrecy): string {
  const [first, second] = path;
  const last = path.at(-1);
  const redact = (name: string) => (isSecret(name) ? "***" : name);
  const name = (value: unknown) => short(redact(String(value)));
  const before = isName ? "the name of " : "";
  if (first === "config" && second === "Env" && typeof last === "number") {
    const [variable, value] = [text.slice(0, Math.max(0, text.indexOf("="))), text.slice(text.indexOf("=") + 1)];
    // A known value may hold a `=` itself: what stands before it is a name only if the value stands wholly behind it.
    const isNamed = VARIABLE.test(variable) && (isKnown(value) || !isKnown(text));
    return `environment variable ${isNamed ? name(variable) : last + 1}`;
  }
  if (first === "config" && second === "Labels" && path.length === 3) return `${before}label ${name(last)}`;
  if (first === "history" && typeof second === "number")
    return `history entry ${second + 1} (${name(path.slice(2).join("."))})`;
  const annotations = path.lastIndexOf("annotations");
  if (annotations !== -1 && annotations === path.length - 2) return `${before}annotation ${name(last)}`;
  const [, argument] = typeof last === "string" ? (/^build-arg:(.*)$/s.exec(last) ?? []) : [];
  if (argument !== undefined) return `${before}build argument ${name(argument)} in the provenance`;
  return `${before}${pathText(path, redact)}`;
}

function pathText(path: readonly (string | number)[], redact: (name: string) => string): string {
  const parts = path.map((part, at) => {
    if (typeof part === "number") return `[${part}]`;
    const name = short(redact(part));
    return /^\w+$/.test(name) ? `${at === 0 ? "" : "."}${name}` : `[${JSON.stringify(name)}]`;
  });
  return parts.join("");
}

function short(name: string): string {
  const visible = name.replace(/[\u0000-\u001f\u007f-\u009f]+/g, " ");
  return visible.length <= MAX_NAME_CHARACTERS ? visible : `${visible.slice(0, MAX_NAME_CHARACTERS)}…`;
}
