import type { BakeFile, BakeTarget } from "./bake-file.ts";
import type { CacheMount } from "./dockerfile-mounts.ts";

/** Private folders of this step, absolute. */
export interface MountFolders {
  /** `sh`, `tar` and `rm` of this machine, with their loader `ld.so` and the libraries below `lib`. */
  readonly tools: string;
  /** Archives to unpack, and those that are packed. */
  readonly archives: string;
}

export interface MountFacts {
  readonly folders: MountFolders;
  /** A text that no other run has, of letters, digits and hyphens. */
  readonly run: string;
}

/** A bake call of its own, before or after the build. */
export interface MountCommand {
  readonly bakeFile: BakeFile;
  /** What it reads and writes on this machine, absolute. */
  readonly folders: readonly string[];
}

export interface PlannedMount extends CacheMount {
  readonly archive: string;
}

/** Mounts that one stage can open: those whose ids are complete, or those of one base image. */
export interface MountGroup {
  /** Undefined: scratch. */
  readonly base: string | undefined;
  /** What `build-contexts` puts in the place of the base image. */
  readonly context: string | undefined;
  readonly mounts: PlannedMount[];
}

/** Where the generated stages put the tools, the mounts and the archives. */
const ROOT = "/.jessy-mounts";

/** Of the generated contexts and stages. No name of an image or a stage begins like this. */
const TOOLS = "jessy-mounts-tools";
const ARCHIVES = "jessy-mounts-archives";
const stageName = (index: number) => `jessy-mounts-${index}`;
const baseName = (index: number) => `jessy-mounts-base-${index}`;

/** In the words of the shell that has neither `test -d` of a glob nor `ls`: is anything in a folder? */
const FUNCTIONS = [
  `run() { program=$1; shift; ${ROOT}/tools/ld.so --library-path ${ROOT}/tools/lib ${ROOT}/tools/$program "$@"; }`,
  'filled() { for entry in "$1"/* "$1"/.[!.]* "$1"/..?*; do if [ -e "$entry" ] || [ -L "$entry" ]; then return 0; fi; done; return 1; }',
];

/** Packs what is not empty. */
export function saveCommand(
  groups: readonly MountGroup[],
  namespace: string | undefined,
  { folders, run }: MountFacts,
): MountCommand {
  const lines = stagesOf(groups, run, [], ({ archive }, mount) => {
    const packed = `${ROOT}/out/${archive}`;
    // An archive that is not whole is left empty.
    return `if filled ${mount}; then run tar -C ${mount} --numeric-owner -cf ${packed} . || : > ${packed}; fi`;
  });
  const contexts = { ...contextsOf(groups), [TOOLS]: folders.tools };
  return {
    bakeFile: bakeFileOf(lines, groups.length, contexts, namespace, { type: "local", dest: folders.archives }, folders),
    folders: [folders.tools, folders.archives],
  };
}

/** Unpacks into what is empty. */
export function restoreCommand(
  groups: readonly MountGroup[],
  namespace: string | undefined,
  { folders, run }: MountFacts,
): MountCommand {
  const bind = `--mount=type=bind,from=${ARCHIVES},target=${ROOT}/archives`;
  const lines = stagesOf(groups, run, [bind], ({ archive }, mount) => {
    const kept = `${ROOT}/archives/${archive}`;
    const remove = `{ run rm -rf ${mount}/* ${mount}/.[!.]*; false; }`;
    return `if [ -s ${kept} ] && ! filled ${mount}; then run tar -C ${mount} --numeric-owner -xpf ${kept} || ${remove}; fi`;
  });
  const contexts = { ...contextsOf(groups), [TOOLS]: folders.tools, [ARCHIVES]: folders.archives };
  return {
    bakeFile: bakeFileOf(lines, groups.length, contexts, namespace, { type: "cacheonly" }, folders),
    folders: [folders.tools, folders.archives],
  };
}

function contextsOf(groups: readonly MountGroup[]): Readonly<Record<string, string>> {
  const given = groups.map(({ context }, index) => [baseName(index), context] as const);
  return Object.fromEntries(given.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** A stage for each group; its exit code says whether all its mounts went well, after all were tried. */
function stagesOf(
  groups: readonly MountGroup[],
  run: string,
  flags: readonly string[],
  each: (mount: PlannedMount, path: string) => string,
): readonly string[] {
  return groups.flatMap(({ base, context, mounts }, index) => {
    const own = mounts.map((mount, position) => ({ mount, path: `${ROOT}/${position}` }));
    const args = new Set(mounts.flatMap((mount) => mount.args));
    // What is in a mount is in no cache key, and `no-cache` would empty it: the text must be new.
    const script = [
      `: ${run}`,
      ...FUNCTIONS,
      "failed=0",
      ...own.map(({ mount, path }) => `${each(mount, path)} || failed=1`),
    ];
    const shell = [`${ROOT}/tools/ld.so`, "--library-path", `${ROOT}/tools/lib`, `${ROOT}/tools/sh`, "-c"];
    return [
      `FROM ${context === undefined ? (base ?? "scratch") : baseName(index)} AS ${stageName(index)}`,
      // As root, since a mount can belong to anyone.
      "USER 0:0",
      `WORKDIR ${ROOT}/out`,
      ...[...args].map((name) => `ARG ${name}`),
      [
        "RUN --network=none",
        `--mount=type=bind,from=${TOOLS},target=${ROOT}/tools`,
        ...flags,
        ...own.map(({ mount, path }) => mountFlag(mount, path)),
        JSON.stringify([...shell, [...script, "exit $failed"].join("\n")]),
      ].join(" "),
    ];
  });
}

function mountFlag({ id, options }: CacheMount, path: string): string {
  const given = Object.entries(options).map(([key, value]) => `,${key}=${value}`);
  return `--mount=type=cache,target=${path},id=${id}${given.join("")}`;
}

function bakeFileOf(
  lines: readonly string[],
  count: number,
  contexts: Readonly<Record<string, string>>,
  namespace: string | undefined,
  output: NonNullable<BakeTarget["output"]>[number],
  folders: MountFolders,
): BakeFile {
  // BuildKit skips a stage that nothing uses.
  const copies = Array.from({ length: count }, (_, index) => `COPY --from=${stageName(index)} ${ROOT}/out/ /`);
  const target: BakeTarget = {
    context: folders.tools,
    contexts,
    ...(namespace === undefined ? {} : { args: { BUILDKIT_CACHE_MOUNT_NS: namespace } }),
    "dockerfile-inline": [...lines, "FROM scratch", ...copies, ""].join("\n"),
    attest: [
      { type: "provenance", disabled: true },
      { type: "sbom", disabled: true },
    ],
    output: [output],
  };
  return { group: { default: { targets: ["mounts"] } }, target: { mounts: target } };
}
