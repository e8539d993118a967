import type { ActionFile } from "../action/action-file.ts";

/** An action's inputs with their defaults, and its outputs, as people read them in a terminal. Pure. @param width in columns. */
export function actionHelp(command: string, action: ActionFile, width: number): string {
  const inputs = [...action.inputs].flatMap(([name, { description, required, default: value, deprecationMessage }]) => [
    `  ${name}${value === undefined || value === "" ? "" : ` = ${value.replaceAll("\n", "\\n")}`}${required ? " (required)" : ""}`,
    ...wrap(deprecationMessage === undefined ? description : `Deprecated: ${deprecationMessage}`, width, "      "),
  ]);
  return [
    `jessy run ${command} [--with NAME=VALUE ...]`,
    "",
    ...wrap(action.description, width, ""),
    "",
    "Inputs, with their defaults:",
    ...inputs,
    "",
    `Outputs: ${[...action.outputs.keys()].join(", ")}`,
    "",
    "`jessy --help` lists the options of run.",
    "",
  ].join("\n");
}

/** Lines of at most `width` columns; a longer word stands alone. */
function wrap(text: string, width: number, indent: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    if (line !== "" && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else line += line === "" ? word : ` ${word}`;
  }
  return line === "" ? lines : [...lines, indent + line];
}
