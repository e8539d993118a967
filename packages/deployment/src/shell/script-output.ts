/** How a script ended, by its own host's words. */
export type ReportedEnd =
  | { readonly kind: "exited"; readonly exitCode: number }
  | { readonly kind: "stopped"; readonly isEnded: boolean }
  /** The host lacks a program that every script needs. */
  | { readonly kind: "unfit"; readonly program: string };

/** Lines of a script's end that reports show. */
export const TAIL_LINES = 50;
const TAIL_LINE_CHARACTERS = 2000;
/** Of facts, in characters: what a host says is untrusted and may be endless. */
const MAX_FACTS = 256 * 1024;
const MAX_FACT_NAMES = 1000;

/** Reads the lines that come from a host: those of the script, and between them facts and its end. */
export class ScriptOutput {
  /** Reported by `fact NAME VALUE`; the last value of a name counts. */
  readonly #facts = new Map<string, string>();
  readonly #tail: string[] = [];
  readonly #nonce: string;
  readonly #onLine: (line: string) => void;
  #size = 0;
  #end: ReportedEnd | undefined;
  #hasStarted = false;

  /** @param onLine gets the script's own lines. */
  constructor(nonce: string, onLine: (line: string) => void = () => undefined) {
    this.#nonce = nonce;
    this.#onLine = onLine;
  }

  /** Whether the host's sh runs: before, every line is the login shell's. */
  get hasStarted(): boolean {
    return this.#hasStarted;
  }

  /** Undefined until the host says that the script has ended; no line after it counts. */
  get end(): ReportedEnd | undefined {
    return this.#end;
  }

  get facts(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#facts);
  }

  /** The last lines of the script, or of the login shell where no script was started. */
  get tail(): string {
    return this.#tail.join("\n");
  }

  /** A line without its end. One that the script did not end may stand before ours. */
  line(text: string): void {
    if (this.#end !== undefined) return;
    const at = text.indexOf(`${this.#nonce} `);
    if (at < 0) this.#show(text);
    else {
      const isOurs = this.#read(text.slice(at + this.#nonce.length + 1));
      if (!isOurs) this.#show(text);
      else if (at > 0) this.#show(text.slice(0, at));
    }
  }

  #show(text: string): void {
    this.#tail.push(text.length > TAIL_LINE_CHARACTERS ? `${text.slice(0, TAIL_LINE_CHARACTERS)}…` : text);
    if (this.#tail.length > TAIL_LINES) this.#tail.shift();
    if (this.#hasStarted) this.#onLine(text);
  }

  /** @returns whether it is one of ours. */
  #read(text: string): boolean {
    const [, word, rest = ""] = /^([a-z]+)(?: (.*))?$/s.exec(text) ?? [];
    switch (word) {
      case "start":
        this.#hasStarted = true;
        // What a login shell says before is nobody's output.
        this.#tail.length = 0;
        return true;
      case "fact":
      case "more":
        return this.#readFact(word, rest);
      case "end":
        if (!/^\d{1,3}$/.test(rest)) return false;
        this.#end = { kind: "exited", exitCode: Number(rest) };
        return true;
      case "stopped":
        this.#end = { kind: "stopped", isEnded: rest === "ended" };
        return true;
      case "unfit":
        this.#end = { kind: "unfit", program: rest };
        return true;
      default:
        return false;
    }
  }

  #readFact(word: "fact" | "more", text: string): boolean {
    const [, name, value = ""] = /^([A-Za-z0-9._-]{1,100})(?: (.*))?$/s.exec(text) ?? [];
    if (name === undefined) return false;
    this.#size += value.length + 1;
    if (this.#size > MAX_FACTS || (this.#facts.size >= MAX_FACT_NAMES && !this.#facts.has(name))) return true;
    this.#facts.set(name, word === "fact" ? value : `${this.#facts.get(name) ?? ""}\n${value}`);
    return true;
  }
}
