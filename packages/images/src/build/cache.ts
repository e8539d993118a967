import { createHash } from "node:crypto";
import type { TypedAttributes } from "./bake-file.ts";
import type { EngineCapabilities } from "./engine.ts";

export const CACHE_PRESETS = ["auto", "gha", "registry", "local", "inline", "none"] as const;
export type CachePreset = (typeof CACHE_PRESETS)[number];
type CacheKind = Exclude<CachePreset, "auto">;

/** What a run knows that decides on its cache. */
export interface CacheFacts {
  /** GITHUB_EVENT_NAME. */
  readonly event: string;
  /** `refs/heads/main`, `refs/tags/v1.2.3`, `refs/pull/7/merge`. */
  readonly ref: string;
  /** The branch that a pull request wants to be merged into. */
  readonly baseBranch?: string;
  readonly defaultBranch: string;
  readonly service: CacheService;
  readonly engine: Pick<EngineCapabilities, "cacheExport">;
  /** Repositories that the image is pushed to, such as `ghcr.io/acme/api`, without tags. */
  readonly repositories: readonly string[];
  /** Whether this run pushes: only then may it write a cache to the registry. */
  readonly pushes: boolean;
  /** A folder that outlives the run: on a self-hosted runner, or one that the caller restores and saves. */
  readonly folder?: string;
}

/** What buildx finds of GitHub's cache in its environment (build/opt.go, `addGithubToken`); an empty variable is none. */
export interface CacheService {
  /** ACTIONS_RUNTIME_TOKEN */
  readonly hasToken: boolean;
  /** ACTIONS_RESULTS_URL or ACTIONS_CACHE_URL */
  readonly hasAddress: boolean;
  /** Why BuildKit would refuse the token (`cache-token.ts`), half a sentence. A refused one fails the build, not the cache. */
  readonly tokenProblem?: string;
}

export interface CacheTarget {
  readonly name: string;
  readonly platforms: readonly string[];
  /** Set if the image has entries of its own: then the preset adds none. */
  readonly hasOwnEntries: boolean;
}

export interface CachePlan {
  readonly kind: CacheKind;
  readonly from: readonly TypedAttributes[];
  readonly to: readonly TypedAttributes[];
  /** Said in the plan and in the report. */
  readonly notes: readonly string[];
  /** Said as a warning: what was asked for does not happen. */
  readonly warnings: readonly string[];
  /** A local cache only grows; the fresh one is written beside it and takes its place after the build. */
  readonly replace?: { readonly fresh: string; readonly kept: string };
}

/** Events that run code of a branch that everyone with write access may trust. All others could plant a cache. */
const WRITERS = new Set(["push", "schedule", "workflow_dispatch", "repository_dispatch"]);

/**
 * The entries `cache-from` and `cache-to` of one image. It reads the cache of its branch, then that of the default
 * branch. Each image and set of platforms has a cache of its own, since the writer of a shared one would wipe the other.
 * A cache never fails a build (`ignore-error`), is never written where a later trusted build would read what an untrusted
 * one wrote, and is not read for a release.
 */
export function planCache(preset: CachePreset, target: CacheTarget, facts: CacheFacts): CachePlan {
  const none = (note: string, kind: CacheKind = "none"): CachePlan => ({
    kind,
    from: [],
    to: [],
    notes: [note],
    warnings: [],
  });
  if (target.hasOwnEntries) {
    const note = "`cache-from` and `cache-to` are set, so `cache` adds nothing.";
    return preset === "auto" || preset === "none"
      ? { ...none(note), notes: [] }
      : { ...none(""), notes: [], warnings: [`cache: ${note} Remove one of them.`] };
  }
  if (preset === "none") return { ...none(""), notes: [] };
  const kind = preset === "auto" ? bestKind(facts) : preset;
  if (kind === "none")
    return none(
      "No cache is available: this run has no token of GitHub's cache, pushes to no registry and has no folder that outlives it.",
    );
  const missing = missingFor(kind, facts);
  if (missing !== undefined) return { ...none("", kind), notes: [], warnings: [`cache: ${missing}`] };
  const access = cacheAccess(facts);
  if (!access.reads) return none(access.note!, kind);
  const { from, to, replace } = entriesOf(kind, target, facts);
  const notes = access.note === undefined ? [] : [access.note];
  if (!access.writes) return { kind, from, to: [], notes, warnings: [] };
  return { kind, from, to, notes, warnings: [], ...(replace === undefined ? {} : { replace }) };
}

