/** ncc lists no licence of packages whose modules stand in the entry alone. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Stats } from "@vercel/ncc";

/** The licences of packages in the bundle that a list lacks, in the list's own form: name, identifier, text. */
export function missingLicenses(list: string, { compilation }: Stats, root: string): string {
  const names = new Set<string>();
  for (const { resource, rootModule } of compilation.modules) {
    const name = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(resource ?? rootModule?.resource ?? "")?.[1];
    if (name !== undefined && existsSync(join(root, "node_modules", name, "package.json"))) names.add(name);
  }
  const listed = new Set(list.split("\n"));
  return [...names]
    .filter((name) => !listed.has(name))
    .sort()
    .map((name) => {
      const folder = join(root, "node_modules", name);
      const { license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { license: string };
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
      return `\n${name}\n${license}\n${file === undefined ? "" : readFileSync(join(folder, file), "utf8")}\n`;
    })
    .join("");
}
