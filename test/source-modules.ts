/** What the sources of the rooms import and use, read from their syntax trees. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, posix, resolve } from "node:path";
import { parseAst } from "vitest/node";

const root = resolve(import.meta.dirname, "..");

export interface Import {
  /** As written: `./model.ts`, `@jessy-actions/kit/report/escape`, `node:fs`. */
  readonly specifier: string;
  /** The file of ours that it means, relative to the repository's root; undefined for a package from elsewhere. */
  readonly file: string | undefined;
  /** Whether it imports types alone, which vanish before the code runs. */
  readonly typesOnly: boolean;
  /** What it is called there; none of a whole module (`import * as`, `import()`). */
  readonly imported: readonly string[];
}

export interface SourceModule {
  /** Relative to the repository's root. */
  readonly file: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  /**
   * Every name in the code: identifiers, property names and whole strings; not parts of strings, comments or regular
   * expressions.
   */
  readonly names: ReadonlySet<string>;
}

/** The TypeScript sources of all rooms, without their tests. */
export function sourceModules(): readonly SourceModule[] {
  return trackedFiles("actions", "packages")
    .filter((file) => /^(?:actions|packages)\/(?:[^/]+\/src\/.+|[^/]+)\.ts$/.test(file))
    .filter((file) => !/\.test\.ts$|\/testing\//.test(file))
    .map((file) => parseModule(file, readFileSync(join(root, file), "utf8")));
}

/** Files that git knows or would add, relative to the repository's root. */
export function trackedFiles(...paths: readonly string[]): readonly string[] {
  const list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", ...paths];
  const names = execFileSync("git", list, { cwd: root }).toString().split("\0");
  const deleted = execFileSync("git", ["ls-files", "-z", "--deleted"], { cwd: root }).toString().split("\0");
  return names.filter((name) => name !== "" && !deleted.includes(name));
}

/** @param file relative to the repository's root; relative imports are resolved from there. */
export function parseModule(file: string, text: string): SourceModule {
  const imports: Import[] = [];
  const names = new Set<string>();
  for (const node of nodes(parseAst(text, { lang: "ts" }))) {
    if (node.type === "Identifier") names.add(String(node.name));
    if (node.type === "Literal") names.add(String(node.value));
    const source = node.source as Node | null | undefined;
    if (typeof source?.value !== "string") continue;
    const specifier = source.value;
    imports.push({
      specifier,
      file: fileOf(specifier, file),
      typesOnly: importsTypesAlone(node),
      imported: importedNames(node),
    });
  }
  return { file, lines: text.trimEnd().split("\n").length, imports, names };
}

type Node = Readonly<Record<string, unknown>> & { readonly type: string };

function* nodes(value: unknown): Generator<Node> {
  if (typeof value !== "object" || value === null) return;
  if ("type" in value && typeof value.type === "string") yield value as Node;
  for (const child of Object.values(value)) yield* nodes(child);
}

/** `import type`, `export type ... from`, `import("...").Type`, or an import whose every name is a type. */
function importsTypesAlone(node: Node): boolean {
  if (node.type === "TSImportType" || node.importKind === "type" || node.exportKind === "type") return true;
  const specifiers = (node.specifiers ?? []) as readonly Node[];
  return specifiers.length > 0 && specifiers.every((one) => one.importKind === "type" || one.exportKind === "type");
}

function importedNames(node: Node): readonly string[] {
  const specifiers = (node.specifiers ?? []) as readonly Node[];
  return specifiers.flatMap(({ imported }) => {
    const { name } = (imported ?? {}) as { readonly name?: unknown };
    return typeof name === "string" ? [name] : [];
  });
}

function fileOf(specifier: string, from: string): string | undefined {
  if (specifier.startsWith(".")) return posix.join(posix.dirname(from), specifier);
  const ours = /^@jessy-actions\/([^/]+)\/(.+)$/.exec(specifier);
  return ours === null ? undefined : `packages/${ours[1]}/src/${ours[2]}.ts`;
}
