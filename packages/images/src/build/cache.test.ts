import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ANY_TEXT } from "../../testing/any-text.ts";
import {
  type CacheFacts,
  type CachePreset,
  type CacheTarget,
  cacheAccess,
  inactiveGhaWarning,
  planCache,
} from "./cache.ts";

const GHA = { hasToken: true, hasAddress: true };
const NO_GHA = { hasToken: false, hasAddress: false };

const FACTS: CacheFacts = {
  event: "push",
  ref: "refs/heads/feature/x",
  defaultBranch: "main",
  service: GHA,
  engine: { cacheExport: true },
  repositories: ["ghcr.io/acme/api", "docker.io/acme/api"],
  pushes: true,
};

const TARGET: CacheTarget = { name: "api", platforms: ["linux/amd64"], hasOwnEntries: false };

const plan = (preset: CachePreset, facts: Partial<CacheFacts> = {}, target: Partial<CacheTarget> = {}) =>
  planCache(preset, { ...TARGET, ...target }, { ...FACTS, ...facts });

describe("the presets", () => {
  test("gha", () => {
    expect(plan("gha")).toEqual({
      kind: "gha",
      from: [{ type: "gha", scope: "jessy.api.linux-amd64", timeout: "2m" }],
      to: [{ type: "gha", scope: "jessy.api.linux-amd64", timeout: "2m", mode: "max", "ignore-error": "true" }],
      notes: [],
      warnings: [],
    });
  });

  test("registry", () => {
    const { from, to } = plan("registry");
    expect(from).toEqual([
      {
        type: "registry",
        ref: expect.stringMatching(/^ghcr\.io\/acme\/api:cache\.jessy\.api\.linux-amd64\.\.feature-x-[0-9a-f]{12}$/),
      },
      { type: "registry", ref: "ghcr.io/acme/api:cache.jessy.api.linux-amd64..main" },
    ]);
    expect(to).toEqual([
      { ...from[0], mode: "max", "image-manifest": "true", "oci-mediatypes": "true", "ignore-error": "true" },
    ]);
  });

  test("local, where the fresh cache takes the old one's place", () => {
    expect(plan("local", { folder: "/cache", ref: "refs/heads/main" })).toEqual({
      kind: "local",
      from: [{ type: "local", src: "/cache/jessy.api.linux-amd64..main" }],
      to: [{ type: "local", dest: "/cache/jessy.api.linux-amd64..main.fresh", mode: "max", "ignore-error": "true" }],
      replace: { fresh: "/cache/jessy.api.linux-amd64..main.fresh", kept: "/cache/jessy.api.linux-amd64..main" },
      notes: [],
      warnings: [],
    });
  });

  test("inline", () => {
    expect(plan("inline")).toMatchObject({
      from: [
        { type: "registry", ref: "ghcr.io/acme/api:feature-x" },
        { type: "registry", ref: "ghcr.io/acme/api:main" },
      ],
      to: [{ type: "inline" }],
    });
  });

  test("none", () => {
    expect(plan("none")).toEqual({ kind: "none", from: [], to: [], notes: [], warnings: [] });
  });
});

describe("auto", () => {
  test.each<[string, Partial<CacheFacts>, string]>([
    ["GitHub's cache where it works", {}, "gha"],
    ["a folder that outlives the run", { service: NO_GHA, folder: "/c" }, "local"],
    ["the registry that is pushed to", { service: NO_GHA }, "registry"],
    ["what the image itself holds, if nothing is pushed", { service: NO_GHA, pushes: false }, "inline"],
    ["or if the engine writes nothing else", { engine: { cacheExport: false } }, "inline"],
    ["nothing", { service: NO_GHA, pushes: false, repositories: [] }, "none"],
    [
      "the registry, if BuildKit would refuse the token",
      { service: { ...GHA, tokenProblem: "it is not a JSON web token" } },
      "registry",
    ],
    ["a token without an address is none", { service: { ...GHA, hasAddress: false }, repositories: [] }, "none"],
  ])("%s", (_, facts, kind) => {
    expect(plan("auto", facts).kind).toBe(kind);
  });

  test("says so if there is none", () => {
    expect(plan("auto", { service: NO_GHA, repositories: [] }).notes).toEqual([
      "No cache is available: this run has no token of GitHub's cache, pushes to no registry and has no folder that outlives it.",
    ]);
  });
});

describe("who reads and writes", () => {
  const BOTH = { reads: true, writes: true };
  const READS = { reads: true, writes: false };
  test.each<[string, string, object]>([
    ["push", "refs/heads/main", BOTH],
    ["schedule", "refs/heads/main", BOTH],
    ["workflow_dispatch", "refs/heads/x", BOTH],
    ["pull_request", "refs/pull/7/merge", READS],
    ["pull_request_target", "refs/heads/main", READS],
    ["workflow_run", "refs/heads/main", READS],
    ["issue_comment", "refs/heads/main", READS],
    ["merge_group", "refs/heads/gh-readonly-queue/main/pr-1-abc", READS],
    ["push", "refs/heads/gh-readonly-queue/main/pr-1-abc", READS],
    ["push", "refs/tags/v1", { reads: false, writes: false }],
    ["workflow_dispatch", "refs/tags/v1", { reads: false, writes: false }],
    ["release", "refs/tags/v1", { reads: false, writes: false }],
  ])("%s of %s", (event, ref, expected) => {
    const access = cacheAccess({ event, ref });
    expect(access).toMatchObject(expected);
    expect(access.note === undefined).toBe(expected === BOTH);
    for (const preset of ["gha", "registry", "local", "inline"] as const) {
      const made = plan(preset, { event, ref, folder: "/c" });
      expect(made.from.length > 0).toBe(access.reads);
      expect(made.to.length > 0).toBe(access.writes);
      expect(made.notes.length).toBe(expected === BOTH ? 0 : 1);
      expect(made.replace !== undefined).toBe(preset === "local" && access.writes);
    }
  });

  test("a pull request reads the cache of its base, then of the default branch", () => {
    const facts = { event: "pull_request", ref: "refs/pull/7/merge", baseBranch: "v2" };
    expect(plan("registry", facts).from.map(({ ref }) => ref!.split("..").at(-1))).toEqual(["v2", "main"]);
    expect(plan("registry", facts).notes).toEqual([
      "The cache is read and not written: a pull request could plant what later builds of the branch would use.",
    ]);
  });

  test("a tag says that it reads nothing, and how it would", () => {
    expect(plan("auto", { ref: "refs/tags/v1.2.3" }).notes).toEqual([
      "The tag is built without a cache: a poisoned one would end in what users install. `cache-from` reads one all the same.",
    ]);
  });

  test("a run that pushes nothing writes no registry cache", () => {
    expect(plan("registry", { pushes: false }).to).toEqual([]);
  });
});

