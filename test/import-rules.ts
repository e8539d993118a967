/**
 * The rules of the house as checks of its sources: which room may import which, and which may touch the world. Each
 * returns its violations.
 */
import { posix } from "node:path";
import type { SourceModule } from "./source-modules.ts";

/** The steps of an action; `main.ts` puts them together. */
const STEPS = ["inputs", "collect", "evaluate", "plan", "execute", "render", "post"];

/**
 * What each package may import of the others. Any package that is not listed holds knowledge of one subject, and may
 * import `reading`.
 */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  reading: [],
  kit: ["reading"],
  "local-runner": ["reading"],
};

/** Packages that no action may import: they run actions. */
const OUTSIDE_ACTIONS = ["local-runner"];

/**
 * A room that runs actions instead of being part of one. It is never shipped inside an action and may touch anything.
 */
const isOutside = (file: string) => OUTSIDE_ACTIONS.some((name) => file.startsWith(`packages/${name}/`));
const isKit = (file: string) => file.startsWith("packages/kit/");

/** Modules that reach GitHub, the runner or another program, and the folders of kit that may import them. */
const WORLD: readonly { readonly specifier: RegExp; readonly folders: readonly string[] }[] = [
  { specifier: /^node:child_process$/, folders: ["process"] },
  {
    specifier: /^node:(?:http|https|http2|net|tls|dgram|dns)(?:\/|$)/,
    folders: ["github", "registry", "blob-storage", "download", "probe"],
  },
  { specifier: /^undici$/, folders: ["github"] },
  { specifier: /^@octokit\/|^@actions\/(?:github|http-client)(?:\/|$)/, folders: ["github"] },
  { specifier: /^@actions\/core(?:\/|$)/, folders: ["runner", "action"] },
  { specifier: /^@actions\/exec(?:\/|$)/, folders: ["process"] },
  { specifier: /^@actions\/cache(?:\/|$)/, folders: ["cache"] },
  { specifier: /^@actions\//, folders: ["action", "runner", "github", "process", "cache"] },
];

/** Names of the runner's variables and of what reaches out without an import. */
const WORLDLY_NAME =
  /^(?:(?:GITHUB|ACTIONS|INPUT|STATE)_[A-Z_]*|RUNNER_(?:ARCH|DEBUG|NAME|OS|TEMP|TOOL_CACHE)|process|fetch|WebSocket|EventSource)$/;

/** Names that only code with effects or with a clock needs. */
const IMPURE_NAME = /^(?:process|fetch|WebSocket|EventSource|console|setTimeout|setInterval|setImmediate)$/;

/** The parts of Node that pure code may use. */
const PURE_BUILTINS = ["node:util", "node:crypto"];

/**
 * `actions -> packages -> nothing of ours`; packages among themselves as listed; a room is entered by its name, never
 * by a path.
 */
export function wrongWays(modules: readonly SourceModule[]): readonly string[] {
  return modules.flatMap((module) =>
    module.imports.flatMap(({ specifier, file }) => {
      if (file === undefined || roomOf(file) === roomOf(module.file)) return [];
      const how = `${module.file} imports ${specifier}`;
      // The entry of the shared bundle starts every action.
      if (module.file === "actions/entry.ts" && /^actions\/[^/]+\/src\/main\.ts$/.test(file)) return [];
      if (specifier.startsWith(".")) return [how];
      return mayImport(roomOf(module.file), roomOf(file)) ? [] : [how];
    }),
  );
}

function mayImport(from: string, to: string): boolean {
  const [kind, name] = to.split("/") as [string, string];
  if (kind !== "packages") return false;
  const [ownKind, own] = from.split("/") as [string, string];
  if (ownKind === "actions") return !OUTSIDE_ACTIONS.includes(name);
  return (PACKAGES[own] ?? ["reading"]).includes(name);
}

/** Only kit, and in it only the folder that is for it, talks to GitHub, the runner and programs. */
export function worldlyModules(modules: readonly SourceModule[]): readonly string[] {
  return modules
    .filter(({ file }) => !isOutside(file))
    .flatMap(({ file, imports, names }) => {
      const imported = imports.filter(({ specifier }) => {
        const rule = WORLD.find((one) => one.specifier.test(specifier));
        return rule !== undefined && !rule.folders.some((folder) => file.startsWith(`packages/kit/src/${folder}/`));
      });
      const named = isKit(file) ? [] : [...names].filter((name) => WORLDLY_NAME.test(name));
      return [
        ...new Set(imported.map(({ specifier }) => `${file} imports ${specifier}`)),
        ...named.map((name) => `${file} names ${name}`),
      ];
    });
}

/** `reading` and the packages of a subject are pure: no files, no network, no output, no timers. */
export function impureModules(modules: readonly SourceModule[]): readonly string[] {
  return modules
    .filter(({ file }) => file.startsWith("packages/") && !isKit(file) && !isOutside(file))
    .flatMap(({ file, imports, names }) => [
      ...imports
        .filter(({ specifier }) => specifier.startsWith("node:") && !PURE_BUILTINS.includes(specifier))
        .map(({ specifier }) => `${file} imports ${specifier}`),
      ...[...names].filter((name) => IMPURE_NAME.test(name)).map((name) => `${file} names ${name}`),
    ]);
}

/**
 * Functions of Node whose errors do not name the file. What an action says of a full disk then names none either, so
 * only the module that adds the name may import them.
 */
const NAMELESS =
  /^(?:(?:read|write|append|copy)File(?:Sync)?|(?:read|write)v?(?:Sync)?|f(?:stat|sync|truncate|chmod)(?:Sync)?|create(?:Read|Write)Stream|open)$/;
const FILE_CONTENT = "packages/kit/src/runner/file-content.ts";

/** Files are read and written where a refusal of the system gets the path that it is about. */
export function namelessFiles(modules: readonly SourceModule[]): readonly string[] {
  return modules
    .filter(({ file }) => (file.startsWith("actions/") || isKit(file)) && file !== FILE_CONTENT)
    .flatMap(({ file, imports }) =>
      imports
        .filter(({ specifier, typesOnly }) => /^(?:node:)?fs(?:\/promises)?$/.test(specifier) && !typesOnly)
        .flatMap(({ imported }) =>
          imported.length === 0 ? ["all of fs"] : imported.filter((name) => NAMELESS.test(name)),
        )
        .map((name) => `${file} imports ${name}`),
    );
}

/**
 * Only `main.ts` and the files of the same step import a step. What two steps share has a file of its own, and a shared
 * file that imported a step would be a loophole. Any file may import the types of the inputs.
 */
export function importedSteps(modules: readonly SourceModule[]): readonly string[] {
  return modules.flatMap((module) =>
    module.imports.flatMap(({ file, typesOnly }) => {
      const step = file === undefined ? undefined : stepOf(file);
      if (step === undefined || /\/src\/main\.ts$/.test(module.file) || stepOf(module.file) === step) return [];
      if (step === "inputs" && typesOnly) return [];
      return [`${module.file} imports ${file}`];
    }),
  );
}

/** The step that a file of an action belongs to: `src/plan.ts`, and everything in `src/plan/`. */
function stepOf(file: string): string | undefined {
  const [, name] = /^actions\/[^/]+\/src\/([^/]+?)(?:\.ts$|\/)/.exec(file) ?? [];
  return STEPS.find((step) => step === name);
}

/** Circles between files, types included: to understand one of them a reader has to read all. */
export function fileCircles(modules: readonly SourceModule[]): readonly string[] {
  return circles(modules.flatMap(({ file, imports }) => imports.map((one) => [file, one.file] as const)));
}

/** Circles between the folders of kit, types included. */
export function folderCircles(modules: readonly SourceModule[]): readonly string[] {
  const folders = modules.flatMap(({ file, imports }) =>
    imports.map((one) =>
      [file, one.file].map((name) => (name !== undefined && isKit(name) ? posix.dirname(name) : undefined)),
    ),
  );
  return circles(folders.map(([from, to]) => [from, to] as const));
}

/** Groups of nodes that reach one another, each written as `a, b, c`. An edge from a node to itself does not count. */
function circles(edges: readonly (readonly [string | undefined, string | undefined])[]): readonly string[] {
  const targets = new Map<string, Set<string>>();
  for (const [from, to] of edges) {
    if (from === undefined || to === undefined || from === to) continue;
    targets.set(from, (targets.get(from) ?? new Set()).add(to));
  }
  const reached = new Map([...targets.keys()].map((start) => [start, reachableFrom(start, targets)]));
  const groups = [...reached.keys()]
    .filter((node) => reached.get(node)!.has(node))
    .map((node) =>
      [...reached.get(node)!]
        .filter((other) => reached.get(other)?.has(node))
        .sort()
        .join(", "),
    );
  return [...new Set(groups)].sort();
}

function reachableFrom(start: string, targets: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [start];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const target of targets.get(node) ?? []) {
      if (reached.has(target)) continue;
      reached.add(target);
      open.push(target);
    }
  }
  return reached;
}

/** Files and folders whose name does not say what they hold. */
export function emptyNames(files: readonly string[]): readonly string[] {
  return files.filter((file) =>
    file
      .split(/[/.\-_]/)
      .some((word) => /^(?:utils?|utility|utilities|helpers?|common|commons|misc|managers?)$/i.test(word)),
  );
}

/** An action's `main.ts` only names its steps. @param fewer it has fewer lines than this. */
export function longMains(modules: readonly SourceModule[], fewer: number): readonly string[] {
  return modules
    .filter(({ file, lines }) => /^actions\/[^/]+\/src\/main\.ts$/.test(file) && lines >= fewer)
    .map(({ file, lines }) => `${file} has ${lines} lines`);
}

/** `packages/<x>` or `actions/<x>`. */
function roomOf(file: string): string {
  return file.split("/", 2).join("/");
}
