import { createHash } from "node:crypto";
import type { BakeFile, BakeTarget } from "./bake-file.ts";
import { branchesOf, type CacheFacts, cacheAccess } from "./cache.ts";
import { type Dockerfile, readDockerfile, type Stage } from "./dockerfile.ts";
import { type CacheMount, readCacheMounts } from "./dockerfile-mounts.ts";

/** A bake call of its own, before or after the build. It never fails for a mount that could not be read or written. */
export interface MountCommand {
  readonly bakeFile: BakeFile;
  readonly target: string;
}

export interface CacheMountsPlan {
  readonly mounts: readonly CacheMount[];
  /** Run after the build, and only if `mountsWereUsed`. It writes one tar archive a mount to `folder`. */
  readonly save?: MountCommand;
  /** Run before the build if archives were restored to `folder`. */
  readonly restore?: MountCommand;
  /** Under which the archives are kept; one entry a commit, since entries of GitHub's cache never change. */
  readonly key: string;
  /** Beginnings of keys to restore from, the nearest first. */
  readonly restoreKeys: readonly string[];
  readonly notes: readonly string[];
}

export interface CacheMountFacts extends Pick<CacheFacts, "event" | "ref" | "baseBranch" | "defaultBranch"> {
  readonly commit: string;
  /** A private folder for the archives of this image. */
  readonly folder: string;
}

/** Where the generated stages put the mounts and the archives. */
const ROOT = "/.jessy-cache-mounts";

/**
 * Lets the cache mounts of an image (Cargo's registry, Go's modules) survive between runners. BuildKit keeps them in the
 * builder and exports them nowhere. Other tools copy them through a utility image; here the image's own build stage does
 * it, since a stage that compiles has a shell and tar:
 *
 * - after the build, a stage FROM the one with the mount packs each mount into a tar archive, which buildx writes out;
 * - before the next build, a stage FROM that stage's base image unpacks them into mounts that are still empty.
 *
 * Both name the mounts by the same id and owner, by which BuildKit finds the same directory. They are calls of their own:
 * nothing in the build depends on the mounts' content, so no layer's cache key changes, and a failure of theirs fails
 * nothing. A build whose layers all come from the cache needs no mount, and then nothing is saved.
 */
export function planCacheMounts(
  name: string,
  bake: BakeTarget,
  dockerfileText: string,
  facts: CacheMountFacts,
): CacheMountsPlan {
  const args = bake.args ?? {};
  const dockerfile = readDockerfile(dockerfileText, args);
  const notes: string[] = [];
  const mounts = readCacheMounts(dockerfile, bake.target, args, notes);
  const access = cacheAccess(facts);
  const platform = bake.platforms?.[0];
  const scope = ["jessy-mounts", name, (platform ?? "native").replaceAll("/", "-"), hashOf(mounts)].join(".");
  const [branch = facts.defaultBranch, ...others] = branchesOf(facts).map(branchKey);
  // No branch holds two dots in a row, so `main` never restores what `main-2` saved.
  const key = `${scope}..${branch}..${facts.commit}`;
  const restoreKeys = [branch, ...others].map((each) => `${scope}..${each}..`);
  if (mounts.length === 0) return { mounts, key, restoreKeys, notes };
  if (access.note !== undefined) notes.push(access.note.replace("The cache is", "Cache mounts are"));
  if ((bake.platforms?.length ?? 0) > 1)
    notes.push(`The cache mounts of \`${platform}\` survive, those of other platforms do not.`);
  const restore = access.reads ? restoreCommand(dockerfile, mounts, bake, facts, notes) : undefined;
  return {
    mounts,
    // What nothing could restore is not worth saving.
    ...(access.writes && restore !== undefined ? { save: saveCommand(dockerfile, mounts, bake, facts) } : {}),
    ...(restore === undefined ? {} : { restore }),
    key,
    restoreKeys,
    notes,
  };
}