/** Whether a run may read and write what later runs build on, and what to say if not. */
export interface CacheAccess {
  readonly reads: boolean;
  readonly writes: boolean;
  readonly note?: string;
}

export function cacheAccess(facts: Pick<CacheFacts, "event" | "ref">): CacheAccess {
  if (facts.event === "release" || facts.ref.startsWith("refs/tags/")) {
    const what = facts.event === "release" ? "release" : "tag";
    const note = `The ${what} is built without a cache: a poisoned one would end in what users install. \`cache-from\` reads one all the same.`;
    return { reads: false, writes: false, note };
  }
  if (WRITERS.has(facts.event) && facts.ref.startsWith("refs/heads/") && !isTemporary(facts.ref))
    return { reads: true, writes: true };
  return { reads: true, writes: false, note: `The cache is read and not written: ${whyNotWritten(facts)}.` };
}

/**
 * buildx drops a `type=gha` entry without a word if the token or the address is missing (build/opt.go, `isActive`).
 *
 * @returns the warning, or undefined if no entry is of that type or it works.
 */
export function inactiveGhaWarning(entries: readonly TypedAttributes[], service: CacheService): string | undefined {
  const isInactive = entries.some(
    ({ type, token, url, url_v2 }) =>
      type === "gha" && !((token || service.hasToken) && (url || url_v2 || service.hasAddress)),
  );
  if (!isInactive) return undefined;
  return `The cache \`type=gha\` is inactive, and buildx would not say so: ${missingForGha(service) ?? "it has no token or address"}`;
}

function bestKind(facts: CacheFacts): CacheKind {
  const hasRegistry = facts.repositories.length > 0;
  if (facts.engine.cacheExport) {
    if (missingForGha(facts.service) === undefined) return "gha";
    if (facts.folder !== undefined) return "local";
    if (hasRegistry && facts.pushes) return "registry";
  }
  return hasRegistry ? "inline" : "none";
}

function missingFor(kind: CacheKind, facts: CacheFacts): string | undefined {
  if (kind !== "inline" && !facts.engine.cacheExport)
    return `this engine writes only \`cache: inline\`: it has no containerd image store. Set \`"features": {"containerd-snapshotter": true}\` in /etc/docker/daemon.json, or use docker/setup-buildx-action.`;
  if (kind === "gha") return missingForGha(facts.service);
  if (kind === "local" && facts.folder === undefined)
    return "`local` needs a folder that outlives the run, which this runner does not have. Use `gha` or `registry`.";
  if ((kind === "registry" || kind === "inline") && facts.repositories.length === 0)
    return `\`${kind}\` is kept beside the image, and the image has no name. Set \`images\`.`;
  return undefined;
}

function missingForGha({ hasToken, hasAddress, tokenProblem }: CacheService): string | undefined {
  if (hasToken && hasAddress)
    return (
      tokenProblem &&
      `the token of the run's cache is not one of GitHub's: ${tokenProblem}. Use \`registry\` or \`local\`.`
    );
  const missing = hasToken ? "address" : "token";
  return `the run has no ${missing} of GitHub's cache. Use this action directly in a job of GitHub Actions, or \`registry\` or \`local\`.`;
}

/** How long one request may be repeated that GitHub's cache answers with 429; BuildKit's own limit is ten minutes. */
const GHA_TIMEOUT = "2m";

/** A merge queue's branch is gone before anyone could read its cache. */
function isTemporary(ref: string): boolean {
  return ref.startsWith("refs/heads/gh-readonly-queue/");
}

