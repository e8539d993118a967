import { createHash } from "node:crypto";
import type { BakeTarget } from "./bake-file.ts";
import { branchesOf, type CacheFacts, cacheAccess } from "./cache.ts";
import {
  type MountCommand,
  type MountFacts,
  type MountGroup,
  restoreCommand,
  saveCommand,
} from "./cache-mount-commands.ts";
import { readDockerfile } from "./dockerfile.ts";
import { type CacheMount, mountIdentity, readCacheMounts } from "./dockerfile-mounts.ts";

/** An image whose cache mounts are kept. */
export interface MountTarget {
  readonly name: string;
  readonly bake: Pick<BakeTarget, "args" | "contexts" | "no-cache" | "platforms" | "target">;
  /** The text of its Dockerfile; undefined if it is not on this machine. */
  readonly dockerfile: string | undefined;
}

export interface CacheMountFacts
  extends MountFacts,
    Pick<CacheFacts, "event" | "ref" | "baseBranch" | "defaultBranch"> {
  readonly commit: string;
  /** Of this machine, as Node names it: mounts of two machines of one matrix are two. */
  readonly architecture: string;
}

/** One archive for each mount. */
export interface KeptMount {
  readonly id: string;
  readonly archive: string;
}

export interface CacheMountsPlan {
  readonly mounts: readonly KeptMount[];
  /** Run before the build if `archives` holds any. It unpacks into mounts that are still empty. */
  readonly restore?: MountCommand;
  /** Run after the build if `mountsWereUsed`. It packs what is not empty to `archives`. */
  readonly save?: MountCommand;
  /** Under which the archives are kept; one entry a commit, since entries of GitHub's cache never change. */
  readonly key: string;
  /** Beginnings of keys to restore from, the nearest first. */
  readonly restoreKeys: readonly string[];
  /** The same as names of folders: where this branch's archives are, and the branches to restore from. */
  readonly branchFolders: { readonly own: string; readonly from: readonly string[] };
  readonly notes: readonly string[];
}

/**
 * Lets cache mounts (Cargo's registry, Go's modules) survive between runners. BuildKit keeps them in the builder, exports
 * them nowhere, and opens them to a `RUN` alone. Other tools pull a utility image for that `RUN`. Here it runs the
 * runner's own `sh` and `tar`, which come with their libraries as a build context: in a stage from scratch, so that
 * nothing is pulled and images without a shell work as well.
 *
 * Mounts are named by the id and owner by which BuildKit finds the same directory. Both calls stand apart from the build:
 * no layer depends on them, so no cache key changes, and a failure of theirs fails nothing. A build whose layers all come
 * from the cache opens no mount, and then nothing is saved.
 */
export function planCacheMounts(targets: readonly MountTarget[], facts: CacheMountFacts): CacheMountsPlan {
  const notes: string[] = [];
  const [first] = targets;
  const namespace = first?.bake.args?.BUILDKIT_CACHE_MOUNT_NS;
  const groups = new Map<string, MountGroup>();
  const known = new Set<string>();
  for (const target of targets) addMounts(target, namespace, groups, known, notes);
  const mounts = [...groups.values()].flatMap((group) => group.mounts);
  const names = targets.map(({ name }) => name);
  const platforms = targets.map(({ bake }) => bake.platforms ?? facts.architecture);
  const scope = `jessy-mounts.${first?.name ?? ""}.${hashOf([names, platforms, namespace, [...known]])}`;
  // No branch holds two dots in a row, so `main` never restores what `main-2` saved.
  const branches = branchesOf(facts).map((branch) => `${scope}..${branchKey(branch)}..`);
  const own = branches[0]!;
  const plan = {
    mounts: mounts.map(({ id, archive }) => ({ id, archive })),
    key: `${own}${facts.commit}`,
    restoreKeys: branches,
    branchFolders: { own: folderName(own), from: branches.map(folderName) },
    notes,
  };
  if (mounts.length === 0) return plan;
  const access = cacheAccess(facts);
  if (access.note !== undefined) notes.push(mountsNote(access.note, access.reads));
  // BuildKit gives a step without a cache new mounts, and forgets the old ones.
  const startsAnew = targets.every(({ bake }) => bake["no-cache"] === true);
  if (startsAnew && access.reads) notes.push("`no-cache` also starts with empty cache mounts, so none are restored.");
  const all = [...groups.values()];
  return {
    ...plan,
    ...(access.reads && !startsAnew ? { restore: restoreCommand(all, namespace, facts) } : {}),
    ...(access.writes ? { save: saveCommand(all, namespace, facts) } : {}),
  };
}

