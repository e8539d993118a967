import { getInput } from "@actions/core";
import { compareDecimals, type Decimal, parseDecimal } from "@jessy-actions/reading/decimal";
import { patternProblem } from "@jessy-actions/reading/globs";
import { nearest } from "@jessy-actions/reading/nearest";
import { UserError, UserErrors } from "@jessy-actions/reading/user-error";
import { revealInvisible } from "../report/escape.ts";

/**
 * Reads the inputs of an action from its environment and remembers everything that is wrong with them: `finish` throws one error
 * that names all of it. A getter whose input is wrong returns a harmless value; nobody sees it, because `finish` throws.
 */
export class InputReader {
  readonly #environment: Readonly<Record<string, string | undefined>>;
  readonly #read: (name: string, options?: { readonly trimWhitespace: boolean }) => string;
  readonly #problems: string[] = [];
  readonly #known = new Set<string>();
  readonly #written = new Map<string, string>();
  readonly #confidential = new Set<string>();

  /** The inputs of this step, as @actions/core reads them. */
  static ofStep(): InputReader {
    return new InputReader(process.env, getInput);
  }

  /** @param read gets one input's value; by default it is read as core does it, from an environment that need not be the process's. */
  constructor(
    environment: Readonly<Record<string, string | undefined>>,
    read = (name: string, { trimWhitespace } = { trimWhitespace: true }) => {
      const value = environment[environmentName(name)] ?? "";
      return trimWhitespace ? value.trim() : value;
    },
  ) {
    this.#environment = environment;
    this.#read = read;
  }

  /** The trimmed value; an input that is not set is empty, as the runner hands it over. */
  string(name: string): string {
    this.#known.add(environmentName(name));
    const value = this.#read(name);
    this.#written.set(name, value);
    return value;
  }

  /**
   * As it was written, blanks and line ends at its ends included: a key without its last newline is another key. It may
   * hold secrets, so no log shows it.
   */
  verbatim(name: string): string {
    this.#known.add(environmentName(name));
    this.#confidential.add(name);
    const value = this.#read(name, { trimWhitespace: false });
    this.#written.set(name, value);
    return value;
  }

  /** Undefined when the input is empty. */
  optional(name: string): string | undefined {
    const value = this.string(name);
    return value === "" ? undefined : value;
  }

  required(name: string, example: string): string {
    const value = this.string(name);
    if (value === "") this.problem(name, `is missing; write, for example, ${quote(`${name}: ${example}`)}`);
    return value;
  }

  /** `true`, `True`, `TRUE`, `false`, `False` or `FALSE` (YAML 1.2 core schema). */
  boolean(name: string, fallback: boolean): boolean {
    const value = this.string(name);
    if (value === "") return fallback;
    if (/^(?:true|True|TRUE)$/.test(value)) return true;
    if (/^(?:false|False|FALSE)$/.test(value)) return false;
    this.wrong(name, value, "`true` or `false`");
    return fallback;
  }

  integer(name: string, range: { readonly min: number; readonly max: number }, fallback: number): number {
    const value = this.string(name);
    if (value === "") return fallback;
    const number = /^-?\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
    if (number >= range.min && number <= range.max) return number;
    this.wrong(name, value, `a whole number from ${range.min} to ${range.max}`);
    return fallback;
  }

  /** `80`, `80.5` or `80.5%`, from 0 to 100, exactly as written. */
  percentage(name: string): Decimal | undefined {
    return this.#decimal(name, /\s*%$/, "a percentage from 0 to 100 such as `80` or `80.5`");
  }

  /** `0.5`, `0.5pp` or `0.5 points`: a difference of two percentages, from 0 to 100. */
  percentagePoints(name: string): Decimal | undefined {
    return this.#decimal(name, /\s*(?:pp|%|points?)$/, "percentage points from 0 to 100 such as `0` or `0.5`");
  }

  enumeration<const Values extends readonly string[]>(
    name: string,
    values: Values,
    fallback: Values[number],
  ): Values[number] {
    const value = this.string(name);
    if (value === "") return fallback;
    if (values.includes(value)) return value;
    const near = nearest(value, values);
    this.wrong(
      name,
      value,
      near === undefined ? `one of ${values.join(", ")}` : `${quote(near)} (one of ${values.join(", ")})`,
    );
    return fallback;
  }

  /** `90s`, `5m`, `1h30m`, `3d`, `250ms`. @returns milliseconds. */
  duration(name: string, fallback: number): number {
    const value = this.string(name);
    if (value === "") return fallback;
    const match = /^(?:(\d{1,4})d)?\s*(?:(\d{1,6})h)?\s*(?:(\d{1,6})m)?\s*(?:(\d{1,9})s)?\s*(?:(\d{1,9})ms)?$/.exec(
      value,
    );
    if (match === null) {
      this.wrong(name, value, "a duration such as `90s`, `5m` or `1h30m`");
      return fallback;
    }
    const [days, hours, minutes, seconds, milliseconds] = match.slice(1).map((part) => Number(part ?? 0));
    return (((days! * 24 + hours!) * 60 + minutes!) * 60 + seconds!) * 1000 + milliseconds!;
  }

  /** One item a line. Blank lines and lines that begin with `#` do not count; an item in quotes is taken literally. */
  list(name: string): readonly string[] {
    return this.string(name)
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map(
        (line) =>
          /^"(.*)"$|^'(.*)'$/
            .exec(line)
            ?.slice(1)
            .find((part) => part !== undefined) ?? line,
      );
  }

