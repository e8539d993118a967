/** Wrong inputs of one image, gathered so that all are named at once, in the form of kit's reader: ``input `x` …; write …``. */
export class Problems {
  readonly all: string[] = [];
  readonly #image: string | undefined;

  /** @param image its name, if the step has several. */
  constructor(image?: string) {
    this.#image = image;
  }

  /** @param found a clause. @param remedy what to do instead, in the imperative. */
  add(input: string, found: string, remedy: string): void {
    this.all.push(`${this.#place(input)}: ${found}; ${remedy}`);
  }

  /** A value that cannot be used. @param text the value, untrusted. */
  wrong(input: string, text: string, remedy: string): void {
    this.all.push(`${this.#place(input)} is ${shown(text)}; ${remedy}`);
  }

  #place(input: string): string {
    return this.#image === undefined ? `input \`${input}\`` : `input \`targets\`, \`${this.#image}\`, \`${input}\``;
  }
}

/** Untrusted text in a message: one line, not endless, in backquotes. */
export function shown(text: string): string {
  const line = text.replace(/[\u0000-\u001f\u007f-\u009f`\u2028\u2029]+/g, " ");
  return `\`${line.length > 80 ? `${line.slice(0, 80)}…` : line}\``;
}
