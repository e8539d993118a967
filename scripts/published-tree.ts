/** What a version tag holds, decided without touching a file: package.ts reads and writes. */
import { posix } from "node:path";
import { transform } from "esbuild";
import { parse } from "yaml";

/** Most bytes that the tree may have as the `tar.gz` that a runner downloads once a job: the goal of docs/adr/007-published-tree.md. */
export const TREE_BUDGET = 500_000;

/** What the tree has beside its actions. Everything else of the repository stays where it is. */
export const ROOT_FILES: readonly string[] = ["README.md", "LICENSE"];

/** Whose documents the published README points to: the tag that it stands on has none of them. */
export interface Source {
  /** `owner/name`. */
  readonly repository: string;
  /** The commit that the tree is built from. */
  readonly commit: string;
}

const SCRIPTS = ["pre", "main", "post"] as const;

/**
 * An action's file as the tree has it: one folder higher, so with other ways into dist/.
 *
 * @throws Error in one line when it runs something that is not in dist/.
 */
export function publishedActionFile(text: string, path: string): string {
  const published = text.replace(/^(\s+(?:pre|main|post):\s*)\.\.\/\.\.\/dist\//gm, "$1../dist/");
  for (const script of actionScripts(published, path)) {
    if (!script.startsWith("../dist/") || posix.normalize(script) !== script)
      throw new Error(
        `${path} runs \`${script}\`; write a file of dist/ (\`../../dist/NAME.js\`), for the tree has no other`,
      );
  }
  return published;
}

/** The files that an action.yml runs, relative to it. @throws Error in one line when it runs none of JavaScript. */
export function actionScripts(text: string, path: string): readonly string[] {
  const { runs } = parse(text) as { runs?: Readonly<Record<string, string | undefined>> };
  if (!/^node\d+$/.test(runs?.using ?? "") || runs?.main === undefined)
    throw new Error(
      `${path} runs with \`${runs?.using ?? "nothing"}\`; the published tree has only JavaScript actions (node24)`,
    );
  return SCRIPTS.flatMap((name) => runs[name] ?? []);
}

/** The front door as the tree has it: links to what the tree lacks lead to the commit that it is built from. */
export function publishedReadme(text: string, { repository, commit }: Source, kept: ReadonlySet<string>): string {
  return text.replace(/(!?)(\[(?:[^[\]]|\\.)*\])\(((?!https?:|#|mailto:)[^)\s]+)\)/g, (whole, image, label, target) => {
    const [path = ""] = String(target).split("#");
    if (kept.has(posix.normalize(path))) return whole;
    const place =
      image === "!"
        ? `https://raw.githubusercontent.com/${repository}/${commit}/`
        : `https://github.com/${repository}/blob/${commit}/`;
    return `${image}${label}(${place}${target})`;
  });
}

/**
 * A script of dist/ with the same behaviour in fewer bytes. The names of functions and classes stay, since error messages and stacks show
 * them; licences are in dist/licenses.txt.
 */
export async function minify(script: string): Promise<string> {
  const { code } = await transform(script, {
    format: "esm",
    target: "node24",
    minify: true,
    keepNames: true,
    legalComments: "none",
  });
  return code;
}
