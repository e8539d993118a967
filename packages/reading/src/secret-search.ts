import { type SecretForm, secretForms } from "./secret-forms.ts";

/** A place in a text that holds a secret, or the beginning of one. */
export interface SecretHit {
  readonly start: number;
  readonly end: number;
  readonly form: SecretForm;
}

/** Messages cut what they quote: this many characters that begin a secret are as good as the whole of it. */
const BEGINNING = 16;

/**
 * Finds many secrets in a text in one pass. The time depends on the length of the text, and hardly on the number of
 * secrets: a key has hundreds of lines, each in ten forms, and a build writes a million lines.
 */
export class SecretSearch {
  /** By the characters that they begin with: as many as a beginning has, and fewer for shorter forms. */
  readonly #forms = new Map<number, Map<string, SecretForm[]>>();
  /** The first two characters of all forms: most places of a text begin none. */
  readonly #pairs = new Set<number>();
  readonly #known = new Set<string>();
  /** Forms whose beginning is as secret as the whole. */
  readonly #partial = new Set<string>();
  readonly #findsBeginnings: boolean;
  /** The longest form: what a text in pieces must keep of each piece. */
  longest = 0;

  /** @param parts whether the beginning of a secret counts, as a message that was cut has it. */
  constructor(parts: "whole" | "beginnings") {
    this.#findsBeginnings = parts === "beginnings";
  }

  add(secret: string): void {
    for (const form of secretForms(secret)) {
      if (this.#findsBeginnings && isSecretAtOnce(secret, form)) this.#partial.add(form.text);
      this.#addForm(form);
      // Bytes that nobody decoded are searched as one character each.
      this.#addForm({ ...form, text: Buffer.from(form.text).toString("latin1") });
    }
  }

  #addForm(form: SecretForm): void {
    if (this.#known.has(form.text)) return;
    this.#known.add(form.text);
    this.longest = Math.max(this.longest, form.text.length);
    this.#pairs.add(pairAt(form.text, 0));
    const start = form.text.slice(0, BEGINNING);
    const ofLength = this.#forms.get(start.length) ?? new Map<string, SecretForm[]>();
    this.#forms.set(start.length, ofLength);
    const group = ofLength.get(start);
    if (group === undefined) ofLength.set(start, [form]);
    else group.push(form);
  }

  get isEmpty(): boolean {
    return this.#known.size === 0;
  }

  /** In the order of their starts; they may overlap. */
  *find(text: string): Iterable<SecretHit> {
    if (this.isEmpty) return;
    for (let start = 0; start + 1 < text.length; start++) {
      if (!this.#pairs.has(pairAt(text, start))) continue;
      for (const [length, forms] of this.#forms) {
        for (const form of forms.get(text.slice(start, start + length)) ?? []) {
          const end = this.#endOf(text, start, form);
          if (end > start) yield { start, end, form };
        }
      }
    }
  }

  /** @param start where as much of a form stands as its beginning has. @returns where it ends, or the start. */
  #endOf(text: string, start: number, form: SecretForm): number {
    if (holdsAt(text, start, form)) return start + form.text.length;
    if (form.text.length <= BEGINNING || !this.#partial.has(form.text)) return start;
    let length = BEGINNING;
    while (text[start + length] === form.text[length]) length++;
    return start + length;
  }
}

/** A file of secrets begins with a line that is not secret, and its lines with names; a token or a line of a key does not. */
function isSecretAtOnce(secret: string, { text, encoding }: SecretForm): boolean {
  return encoding === "plain" && (!secret.trim().includes("\n") || /^[\w+/=~-]+$/.test(text));
}

/** No form is shorter than two characters. */
function pairAt(text: string, at: number): number {
  return text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1);
}

/** Whether a text holds a form of a secret; a short one only as a whole word. */
export function holdsForm(text: string, form: SecretForm): boolean {
  for (let at = text.indexOf(form.text); at !== -1; at = text.indexOf(form.text, at + 1))
    if (holdsAt(text, at, form)) return true;
  return false;
}

function holdsAt(text: string, start: number, { text: form, isWord }: SecretForm): boolean {
  return text.startsWith(form, start) && (!isWord || isWholeWord(text, start, start + form.length));
}

function isWholeWord(text: string, start: number, end: number): boolean {
  const around = [text[start - 1], text[end]];
  return !around.some((character) => character !== undefined && /[\p{L}\p{N}_]/u.test(character));
}
