/**
 * Webpack copies a module into every lazy chunk that uses it, unless at least 20 kB would move into a chunk of their own, and ncc has no
 * option for it. What the entry has, no chunk repeats; so the entry gets what several chunks would hold.
 */
import { relative, sep } from "node:path";
import type { Stats } from "@vercel/ncc";

/** The files of modules that stand in more than one chunk, sorted. */
export function repeatedModules({ compilation }: Stats): readonly string[] {
  const { chunkGraph, modules } = compilation;
  return [...modules]
    .filter((module) => chunkGraph.getNumberOfModuleChunks(module) > 1)
    .map((module) => module.resource ?? module.rootModule?.resource ?? module.identifier())
    .sort();
}

/**
 * Source text that, at the end of the entry, puts modules into its chunk without running them: an `import()` that is never called, and that
 * makes no chunk of its own.
 *
 * @param folder of the entry.
 */
export function keepInEntry(files: readonly string[], folder: string): string {
  const imports = files
    .map((file) => relative(folder, file).split(sep).join("/"))
    .map((path) => JSON.stringify(path.startsWith(".") ? path : `./${path}`))
    .map((path) => `  () => import(/* webpackMode: "eager" */ ${path}),\n`);
  return `void [\n${imports.join("")}];\n`;
}