  /** One glob a line, each checked. */
  globs(name: string): readonly string[] {
    const patterns = this.list(name);
    for (const pattern of patterns) this.checkGlob(name, pattern);
    return patterns;
  }

  /** For a glob that is only a part of an input's line. */
  checkGlob(name: string, pattern: string): void {
    const problem = patternProblem(pattern);
    if (problem !== undefined) this.problem(name, `has the pattern ${quote(pattern)}, which ${problem}`);
  }

  /**
   * Some of a few known words, between blanks, commas or newlines; comments as in `list`. Each once, in the order they are written.
   *
   * @param alone a word that stands for none of them, and only by itself, such as `never`.
   * @returns undefined when the input is empty.
   */
  words<const Word extends string>(name: string, known: readonly Word[], alone?: string): readonly Word[] | undefined {
    const words = this.list(name).flatMap((line) => line.split(/[\s,]+/).filter((word) => word !== ""));
    if (words.length === 0) return undefined;
    if (words.length === 1 && words[0] === alone) return [];
    for (const word of words) {
      if ((known as readonly string[]).includes(word)) continue;
      if (word === alone) {
        this.wrong(name, word, `${quote(alone)} alone, or leave it out`);
        continue;
      }
      const near = nearest(word, known);
      const some = `some of ${known.join(", ")}${alone === undefined ? "" : `, or ${quote(alone)} alone`}`;
      this.wrong(name, word, near === undefined ? some : `${quote(near)} (${some})`);
    }
    return [...new Set(words as Word[])];
  }

  /** Where an action works, relative to the workspace; `.` when the input is empty. */
  workingDirectory(): string {
    return this.string("working-directory") || ".";
  }

  /** An input that now has another name: set, it is an error that says the new one, instead of being ignored. */
  renamed(oldName: string, newName: string): void {
    if (this.string(oldName) !== "")
      this.problem(oldName, `is now called ${quote(newName)}; rename it in the workflow`);
  }

  /**
   * What a package reads from inputs and refuses by itself: its problems join the others.
   *
   * @param name of the input, where the package does not know it.
   */
  adopt<T>(read: () => T, fallback: T, name?: string): T {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const problems = error instanceof UserErrors ? error.problems : [error.message];
      this.#problems.push(...problems.map((text) => (name === undefined ? text : `input ${quote(name)}: ${text}`)));
      return fallback;
    }
  }

  /** At most one of these inputs may be set. */
  exclusive(...names: readonly string[]): void {
    const set = names.filter((name) => this.string(name) !== "");
    if (set.length > 1)
      this.#problems.push(`inputs ${set.map(quote).join(" and ")} exclude each other; set only one of them`);
  }

  /** A problem with one input that only the action itself can see. */
  problem(name: string, text: string): void {
    this.#problems.push(`input ${quote(name)} ${text}`);
  }

  /** A value that cannot be used, and what to write instead. */
  wrong(name: string, found: string, expected: string): void {
    this.problem(name, `is ${quote(found)}; write ${expected}`);
  }

  /** Inputs that nobody asked for but that look like a typing error of one that was: complete once every input was read. */
  get warnings(): readonly string[] {
    const known = [...this.#known];
    return Object.keys(this.#environment)
      .filter((key) => key.startsWith("INPUT_") && !this.#known.has(key))
      .flatMap((key) => {
        const near = nearest(key, known);
        return near === undefined
          ? []
          : [`there is no input ${quote(inputName(key))}; did you mean ${quote(inputName(near))}?`];
      });
  }

  /** The inputs that were read and are set, one line each for the debug log; what may be a secret is only said to be set. */
  get described(): readonly string[] {
    return [...this.#written]
      .filter(([, value]) => value !== "")
      .map(([name, value]) => `input ${name}: ${this.#isSecret(name) ? "(set)" : JSON.stringify(value)}`);
  }

  /** @throws UserErrors with everything that is wrong with the inputs, one line each. */
  finish(): void {
    if (this.#problems.length > 0) throw new UserErrors(this.#problems);
  }

  #isSecret(name: string): boolean {
    return this.#confidential.has(name) || SECRET_NAME.test(name);
  }

  #decimal(name: string, unit: RegExp, expected: string): Decimal | undefined {
    const value = this.string(name);
    if (value === "") return undefined;
    const decimal = parseDecimal(value.replace(unit, ""));
    if (decimal !== undefined && compareDecimals(decimal, HUNDRED) <= 0) return decimal;
    this.wrong(name, value, expected);
    return undefined;
  }
}

/** Inputs whose values no log shows, whether or not the runner masks them. */
const SECRET_NAME = /token|password|passphrase|secret|(?:^|-)key(?:$|-)/;

const HUNDRED: Decimal = { text: "100", numerator: 100n, denominator: 1n };

/** The runner upper-cases a name and turns blanks into `_`; hyphens stay (actions/runner, Handler.cs). */
export function environmentName(input: string): string {
  return `INPUT_${input.replaceAll(" ", "_").toUpperCase()}`;
}

function inputName(key: string): string {
  return key.slice("INPUT_".length).toLowerCase();
}

const MAX_QUOTED = 60;

/** Something that was found, on one line and not endless. */
export function quote(text: string): string {
  const line = revealInvisible(text.replace(/\s+/g, " "));
  return `\`${line.length > MAX_QUOTED ? `${line.slice(0, MAX_QUOTED - 3)}...` : line}\``;
}
