/** How text is read as comma-separated values. */
export interface CsvRules {
  /** A quote inside a field is an ordinary character, instead of an error. */
  readonly relaxedQuotes: boolean;
  /** Lines whose first character other than blanks is `#` are left out. */
  readonly comments: boolean;
  /** Whether `"` may enclose a field that holds commas, quotes (doubled) or line breaks. */
  readonly quotes: boolean;
}

/** Text that is not CSV. The message is a sentence's end, after what the text is called. */
export class CsvError extends Error {
  override readonly name = "CsvError";
}

/**
 * Reads records of comma-separated fields as the CSV reader of docker's actions does (csv-parse with relaxed column
 * counts and empty lines skipped), in time linear to the text. A line ends with LF, CR LF or CR, whatever the first one
 * ended with; csv-parse takes the first line's ending for all.
 *
 * @throws CsvError
 */
export function readCsv(text: string, rules: CsvRules): readonly (readonly string[])[] {
  return new CsvReader(text, rules).read();
}

class CsvReader {
  readonly #text: string;
  readonly #rules: CsvRules;
  readonly #records: string[][] = [];
  #record: string[] = [];
  #at = 0;
  #line = 1;

  constructor(text: string, rules: CsvRules) {
    this.#text = text;
    this.#rules = rules;
  }

  read(): readonly (readonly string[])[] {
    while (this.#at < this.#text.length) {
      if (this.#record.length === 0 && this.#skipLine()) continue;
      this.#record.push(this.#field());
      if (this.#text[this.#at] === ",") this.#comma();
      else this.#endRecord();
    }
    return this.#records;
  }

  /** Leaves out an empty line or a comment. */
  #skipLine(): boolean {
    const start = /[ \t]*/y;
    start.lastIndex = this.#at;
    const blanks = start.exec(this.#text)![0].length;
    const isComment = this.#rules.comments && this.#text[this.#at + blanks] === "#";
    if (isComment) this.#at = this.#lineEnd(this.#at);
    else if (this.#breakAt(this.#at) === 0) return false;
    this.#at += this.#breakAt(this.#at);
    this.#line++;
    return true;
  }

  /** The comma before the end of the text or line stands before an empty field. */
  #comma(): void {
    this.#at++;
    if (this.#at < this.#text.length) return;
    this.#record.push("");
    this.#endRecord();
  }

  #endRecord(): void {
    this.#records.push(this.#record);
    this.#record = [];
    this.#at += this.#breakAt(this.#at);
    this.#line++;
  }

  #field(): string {
    if (!this.#rules.quotes || this.#text[this.#at] !== '"') return this.#plain(this.#at);
    const start = this.#at;
    const line = this.#line;
    let value = "";
    for (let at = start + 1; ; ) {
      const quote = this.#text.indexOf('"', at);
      if (quote === -1)
        throw new CsvError(`has a quote on line ${line} that is never closed; write """" for one quote`);
      value += this.#text.slice(at, quote);
      this.#line += breaksIn(this.#text.slice(at, quote));
      if (this.#text[quote + 1] === '"') {
        value += '"';
        at = quote + 2;
        continue;
      }
      return this.#closed(value, quote + 1);
    }
  }

  /** After a closing quote comes a comma or the end of the line; else the quotes are part of the field, where that is allowed. */
  #closed(value: string, at: number): string {
    this.#at = at;
    const next = this.#text[at];
    if (next === undefined || next === "," || this.#breakAt(at) > 0) return value;
    // csv-parse ends the quotes before the sign of a comment too.
    if (this.#rules.comments && next === "#") {
      if (value !== "" || this.#record.length > 0) return `${value}${this.#plain(at)}`;
      this.#at = this.#lineEnd(at);
      return value;
    }
    if (!this.#rules.relaxedQuotes) {
      throw new CsvError(`has ${JSON.stringify(next)} after a closing quote; put the quotes around the whole part`);
    }
    return `"${value}"${this.#plain(at)}`;
  }

  #plain(start: number): string {
    const end = /[,\r\n]/g;
    end.lastIndex = start;
    this.#at = end.exec(this.#text)?.index ?? this.#text.length;
    const value = this.#text.slice(start, this.#at);
    if (this.#rules.quotes && !this.#rules.relaxedQuotes && value.includes('"')) {
      throw new CsvError(
        `has a quote inside ${JSON.stringify(value.slice(0, 100))}; put the quotes around the whole part`,
      );
    }
    return value;
  }

  #lineEnd(start: number): number {
    const end = /[\r\n]/g;
    end.lastIndex = start;
    return end.exec(this.#text)?.index ?? this.#text.length;
  }

  /** Characters of the line break that stands there. */
  #breakAt(at: number): number {
    if (this.#text[at] === "\n") return 1;
    if (this.#text[at] === "\r") return this.#text[at + 1] === "\n" ? 2 : 1;
    return 0;
  }
}

function breaksIn(text: string): number {
  return text.split(/\r\n|\n|\r/).length - 1;
}
