/** What a version tag holds, decided without touching a file: package.ts reads and writes. */
import { posix } from "node:path";
import { minify as terse } from "terser";
import { parse } from "yaml";
import type { ActionPlace, OwnAction } from "../packages/local-runner/src/action/kinds.ts";

/**
 * Most bytes that the tree may have as the `tar.gz` that a runner downloads once a job, for everything that is
 * planned: the goal of docs/adr/007-published-tree.md.
 */
export const TREE_BUDGET = 700_000;

/** What the tree has at its root beside the root action's file. */
export const ROOT_FILES: readonly string[] = ["README.md", "LICENSE"];

/** The schemas of result files, which every action.yml names. */
export const SCHEMA_FOLDER = "docs/schema";

/** Whose documents the published ones point to: the tag that they stand on has none of them. */
export interface Source {
  /** `owner/name`. */
  readonly repository: string;
  /** The commit that the tree is built from. */
  readonly commit: string;
}

const SCRIPTS = ["pre", "main", "post"] as const;

/**
 * Every file that is written for the tree, from where to where; scripts of dist/ are copied beside them. @param schemas
 * names of files.
 */
export function treePlaces(actions: readonly OwnAction[], schemas: readonly string[]): ActionPlace[] {
  const same = (path: string) => ({ source: path, published: path });
  return [
    ...ROOT_FILES.map(same),
    ...schemas.map((name) => same(`${SCHEMA_FOLDER}/${name}`)),
    ...actions.flatMap(({ file, readme, behind }) => [file, readme, ...behind]),
  ];
}

/**
 * An action's file as the tree has it: in another folder, with other ways into dist/ and to the actions that a
 * composite uses.
 *
 * @throws Error in one line when it runs something that the tree does not have.
 */
export function publishedActionFile(text: string, place: ActionPlace, places: readonly ActionPlace[]): string {
  const { source, published } = place;
  for (const uses of usedFolders(text)) {
    if (uses.startsWith("./"))
      throw new Error(`${source} uses \`${uses}\`, which is the consumer's workspace; write \`$/actions/NAME\``);
    if (uses.startsWith("$/") && publishedFolder(uses.slice(2), places) === undefined)
      throw new Error(`${source} uses \`${uses}\`, which the tree does not have`);
  }
  for (const script of actionScripts(text, source)) {
    const path = posix.join(posix.dirname(source), script);
    if (!/^dist\/[\w.-]+$/.test(path))
      throw new Error(
        `${source} runs \`${script}\`; write a file of dist/ (\`${posix.relative(posix.dirname(source), "dist/NAME.js")}\`), for the tree has no other`,
      );
  }
  return text
    .replace(
      /^(\s+(?:pre|main|post):\s*)(\S+)/gm,
      (_, key, script) =>
        `${key}${posix.relative(posix.dirname(published), posix.join(posix.dirname(source), script))}`,
    )
    .replace(
      /^(\s+(?:- )?uses:\s*)\$\/(\S+)/gm,
      (_, key, folder) => `${key}$/${publishedFolder(folder, places) ?? folder}`,
    );
}

/** Where the action of a folder of the sources is in the tree; undefined when it is not there. */
function publishedFolder(folder: string, places: readonly ActionPlace[]): string | undefined {
  const path = posix.normalize(`${folder}/action.yml`);
  const place = places.find(({ source }) => source === path);
  return place === undefined ? undefined : posix.dirname(place.published);
}

interface RawRuns {
  readonly using?: string;
  readonly main?: string;
  readonly steps?: readonly { readonly uses?: string }[];
}

/**
 * The files that an action.yml runs, relative to it; none for a composite. @throws Error in one line for what is not
 * run.
 */
export function actionScripts(text: string, path: string): readonly string[] {
  const { runs = {} } = parse(text) as { runs?: RawRuns };
  if (runs.using === "composite") return [];
  if (!/^node\d+$/.test(runs.using ?? "") || runs.main === undefined)
    throw new Error(
      `${path} runs with \`${runs.using ?? "nothing"}\`; the published tree has only JavaScript actions (node24) and composites`,
    );
  return SCRIPTS.flatMap((name) => (runs as Readonly<Record<string, string | undefined>>)[name] ?? []);
}

/** What the steps of a composite's action.yml use. */
function usedFolders(text: string): readonly string[] {
  const { runs } = parse(text) as { runs?: RawRuns };
  return (runs?.steps ?? []).flatMap(({ uses }) => uses ?? []);
}

/**
 * A document as the tree has it: links to what the tree has lead into the tree, the others to the commit that it is
 * built from. Examples of code stay as they are.
 */
export function publishedDocument(
  text: string,
  place: ActionPlace,
  { repository, commit }: Source,
  places: readonly ActionPlace[],
): string {
  const lead = (target: string, isImage: boolean): string => {
    const [path = "", fragment] = target.split("#");
    const source = posix.join(posix.dirname(place.source), path);
    const end = fragment === undefined ? "" : `#${fragment}`;
    const kept = places.find((other) => other.source === source);
    if (kept !== undefined) return `${posix.relative(posix.dirname(place.published), kept.published)}${end}`;
    const host = isImage ? `https://raw.githubusercontent.com/${repository}` : `https://github.com/${repository}/blob`;
    return `${host}/${commit}/${source}${end}`;
  };
  return text
    .split(/(^```.*?^```$)/ms)
    .map((part, index) => (index % 2 === 1 ? part : leadLinks(part, lead)))
    .join("");
}

/** The relative targets of Markdown's links and images, and of `src`, `srcset` and `href` in HTML. */
function leadLinks(text: string, lead: (target: string, isImage: boolean) => string): string {
  return text.replace(
    /(!\[(?:[^[\]]|\\.)*\]\(|\]\(|\b(?:src|srcset|href)=")((?!https?:|#|mailto:)[^)"\s]+)(?=[)"])/g,
    (_, start: string, target: string) => `${start}${lead(target, start.startsWith("!") || start.startsWith("src"))}`,
  );
}

/** The relative files that a document links to, without fragments. */
export function linkedFiles(text: string): string[] {
  const found: string[] = [];
  leadLinks(text.replace(/^```.*?^```$/gms, ""), (target) => {
    found.push(target.split("#")[0]!);
    return target;
  });
  return found;
}

/**
 * A script of dist/ with the same behaviour in fewer bytes. Names of error classes stay, since messages and tests tell
 * errors by them; licences are in dist/licenses.txt.
 */
export async function minify(script: string): Promise<string> {
  const { code } = await terse(script, {
    module: true,
    ecma: 2020,
    compress: { passes: 2, keep_classnames: ERROR_CLASS },
    mangle: { keep_classnames: ERROR_CLASS },
    format: { comments: false },
  });
  if (code === undefined) throw new Error("terser made nothing of a script");
  return code;
}

const ERROR_CLASS = /Error$/;
