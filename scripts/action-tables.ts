import { readActionFile } from "../packages/local-runner/src/action/action-file.ts";

/**
 * A README with its tables made anew, between `<!-- inputs -->` and `<!-- outputs -->` and their ends. @param folder of
 * action.yml.
 */
export function withTables(readme: string, folder: string): string {
  const { inputs, outputs } = readActionFile(folder);
  const inputRows = [...inputs].map(([name, { description, default: value }]) =>
    row(`\`${name}\``, value ? `\`${value}\`` : "", description),
  );
  const outputRows = [...outputs].map(([name, { description }]) => row(`\`${name}\``, description));
  return replace(
    replace(readme, "inputs", ["| Input | Default | |", "| :--- | :--- | :--- |", ...inputRows]),
    "outputs",
    ["| Output | |", "| :--- | :--- |", ...outputRows],
  );
}

function row(...cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.trim().replace(/\s+/g, " ").replaceAll("|", "\\|")).join(" | ")} |`;
}

function replace(readme: string, mark: string, lines: readonly string[]): string {
  const pattern = new RegExp(`(<!-- ${mark} -->\n)[\\s\\S]*?(<!-- /${mark} -->)`);
  if (!pattern.test(readme)) throw new Error(`the README has no <!-- ${mark} --> ... <!-- /${mark} -->`);
  return readme.replace(pattern, (_, start: string, end: string) => `${start}${lines.join("\n")}\n${end}`);
}
