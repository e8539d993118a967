/**
 * The short name of a Rust function from its mangled symbol (RFC 2603, "v0"), which is what `rustc -C
 * instrument-coverage` writes into LCOV: `_RNvMNtCs6xxl_1a6parserNtB2_6Parser5parse` is `Parser::parse`. A closure has
 * the name of the function around it; generic arguments, modules and crates are left out.
 *
 * @returns undefined for anything that is not such a symbol, or that has parts which no function of ordinary code has.
 */
export function rustFunctionName(symbol: string): string | undefined {
  if (!symbol.startsWith("_R")) return undefined;
  const reader = new SymbolReader(symbol.slice(2));
  try {
    return reader.path().name;
  } catch (error) {
    if (error instanceof UnreadableSymbol) return undefined;
    throw error;
  }
}

class UnreadableSymbol extends Error {}

/** What a path is called. Of an implementation that is the type's name, which goes in front of the method's. */
interface Path {
  readonly name: string | undefined;
  readonly isImplementation: boolean;
}

/** A back reference costs a few bytes and repeats much: the work is limited, not the length. */
const MAX_STEPS = 2000;

/** Reads the grammar of RFC 2603. Positions of back references count from the byte behind `_R`. */
class SymbolReader {
  readonly #text: string;
  #at = 0;
  #steps = 0;

  constructor(text: string) {
    this.#text = text;
  }

  path(): Path {
    switch (this.#next()) {
      case "C":
        return { name: this.#identifier(), isImplementation: false };
      case "M":
        this.#implementationPath();
        return { name: this.#type(), isImplementation: true };
      case "X": {
        this.#implementationPath();
        const name = this.#type();
        this.path();
        return { name, isImplementation: true };
      }
      case "Y": {
        const name = this.#type();
        this.path();
        return { name, isImplementation: true };
      }
      case "N":
        return this.#nestedPath();
      case "I": {
        const path = this.path();
        while (!this.#skip("E")) this.#genericArgument();
        return path;
      }
      case "B":
        return this.#backReference(() => this.path());
      default:
        throw new UnreadableSymbol();
    }
  }

  /** Namespaces in capital letters are compiler-made: closures (`C`) and shims (`S`). */
  #nestedPath(): Path {
    const isCompilerMade = /[A-Z]/.test(this.#next());
    const parent = this.path();
    const identifier = this.#identifier();
    if (isCompilerMade) return parent;
    const owner = parent.isImplementation ? parent.name : undefined;
    return { name: owner === undefined ? identifier : `${owner}::${identifier}`, isImplementation: false };
  }

  #implementationPath(): void {
    if (this.#skip("s")) this.#base62();
    this.path();
  }

  /** @returns the last name of a path; other types have none. */
  #type(): string | undefined {
    const tag = this.#next();
    if (/[a-z]/.test(tag)) return undefined;
    switch (tag) {
      case "R":
      case "Q":
        if (this.#skip("L")) this.#base62();
        return this.#type();
      case "P":
      case "O":
      case "S":
        this.#type();
        return undefined;
      case "A":
        this.#type();
        this.#constant();
        return undefined;
      case "T":
        while (!this.#skip("E")) this.#type();
        return undefined;
      case "F":
        this.#functionSignature();
        return undefined;
      case "D":
        this.#traitObject();
        return undefined;
      case "B":
        return this.#backReference(() => this.#type());
      default:
        this.#at--;
        return this.path().name;
    }
  }

  #functionSignature(): void {
    if (this.#skip("G")) this.#base62();
    this.#skip("U");
    if (this.#skip("K") && !this.#skip("C")) this.#identifier();
    while (!this.#skip("E")) this.#type();
    this.#type();
  }

  #traitObject(): void {
    if (this.#skip("G")) this.#base62();
    while (!this.#skip("E")) {
      this.path();
      while (this.#skip("p")) {
        this.#identifier();
        this.#type();
      }
    }
    if (this.#skip("L")) this.#base62();
  }

  #genericArgument(): void {
    if (this.#skip("L")) this.#base62();
    else if (this.#skip("K")) this.#constant();
    else this.#type();
  }

  /** Only constants that are numbers, `bool` or `char`, or `p` for one that is not told. */
  #constant(): void {
    if (this.#skip("B")) {
      this.#base62();
      return;
    }
    if (this.#skip("p")) return;
    if (!/[a-z]/.test(this.#next())) throw new UnreadableSymbol();
    this.#skip("n");
    while (!this.#skip("_")) if (!/[0-9a-f]/.test(this.#next())) throw new UnreadableSymbol();
  }

  #identifier(): string {
    if (this.#skip("s")) this.#base62();
    // Punycode.
    if (this.#skip("u")) throw new UnreadableSymbol();
    const length = /^(?:0|[1-9]\d{0,3})/.exec(this.#text.slice(this.#at, this.#at + 4))?.[0];
    if (length === undefined) throw new UnreadableSymbol();
    this.#at += length.length;
    this.#skip("_");
    const end = this.#at + Number(length);
    if (end > this.#text.length) throw new UnreadableSymbol();
    const identifier = this.#text.slice(this.#at, end);
    this.#at = end;
    return identifier;
  }

  #backReference<Result>(read: () => Result): Result {
    const start = this.#at - 1;
    const target = this.#base62();
    if (target >= start) throw new UnreadableSymbol();
    const after = this.#at;
    this.#at = target;
    const result = read();
    this.#at = after;
    return result;
  }

  /** `_` is 0, and the digits before it are one less than the number. */
  #base62(): number {
    if (this.#skip("_")) return 0;
    let value = 0;
    while (!this.#skip("_")) {
      const digit = BASE_62.indexOf(this.#next());
      if (digit === -1) throw new UnreadableSymbol();
      value = value * 62 + digit;
    }
    return value + 1;
  }

  #skip(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }

  #next(): string {
    const character = this.#text[this.#at];
    if (character === undefined || this.#steps++ > MAX_STEPS) throw new UnreadableSymbol();
    this.#at++;
    return character;
  }
}

const BASE_62 = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