/** Did a step with a cache mount run, so that there is something new to save? */
export function mountsWereUsed(steps: readonly { readonly name: string; readonly cached: boolean }[]): boolean {
  return steps.some(({ name, cached }) => !cached && /\bRUN\b.*--mount=\S*type=cache/.test(name));
}

function addMounts(
  { name, bake, dockerfile }: MountTarget,
  namespace: string | undefined,
  groups: Map<string, MountGroup>,
  known: Set<string>,
  notes: string[],
): void {
  const args = bake.args ?? {};
  if (dockerfile === undefined) {
    notes.push(`The cache mounts of \`${name}\` do not survive: its Dockerfile is not on this machine.`);
    return;
  }
  const found = readCacheMounts(readDockerfile(dockerfile, args), bake.target, args, notes);
  if (found.length > 0 && args.BUILDKIT_CACHE_MOUNT_NS !== namespace) {
    notes.push(`The cache mounts of \`${name}\` do not survive: its BUILDKIT_CACHE_MOUNT_NS is another image's.`);
    return;
  }
  // A stage runs the runner's programs, so it has the builder's own platform, and others must be written out.
  const platforms: readonly (string | undefined)[] = bake.platforms?.length ? bake.platforms : [undefined];
  for (const mount of found.flatMap((each) => platforms.map((platform) => onPlatform(each, platform)))) {
    const { base } = mount;
    const context = base === undefined ? undefined : bake.contexts?.[base];
    if (context?.startsWith("target:")) {
      notes.push(`The cache mount \`${mount.id}\` at line ${mount.line} does not survive: \`${base}\` is built here.`);
      continue;
    }
    const identity = JSON.stringify([mountIdentity(mount), base, context]);
    if (known.has(identity)) continue;
    known.add(identity);
    const key = JSON.stringify([base, context]);
    const group = groups.get(key) ?? { base, context, mounts: [] };
    groups.set(key, group);
    group.mounts.push({ ...mount, archive: `${hashOf(identity)}.tar` });
  }
}

/** Writes out what BuildKit would say of a platform (docs.docker.com/build/building/variables). */
function onPlatform(mount: CacheMount, platform: string | undefined): CacheMount {
  if (platform === undefined) return mount;
  const [os = "", architecture = "", variant = ""] = platform.split("/");
  const values: Readonly<Record<string, string>> = {
    TARGETPLATFORM: platform,
    TARGETOS: os,
    TARGETARCH: architecture,
    TARGETVARIANT: variant,
  };
  const id = mount.id.replace(/\$(?:(TARGET[A-Z]+)|\{(TARGET[A-Z]+)\})/g, (whole, plain?: string, braced?: string) => {
    return values[plain ?? braced ?? ""] ?? whole;
  });
  return { ...mount, id, args: mount.args.filter((name) => !Object.hasOwn(values, name)) };
}

function mountsNote(note: string, reads: boolean): string {
  return reads
    ? note.replace("The cache is", "Cache mounts are")
    : "Cache mounts are neither read nor written: what they hold would end in what users install.";
}

function hashOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 12);
}

function branchKey(branch: string): string {
  const plain = branch.replace(/[^A-Za-z0-9_.-]+/g, "-");
  // A comma ends a key of GitHub's cache, and `a/b` and `a-b` are two branches.
  return plain === branch && plain.length <= MAX_BRANCH ? plain : `${plain.slice(0, MAX_BRANCH)}-${hashOf(branch)}`;
}

/** A key of GitHub's cache has at most 512 characters, a folder's name 255. */
const MAX_BRANCH = 100;

const folderName = (prefix: string) => prefix.replace(/\.+$/, "");
