import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** How an action runs: our JavaScript at once, or steps at the front and our JavaScript behind them. */
export type RunsKind = "node24" | "composite";

/** An action.yml of this repository, and where it goes in the published tree. Paths are relative, with slashes. */
export interface ActionPlace {
  readonly source: string;
  readonly published: string;
}

/** An action of this repository. */
export interface OwnAction {
  /** Its room's name: `actions/<name>/`. */
  readonly name: string;
  /** `root`: its action.yml lies at the repository's root, so that people write `uses: org/jessy-actions@v1`. */
  readonly kind: RunsKind | "root";
  readonly file: ActionPlace;
  readonly readme: ActionPlace;
  /** Actions behind a composite: folders of its room that have an action.yml. Nobody but the composite uses them. */
  readonly behind: readonly ActionPlace[];
  /** Whether the room has JavaScript of its own in the bundle (`src/main.ts`). */
  readonly isBundled: boolean;
}

/** @param using of `runs`. @returns undefined for what is not run here: containers, plugins, nonsense. */
export function kindOf(using: string): RunsKind | undefined {
  if (/^node\d+$/.test(using)) return "node24";
  return using === "composite" ? "composite" : undefined;
}

/**
 * Every action of the repository: each folder in actions/ is the room of one, sorted by name. A room without an
 * action.yml is the root action's.
 *
 * @throws Error in one line for a room whose action cannot be told.
 */
export function ownActions(root: string): OwnAction[] {
  const rooms = foldersOf(join(root, "actions"));
  const actions = rooms.map((name) => ownAction(root, name));
  const [first, second] = actions.filter(({ kind }) => kind === "root");
  if (second !== undefined)
    throw new Error(`actions/${second.name} has no action.yml, and actions/${first?.name} is the root action's room`);
  return actions;
}

/** The rooms that have JavaScript in the bundle. */
export function bundledNames(root: string): string[] {
  return ownActions(root)
    .filter(({ isBundled }) => isBundled)
    .map(({ name }) => name);
}

function ownAction(root: string, name: string): OwnAction {
  const room = `actions/${name}`;
  const isRoot = !existsSync(join(root, room, "action.yml"));
  const file = isRoot
    ? { source: "action.yml", published: "action.yml" }
    : { source: `${room}/action.yml`, published: `${name}/action.yml` };
  if (!existsSync(join(root, file.source)))
    throw new Error(`${room} has no action.yml, and neither has the repository's root`);
  const { runs } = parse(readFileSync(join(root, file.source), "utf8")) as { runs?: { using?: string } };
  const kind = kindOf(runs?.using ?? "");
  if (kind === undefined)
    throw new Error(`${file.source} runs with \`${runs?.using ?? "nothing"}\`; write node24 or composite`);
  return {
    name,
    kind: isRoot ? "root" : kind,
    file,
    readme: { source: `${room}/README.md`, published: `${name}/README.md` },
    behind: foldersOf(join(root, room))
      .filter((folder) => existsSync(join(root, room, folder, "action.yml")))
      .map((folder) => ({ source: `${room}/${folder}/action.yml`, published: `${name}/${folder}/action.yml` })),
    isBundled: existsSync(join(root, room, "src/main.ts")),
  };
}

function foldersOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