/** Did a step with a cache mount run, so that there is something new to save? */
export function mountsWereUsed(steps: readonly { readonly name: string; readonly cached: boolean }[]): boolean {
  return steps.some(({ name, cached }) => !cached && /\bRUN\b.*--mount=\S*type=cache/.test(name));
}

function saveCommand(
  dockerfile: Dockerfile,
  mounts: readonly CacheMount[],
  bake: BakeTarget,
  facts: CacheMountFacts,
): MountCommand {
  const stages = [...new Set(mounts.map(({ stage }) => stage))];
  const lines = stages.flatMap((stage) => [
    `FROM jessy-stage-${stage} AS jessy-save-${stage}`,
    ...preamble(mounts, stage),
    runLine(
      mounts,
      stage,
      [],
      (at) => `tar -C ${ROOT}/${at} -cf ${ROOT}/saved/${at}.tar . || rm -f ${ROOT}/saved/${at}.tar`,
      `mkdir -p ${ROOT}/saved`,
    ),
  ]);
  const copies = stages.map((stage) => `COPY --from=jessy-save-${stage} ${ROOT}/saved/ /`);
  return {
    target: "jessy-save",
    bakeFile: bakeFileOf("jessy-save", {
      "jessy-save": {
        ...sharedFields(bake),
        context: facts.folder,
        "dockerfile-inline": [...lines, "FROM scratch", ...copies, ""].join("\n"),
        contexts: Object.fromEntries(stages.map((stage) => [`jessy-stage-${stage}`, `target:jessy-stage-${stage}`])),
        output: [{ type: "local", dest: facts.folder }],
      },
      ...Object.fromEntries(stages.map((stage) => [`jessy-stage-${stage}`, stageTarget(dockerfile, stage, bake)])),
    }),
  };
}

function restoreCommand(
  dockerfile: Dockerfile,
  mounts: readonly CacheMount[],
  bake: BakeTarget,
  facts: CacheMountFacts,
  notes: string[],
): MountCommand | undefined {
  const lines: string[] = [];
  const links = new Map<string, number>();
  for (const stage of new Set(mounts.map(({ stage }) => stage))) {
    const base = baseFor(dockerfile, dockerfile.stages[stage]!, mounts);
    if (base === undefined) {
      notes.push(
        `The cache mounts of stage ${stage} do not survive: it starts from scratch, where no shell could unpack them.`,
      );
      continue;
    }
    if (typeof base === "number") links.set(`jessy-stage-${base}`, base);
    const platform = dockerfile.stages[stage]!.platform;
    const flag = platform === undefined || typeof base === "number" ? "" : `--platform=${platform} `;
    lines.push(
      `FROM ${flag}${typeof base === "number" ? `jessy-stage-${base}` : base} AS jessy-restore-${stage}`,
      ...preamble(mounts, stage),
      runLine(
        mounts,
        stage,
        [`--mount=type=bind,target=${ROOT}/saved`],
        (at) => {
          const [mount, archive] = [`${ROOT}/${at}`, `${ROOT}/saved/${at}.tar`];
          return `if [ -s ${archive} ] && [ -z "$(ls -A ${mount})" ]; then tar -C ${mount} -xpf ${archive} || rm -rf ${mount}/* ${mount}/.[!.]*; fi`;
        },
        ":",
      ),
    );
  }
  if (lines.length === 0) return undefined;
  // BuildKit skips a stage that nothing uses: the last one takes an empty folder from each.
  const stages = lines.flatMap((line) => / AS (jessy-restore-\d+)$/.exec(line)?.[1] ?? []);
  const last = ["FROM scratch", ...stages.map((stage) => `COPY --from=${stage} ${ROOT}/done/ /`), ""];
  return {
    target: "jessy-restore",
    bakeFile: bakeFileOf("jessy-restore", {
      "jessy-restore": {
        ...sharedFields(bake),
        context: facts.folder,
        "no-cache": true,
        "dockerfile-inline": [...lines, ...last].join("\n"),
        contexts: {
          ...bake.contexts,
          ...Object.fromEntries([...links.keys()].map((name) => [name, `target:${name}`])),
        },
        output: [{ type: "cacheonly" }],
      },
      ...Object.fromEntries([...links].map(([name, stage]) => [name, stageTarget(dockerfile, stage, bake)])),
    }),
  };
}