describe("what does not happen is a warning", () => {
  test.each<[string, CachePreset, Partial<CacheFacts>, RegExp]>([
    ["no token", "gha", { service: NO_GHA }, /^cache: the run has no token of GitHub's cache\. Use this action/],
    ["no address", "gha", { service: { ...GHA, hasAddress: false } }, /^cache: the run has no address of/],
    [
      "another runner's token",
      "gha",
      { service: { ...GHA, tokenProblem: "it has expired" } },
      /^cache: the token of the run's cache is not one of GitHub's: it has expired\. Use/,
    ],
    ["no folder", "local", {}, /^cache: `local` needs a folder/],
    ["no name", "registry", { repositories: [] }, /^cache: `registry` is kept beside the image/],
    ["an old store", "gha", { engine: { cacheExport: false } }, /containerd-snapshotter/],
  ])("%s", (_, preset, facts, warning) => {
    const made = plan(preset, facts);
    expect(made).toMatchObject({ from: [], to: [], notes: [] });
    expect(made.warnings).toEqual([expect.stringMatching(warning)]);
  });

  test("entries of one's own replace the preset", () => {
    expect(plan("auto", {}, { hasOwnEntries: true })).toEqual({
      kind: "none",
      from: [],
      to: [],
      notes: [],
      warnings: [],
    });
    expect(plan("gha", {}, { hasOwnEntries: true }).warnings).toEqual([
      "cache: `cache-from` and `cache-to` are set, so `cache` adds nothing. Remove one of them.",
    ]);
  });

  test.each<[string, readonly { readonly type: string }[], typeof GHA, boolean]>([
    ["works", [{ type: "gha" }], GHA, false],
    ["is not used", [{ type: "registry" }], NO_GHA, false],
    ["has no token", [{ type: "gha" }], { ...GHA, hasToken: false }, true],
    ["has no address", [{ type: "gha" }], { ...GHA, hasAddress: false }, true],
    ["has its own", [{ type: "gha", token: "t", url: "u" } as { type: string }], NO_GHA, false],
  ])("type=gha %s", (_, entries, service, warns) => {
    expect(inactiveGhaWarning(entries, service)?.startsWith("The cache `type=gha` is inactive")).toBe(
      warns || undefined,
    );
  });
});

describe("no cache overwrites another", () => {
  test("of another image, other platforms or another branch", () => {
    const name = fc.stringMatching(/^[\w-]{1,12}$/);
    const platforms = fc.uniqueArray(fc.constantFrom("linux/amd64", "linux/arm64", "linux/arm/v7"), { maxLength: 3 });
    const branch = fc.oneof(
      fc.constantFrom("main", "a/b", "a-b", "a--b", "x".repeat(300)),
      fc.string({ minLength: 1 }),
    );
    const case_ = fc.record({ name, platforms, branch });
    fc.assert(
      fc.property(case_, case_, (a, b) => {
        const refOf = ({ name, platforms, branch }: typeof a) =>
          plan("registry", { ref: `refs/heads/${branch}` }, { name, platforms }).to[0]!.ref!;
        const isSame =
          JSON.stringify([a.name, a.platforms.toSorted(), a.branch]) ===
          JSON.stringify([b.name, b.platforms.toSorted(), b.branch]);
        if (!a.branch.startsWith("gh-readonly-queue/") && !b.branch.startsWith("gh-readonly-queue/"))
          expect(refOf(a) === refOf(b)).toBe(isSame);
      }),
      {
        examples: [
          [
            { name: "a", platforms: [], branch: "a/b" },
            { name: "a", platforms: [], branch: "a-b" },
          ],
          [
            { name: "a-linux-amd64", platforms: [], branch: "b" },
            { name: "a", platforms: ["linux/amd64"], branch: "b" },
          ],
          [
            { name: "a", platforms: [], branch: "linux-amd64.b" },
            { name: "a", platforms: ["linux/amd64"], branch: "b" },
          ],
          [
            { name: "a", platforms: [], branch: "b-c" },
            { name: "a-b", platforms: [], branch: "c" },
          ],
        ],
      },
    );
  });

  test("and every reference is valid", () => {
    fc.assert(
      fc.property(
        ANY_TEXT.filter((text) => text !== ""),
        (branch) => {
          for (const preset of ["registry", "inline"] as const)
            for (const { ref } of plan(preset, { ref: `refs/heads/${branch}` }).from)
              expect(ref).toMatch(/^ghcr\.io\/acme\/api:\w[\w.-]{0,127}$/);
        },
      ),
    );
  });
});
