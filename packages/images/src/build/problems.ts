/** Wrong inputs of one image, gathered so that all are named at once. */
export class Problems {
  readonly all: string[] = [];
  readonly #image: string | undefined;

  /** @param image its name, if the step has several. */
  constructor(image?: string) {
    this.#image = image;
  }

  /** @param remedy what to write instead; a whole sentence. */
  add(input: string, found: string, remedy: string): void {
    const place = this.#image === undefined ? input : `targets, \`${this.#image}\`: \`${input}\``;
    this.all.push(`${place}: ${found}. ${remedy}`);
  }
}

/** Untrusted text in a message: one line, not endless, in backquotes. */
export function shown(text: string): string {
  const line = text.replace(/[\u0000-\u001f\u007f-\u009f`\u2028\u2029]+/g, " ");
  return `\`${line.length > 80 ? `${line.slice(0, 80)}…` : line}\``;
}