function whyNotWritten({ event, ref }: Pick<CacheFacts, "event" | "ref">): string {
  if (event === "pull_request") return "a pull request could plant what later builds of the branch would use";
  if (event === "merge_group" || isTemporary(ref)) return "the branch of a merge queue is gone before anyone reads it";
  return `the event \`${event.replace(/[^\w-]/g, "")}\` can run code that nobody has reviewed`;
}

function entriesOf(
  kind: Exclude<CacheKind, "none">,
  target: CacheTarget,
  facts: CacheFacts,
): Pick<CachePlan, "from" | "to" | "replace"> {
  const branches = branchesOf(facts);
  const [branch = facts.defaultBranch] = branches;
  const scope = scopeOf(target);
  if (kind === "gha") {
    // BuildKit reads the index of every ref that the token may read: the branch, the base, the default branch (gha.go).
    const entry = { type: "gha", scope, timeout: GHA_TIMEOUT };
    return { from: [entry], to: [{ ...entry, mode: "max", "ignore-error": "true" }] };
  }
  if (kind === "local") {
    const folderOf = (name: string) => `${facts.folder!}/${cacheKey(scope, name)}`;
    const fresh = `${folderOf(branch)}.fresh`;
    return {
      from: branches.map((name) => ({ type: "local", src: folderOf(name) })),
      to: [{ type: "local", dest: fresh, mode: "max", "ignore-error": "true" }],
      replace: { fresh, kept: folderOf(branch) },
    };
  }
  const [repository] = facts.repositories;
  if (kind === "registry") {
    const refOf = (name: string) => `${repository!}:${cacheKey(`cache.${scope}`, name)}`;
    const to = {
      type: "registry",
      ref: refOf(branch),
      mode: "max",
      "image-manifest": "true",
      "oci-mediatypes": "true",
      "ignore-error": "true",
    };
    return { from: branches.map((name) => ({ type: "registry", ref: refOf(name) })), to: facts.pushes ? [to] : [] };
  }
  // An inline cache is inside the image: what is read are the images that earlier runs pushed under the branch's tag.
  const images = branches.map((name) => ({ type: "registry", ref: `${repository!}:${tagOf(name)}` }));
  return { from: images, to: [{ type: "inline" }] };
}

/** The branch of the run, then the one it grew from, then the default branch. */
export function branchesOf({
  event,
  ref,
  baseBranch,
  defaultBranch,
}: Pick<CacheFacts, "event" | "ref" | "baseBranch" | "defaultBranch">): readonly string[] {
  const own = event !== "pull_request_target" && ref.startsWith("refs/heads/") ? [ref.slice("refs/heads/".length)] : [];
  return [...new Set([...own, ...(baseBranch === undefined || baseBranch === "" ? [] : [baseBranch]), defaultBranch])];
}

/**
 * `jessy.api.linux-amd64`: two images, or one image for other platforms, never overwrite each other's cache. Neither a
 * name nor a platform holds a dot, so no two sets give one text.
 */
function scopeOf({ name, platforms }: CacheTarget): string {
  const parts = [...new Set(platforms)].sort().map((platform) => platform.replace(/[^a-z0-9]+/gi, "-"));
  return ["jessy", name, ...parts].join(".");
}

const MAX_TAG_CHARACTERS = 128;

/** A text that is a valid tag and folder name. What is shortened or replaced is told apart by a hash. */
function cacheKey(scope: string, branch: string): string {
  // No branch holds two dots in a row (git check-ref-format).
  const plain = `${scope}..${branch}`;
  const key = plain.replace(/[^A-Za-z0-9_.-]+/g, "-");
  if (key === plain && key.length <= MAX_TAG_CHARACTERS) return key;
  const hash = createHash("sha256").update(plain).digest("hex").slice(0, 12);
  return `${key.slice(0, MAX_TAG_CHARACTERS - 13)}-${hash}`;
}

/** The tag that `type=ref,event=branch` gives. */
function tagOf(branch: string): string {
  return (
    branch
      .replace(/[^A-Za-z0-9_.-]+/g, "-")
      .replace(/^[.-]+/, "")
      .slice(0, MAX_TAG_CHARACTERS) || "latest"
  );
}
