import { CommandParser } from "../step/workflow-command.ts";

export interface ConsoleStyle {
  readonly color: boolean;
  /** Shows `::debug::` lines, as a re-run with debug logging does. */
  readonly debug?: boolean;
}

/**
 * The log of a step as a person reads it in a terminal: groups as indented headings, annotations as `error: file:line: text`, marks and
 * (unless asked for) debug lines left out.
 */
export class ConsoleLog {
  /** Beginnings of addresses that lead to nothing here; see `LocalSession.emulatedAddresses`. */
  emulated: readonly string[] = [];
  readonly #parser = new CommandParser();
  readonly #style: ConsoleStyle;
  readonly #write: (text: string) => void;
  #indent = "";

  constructor(write: (text: string) => void, style: ConsoleStyle) {
    this.#write = write;
    this.#style = style;
  }

  /** @param line of the step's log, masked. */
  line(line: string): void {
    const command = this.#parser.parse(line);
    if (command === undefined) {
      // The marks around foreign text are the runner's business.
      if (!/^::[\w-]+::/.test(line)) this.#print(line);
      return;
    }
    const { name, data, properties } = command;
    if (name === "group") {
      this.#indent = "";
      this.#print(this.#paint("1;36", `▸ ${data}`));
      this.#indent = "  ";
    } else if (name === "endgroup") this.#indent = "";
    else if (name === "debug") this.debug(data);
    else if (name === "error" || name === "warning" || name === "notice") {
      const place = [properties.get("file"), properties.get("line")].filter((part) => part !== undefined).join(":");
      this.#print(`${this.#paint(COLORS[name], `${name}:`)} ${place === "" ? "" : `${place}: `}${data}`);
    }
  }

  /** A line for those who ask for debug logging. */
  debug(text: string): void {
    if (this.#style.debug === true) this.#print(this.#paint("2", `debug: ${text}`));
  }

  #print(text: string): void {
    const shown = this.#style.color ? text : text.replace(COLOR_SEQUENCE, "");
    for (const line of this.#withoutDeadLinks(shown).split("\n"))
      this.#write(`${line === "" ? "" : this.#indent}${line}\n`);
  }

  /** An address of the emulated GitHub as its path: a terminal makes a link of an address. */
  #withoutDeadLinks(text: string): string {
    return this.emulated.reduce(
      (shown, address) => shown.replaceAll(`${address}/`, "(emulated) ").replace(addressAlone(address), "(emulated)"),
      text,
    );
  }

  #paint(code: string, text: string): string {
    return this.#style.color ? `\u001b[${code}m${text}\u001b[0m` : text;
  }
}

/** An address that is not the beginning of a longer one. */
function addressAlone(address: string): RegExp {
  return new RegExp(`${address.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")}(?![\\w-])`, "g");
}

/** What an action that knows itself in a log paints with (ECMA-48, SGR). */
const COLOR_SEQUENCE = /\u001b\[[\d;]*m/g;

const COLORS = { error: "1;31", warning: "1;33", notice: "1;34" } as const;
