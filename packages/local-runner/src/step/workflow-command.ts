/** A workflow command in a line of output. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: ReadonlyMap<string, string>;
  readonly data: string;
}

/**
 * Finds the commands in an action's output by the runner's own rules (ActionCommand.cs, ActionCommandManager.cs):
 * `::name key=value::data` at the start of a line after blanks, and the old `##[name key=value;]data` anywhere in a
 * line; nothing between `::stop-commands::TOKEN` and `::TOKEN::`.
 */
export class CommandParser {
  #stopToken: string | undefined;

  /** @returns the command that a line holds; undefined for a line that is only shown. */
  parse(line: string): WorkflowCommand | undefined {
    if (this.#stopToken !== undefined) {
      if (line.trimStart() === `::${this.#stopToken}::`) this.#stopToken = undefined;
      return undefined;
    }
    const command = parseCommand(line) ?? parseLegacyCommand(line);
    if (command?.name === "stop-commands") {
      this.#stopToken = command.data;
      return undefined;
    }
    return command;
  }
}

/** What the runner knows; any other name is text (ActionCommandManager.cs). */
const KNOWN = new Set([
  "add-mask",
  "debug",
  "warning",
  "error",
  "notice",
  "group",
  "endgroup",
  "echo",
  "set-output",
  "save-state",
  "set-env",
  "add-path",
  "add-matcher",
  "remove-matcher",
  "stop-commands",
  "internal-set-repo-path",
]);

function parseCommand(line: string): WorkflowCommand | undefined {
  const text = line.trimStart();
  if (!text.startsWith("::")) return undefined;
  const end = text.indexOf("::", 2);
  if (end < 0) return undefined;
  const info = text.slice(2, end);
  const blank = info.indexOf(" ");
  const name = blank < 0 ? info : info.slice(0, blank);
  if (!KNOWN.has(name)) return undefined;
  const properties = parseProperties(blank < 0 ? "" : info.slice(blank + 1), ",", unescapeProperty);
  return { name, properties, data: unescapeData(text.slice(end + 2)) };
}

function parseLegacyCommand(line: string): WorkflowCommand | undefined {
  const start = line.indexOf("##[");
  const end = start < 0 ? -1 : line.indexOf("]", start);
  if (end < 0) return undefined;
  const info = line.slice(start + 3, end);
  const blank = info.indexOf(" ");
  const name = blank < 0 ? info : info.slice(0, blank);
  if (!KNOWN.has(name)) return undefined;
  return {
    name,
    properties: parseProperties(blank < 0 ? "" : info.slice(blank + 1), ";", unescapeLegacy),
    data: unescapeLegacy(line.slice(end + 1)),
  };
}

function parseProperties(text: string, separator: string, decode: (value: string) => string): Map<string, string> {
  const properties = new Map<string, string>();
  for (const part of text.trim().split(separator)) {
    const equals = part.indexOf("=");
    if (equals > 0) properties.set(part.slice(0, equals).trim(), decode(part.slice(equals + 1)));
  }
  return properties;
}

function unescapeData(text: string): string {
  return text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}

function unescapeProperty(text: string): string {
  return unescapeData(text.replaceAll("%3A", ":").replaceAll("%2C", ","));
}

function unescapeLegacy(text: string): string {
  return text
    .replaceAll("%3B", ";")
    .replaceAll("%0D", "\r")
    .replaceAll("%0A", "\n")
    .replaceAll("%5D", "]")
    .replaceAll("%25", "%");
}