/** What the unpacking stage starts from: the image that the build pulls anyway, or a parent stage without cache mounts. */
function baseFor({ stages }: Dockerfile, stage: Stage, mounts: readonly CacheMount[]): string | number | undefined {
  let top = stage;
  while (top.parent !== undefined) top = stages[top.parent]!;
  if (top.base.toLowerCase() !== "scratch") return top.base;
  for (let at = stage.parent; at !== undefined; at = stages[at]!.parent)
    if (!mounts.some((mount) => mount.stage === at)) return at;
  return undefined;
}

/** The stage as the build itself made it: same definition, so it comes from the builder's own cache. */
function stageTarget({ stages }: Dockerfile, index: number, bake: BakeTarget): BakeTarget {
  const {
    tags: _,
    output: __,
    attest: ___,
    "cache-to": ____,
    "no-cache": _____,
    "no-cache-filter": ______,
    pull: _______,
    annotations: ________,
    ...same
  } = bake;
  return {
    ...same,
    ...(bake.platforms === undefined ? {} : { platforms: bake.platforms.slice(0, 1) }),
    target: stages[index]!.name ?? String(index),
    output: [{ type: "cacheonly" }],
  };
}

function sharedFields(bake: BakeTarget): BakeTarget {
  const namespace = bake.args?.BUILDKIT_CACHE_MOUNT_NS;
  return {
    ...(namespace === undefined ? {} : { args: { BUILDKIT_CACHE_MOUNT_NS: namespace } }),
    ...(bake.platforms === undefined ? {} : { platforms: bake.platforms.slice(0, 1) }),
    attest: [
      { type: "provenance", disabled: true },
      { type: "sbom", disabled: true },
    ],
  };
}

function bakeFileOf(target: string, targets: Readonly<Record<string, BakeTarget>>): BakeFile {
  return { group: { default: { targets: [target] } }, target: targets };
}

/** As root, since a mount can belong to anyone, with the arguments that the ids name. */
function preamble(mounts: readonly CacheMount[], stage: number): readonly string[] {
  const names = mounts.filter((mount) => mount.stage === stage).flatMap(({ args }) => args);
  return ["USER 0:0", ...[...new Set(names)].map((name) => `ARG ${name}`)];
}

function runLine(
  mounts: readonly CacheMount[],
  stage: number,
  flags: readonly string[],
  each: (position: number) => string,
  first: string,
): string {
  const own = mounts.map((mount, position) => ({ mount, position })).filter(({ mount }) => mount.stage === stage);
  const mountFlags = own.map(({ mount, position }) => {
    const options = Object.entries(mount.options).map(([key, value]) => `,${key}=${value}`);
    return `--mount=type=cache,target=${ROOT}/${position},id=${mount.id}${options.join("")}`;
  });
  const commands = [first, ...own.map(({ position }) => each(position)), `mkdir -p ${ROOT}/done`];
  return ["RUN --network=none", ...flags, ...mountFlags, commands.join("; ")].join(" ");
}

function hashOf(mounts: readonly CacheMount[]): string {
  const identity = JSON.stringify(mounts.map(({ id, options }) => [id, options]));
  return createHash("sha256").update(identity).digest("hex").slice(0, 12);
}

function branchKey(branch: string): string {
  const plain = branch.replace(/[^A-Za-z0-9_.-]+/g, "-");
  // A comma ends a key of GitHub's cache, and `a/b` and `a-b` are two branches.
  return plain === branch ? plain : `${plain}-${createHash("sha256").update(branch).digest("hex").slice(0, 8)}`;
}
