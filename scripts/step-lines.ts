/** What a step came to. */
export interface StepOutcome {
  readonly passed: boolean;
  /** Plain text, in a line. */
  readonly text: string;
  /** Lines of text to show below it. */
  readonly details?: string;
}

/** Where lines go: standard output, or a test. */
export type LineStream = Pick<NodeJS.WriteStream, "isTTY" | "write">;

/** One line a step: mark and word, name, what it came to, seconds. In a terminal the line of a running step shows its time. */
export class StepLines {
  readonly #stream: LineStream;
  readonly #color: boolean;
  readonly #verdicts: string[] = [];

  constructor(stream: LineStream = process.stdout) {
    this.#stream = stream;
    this.#color = stream.isTTY === true && process.env.NO_COLOR === undefined;
  }

  say(text: string): void {
    this.#stream.write(`${text}\n`);
  }

  /** @returns whether the step passed. */
  async step(name: string, run: () => Promise<StepOutcome>): Promise<boolean> {
    const start = performance.now();
    const seconds = (): string => `${((performance.now() - start) / 1000).toFixed(1)} s`;
    const show = (): void => this.#redraw(`… ${name}  ${seconds()}`);
    show();
    const clock = setInterval(show, 1000);
    try {
      const { passed, text, details } = await run();
      this.#redraw("");
      const verdict = passed ? this.#paint("32", "✓ pass") : this.#paint("31", "✗ fail");
      const line = `${verdict}  ${name.padEnd(NAME_COLUMNS)}  ${text}  ${this.#paint("2", seconds())}`;
      this.#verdicts.push(line);
      this.say(line);
      if (details !== undefined) this.say(`\n${details.trim()}\n`);
      return passed;
    } finally {
      clearInterval(clock);
    }
  }

  /** The lines of all steps once more, after what was shown between them. */
  repeat(): void {
    for (const line of this.#verdicts) this.say(line);
  }

  /** Only a terminal can take back what it shows. */
  #redraw(text: string): void {
    if (this.#stream.isTTY === true) this.#stream.write(`\r${CLEAR_LINE}${text}`);
  }

  #paint(code: string, text: string): string {
    return this.#color ? `\u001b[${code}m${text}\u001b[0m` : text;
  }
}

/** As many as the longest name of an action has. */
const NAME_COLUMNS = 17;

/** From the cursor on (ECMA-48, EL). */
const CLEAR_LINE = "\u001b[K";
