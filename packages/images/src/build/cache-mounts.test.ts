import { describe, expect, test } from "vitest";
import type { BakeTarget } from "./bake-file.ts";
import type { MountCommand } from "./cache-mount-commands.ts";
import { type CacheMountFacts, type MountTarget, mountsWereUsed, planCacheMounts } from "./cache-mounts.ts";

const FACTS: CacheMountFacts = {
  event: "push",
  ref: "refs/heads/main",
  defaultBranch: "main",
  commit: "c0ffee",
  architecture: "x64",
  run: "r-1",
  folders: { tools: "/run/mounts/tools", archives: "/run/mounts/archives" },
};

const RUST = `FROM rust:1 AS chef
RUN cargo install cargo-chef
FROM chef AS build
ARG TARGETARCH
WORKDIR /app
COPY . .
RUN --mount=type=cache,target=\${CARGO_HOME}/registry \\
    --mount=type=cache,id=target-$TARGETARCH,target=/app/target,sharing=locked,uid=1000,mode=0755 \\
    cargo build --release
FROM gcr.io/distroless/cc
COPY --from=build /app/target/release/jessy /
`;

const GO = `FROM golang:1
RUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build go build
`;

const image = (dockerfile: string | undefined, bake: BakeTarget = {}, name = "api"): MountTarget => ({
  name,
  bake,
  dockerfile,
});

const plan = (dockerfile: string, bake: BakeTarget = {}, facts: Partial<CacheMountFacts> = {}) =>
  planCacheMounts([image(dockerfile, bake)], { ...FACTS, ...facts });

const ids = (made: ReturnType<typeof plan>) => made.mounts.map(({ id }) => id);
const target = (command: MountCommand | undefined) => command!.bakeFile.target.mounts!;
const inline = (command: MountCommand | undefined) => target(command)["dockerfile-inline"]!.split("\n");

describe("cache mounts", () => {
  test("are opened from scratch by the runner's own shell and tar: nothing is pulled", () => {
    const { save, restore } = plan(GO);
    for (const command of [save, restore]) {
      const [from, user, folder, run, last, copy] = inline(command);
      expect([from, user, folder]).toEqual([
        "FROM scratch AS jessy-mounts-0",
        "USER 0:0",
        "WORKDIR /.jessy-mounts/out",
      ]);
      expect(run).toMatch(
        /^RUN --network=none --mount=type=bind,from=jessy-mounts-tools,target=\/\.jessy-mounts\/tools .*--mount=type=cache,target=\/\.jessy-mounts\/0,id=\/go\/pkg\/mod --mount=type=cache,target=\/\.jessy-mounts\/1,id=\/root\/\.cache\/go-build \["\/\.jessy-mounts\/tools\/ld\.so","--library-path","\/\.jessy-mounts\/tools\/lib","\/\.jessy-mounts\/tools\/sh","-c",/,
      );
      expect([last, copy]).toEqual(["FROM scratch", "COPY --from=jessy-mounts-0 /.jessy-mounts/out/ /"]);
      expect(command!.folders).toEqual([FACTS.folders.tools, FACTS.folders.archives]);
      // With it BuildKit would open empty mounts; the text of the run is new instead.
      expect(target(command)["no-cache"]).toBeUndefined();
      expect(run).toContain('"-c",": r-1\\nrun()');
    }
    expect(target(save)).toMatchObject({
      contexts: { "jessy-mounts-tools": FACTS.folders.tools },
      output: [{ type: "local", dest: FACTS.folders.archives }],
    });
    expect(target(restore)).toMatchObject({
      contexts: { "jessy-mounts-tools": FACTS.folders.tools, "jessy-mounts-archives": FACTS.folders.archives },
      output: [{ type: "cacheonly" }],
    });
    expect(inline(restore)[3]).toContain("--mount=type=bind,from=jessy-mounts-archives");
  });

  test("keep their owner, and a variable that only the base image sets is left to it", () => {
    const made = plan(RUST);
    expect(made.notes).toEqual([]);
    expect(ids(made)).toEqual(["${CARGO_HOME}/registry", "target-$TARGETARCH"]);
    const lines = inline(made.save);
    expect(lines.filter((line) => line.startsWith("FROM"))).toEqual([
      "FROM rust:1 AS jessy-mounts-0",
      "FROM scratch AS jessy-mounts-1",
      "FROM scratch",
    ]);
    expect(lines.filter((line) => line.startsWith("ARG"))).toEqual(["ARG TARGETARCH"]);
    expect(lines[8]).toContain("id=target-$TARGETARCH,uid=1000,mode=0755,sharing=locked");
  });

  test("of an image that build-contexts puts in the place of the base", () => {
    const { save } = plan(RUST, { contexts: { "rust:1": "docker-image://mirror/rust:1", other: "." } });
    expect(inline(save)[0]).toBe("FROM jessy-mounts-base-0 AS jessy-mounts-0");
    expect(target(save).contexts).toEqual({
      "jessy-mounts-base-0": "docker-image://mirror/rust:1",
      "jessy-mounts-tools": FACTS.folders.tools,
    });
  });

  test("of every platform survive: the runner's programs open them all", () => {
    const dockerfile =
      "FROM a AS x\nARG TARGETARCH\nARG TARGETPLATFORM\nRUN --mount=type=cache,id=t-${TARGETARCH},target=/t --mount=type=cache,id=$TARGETPLATFORM,target=/p --mount=type=cache,target=/all b\n";
    const made = plan(dockerfile, { platforms: ["linux/arm64", "linux/amd64"] });
    expect(ids(made)).toEqual(["t-arm64", "t-amd64", "linux/arm64", "linux/amd64", "/all"]);
    expect(target(made.save).platforms).toBeUndefined();
    expect(inline(made.save).filter((line) => line.startsWith("ARG"))).toEqual([]);
  });

  test("of several images are packed once", () => {
    const images = [image(GO), image(GO, {}, "web"), image(RUST, {}, "core")];
    const made = planCacheMounts(images, FACTS);
    expect(ids(made)).toEqual(["/go/pkg/mod", "/root/.cache/go-build", "target-$TARGETARCH", "${CARGO_HOME}/registry"]);
    expect(new Set(made.mounts.map(({ archive }) => archive)).size).toBe(4);
    expect(made.key).not.toBe(planCacheMounts(images.slice(1), FACTS).key);
  });

  test("of another namespace of BuildKit are not mixed", () => {
    const args = { BUILDKIT_CACHE_MOUNT_NS: "ns" };
    expect(target(plan(GO, { args }).save).args).toEqual(args);
    const made = planCacheMounts([image(GO, { args }), image(RUST, {}, "core")], FACTS);
    expect(ids(made)).toEqual(["/go/pkg/mod", "/root/.cache/go-build"]);
    expect(made.notes).toEqual([expect.stringMatching(/`core` do not survive: its BUILDKIT_CACHE_MOUNT_NS/)]);
  });

  test.each<[string, string, BakeTarget, readonly string[], readonly RegExp[]]>([
    [
      "a stage that the image does not use",
      "FROM a AS x\nRUN --mount=type=cache,target=/x a\nFROM b\nRUN c",
      {},
      [],
      [],
    ],
    [
      "a stage that is copied from by its number",
      "FROM a\nRUN --mount=type=cache,target=/x a\nFROM b\nCOPY --from=0 /a /b",
      {},
      ["/x"],
      [],
    ],
    [
      "a stage that is mounted",
      "FROM a AS x\nRUN --mount=type=cache,target=/x a\nFROM b\nRUN --mount=from=x,target=/y c",
      {},
      ["/x"],
      [],
    ],
    ["another target", "FROM a AS x\nRUN --mount=type=cache,target=/x a\nFROM b\nRUN c", { target: "x" }, ["/x"], []],
    [
      "one mount of two steps",
      "FROM a\nRUN --mount=type=cache,target=/x a\nRUN --mount=type=cache,dst=/x b",
      {},
      ["/x"],
      [],
    ],
    [
      "an argument",
      "FROM a\nARG N=n\nRUN --mount=type=cache,id=$N-m,target=/x a",
      { args: { N: "given" } },
      ["given-m"],
      [],
    ],
    ["a path as BuildKit cleans it", "FROM a\nRUN --mount=type=cache,target=/x/../y// a", {}, ["/y"], []],
    ["a path below the working directory", "FROM a\nRUN --mount=type=cache,target=./x/./y a", {}, ["x/y"], []],
    ["a path above it", "FROM a\nRUN --mount=type=cache,target=../../x a", {}, ["../../x"], []],
    ["a path above the root", "FROM a\nRUN --mount=type=cache,target=/../x/ a", {}, ["/x"], []],
    ["an id as it is", "FROM a\nRUN --mount=type=cache,id=/x//y/,target=/z a", {}, ["/x//y/"], []],
    ["the environment", "FROM a\nENV H=/h\nRUN --mount=type=cache,target=$H/x a", {}, ["/h/x"], []],
    ["what nothing sets", "FROM scratch\nRUN --mount=type=cache,target=$NONE/${NEITHER}x a", {}, ["/x"], []],
    [
      "a platform that the stage does not name",
      "FROM a\nRUN --mount=type=cache,id=$TARGETOS-x,target=/x a",
      {},
      ["-x"],
      [],
    ],
    ["no shell", "FROM scratch\nRUN --mount=type=cache,target=/x a", {}, ["/x"], []],
    ["no cache", "FROM a\nRUN --mount=type=secret,id=x a\nRUN --mount=type=tmpfs,target=/x a", {}, [], []],
    [
      "content from a stage",
      "FROM a\nRUN --mount=type=cache,target=/x,from=b a",
      {},
      [],
      [/`\/x` at line 2 does not survive: it starts from another stage/],
    ],
    [
      "a name in quotes",
      'FROM a\nRUN --mount=type=cache,"id=a,b",target=/x a',
      {},
      [],
      [/`a,b` at line 2 does not survive: it is named by characters that need quotes/],
    ],
    [
      "a base image of this step that sets a variable",
      "FROM base\nRUN --mount=type=cache,target=$H/x a",
      { contexts: { base: "target:other" } },
      [],
      [/at line 2 does not survive: `base` is built here/],
    ],
    ["no Dockerfile", "", {}, [], []],
  ])("%s", (_, dockerfile, bake, expected, notes) => {
    const made = plan(dockerfile, bake);
    expect(ids(made)).toEqual(expected);
    expect(made.notes).toEqual(notes.map((pattern) => expect.stringMatching(pattern)));
    for (const command of [made.save, made.restore]) expect(command !== undefined).toBe(expected.length > 0);
  });

  test("of a build without a cache are empty, whatever was restored", () => {
    const made = plan(GO, { "no-cache": true });
    expect([made.restore, made.notes.length]).toEqual([undefined, 1]);
    expect(made.save).toBeDefined();
    expect(planCacheMounts([image(GO, { "no-cache": true }), image(RUST, {}, "core")], FACTS).restore).toBeDefined();
  });

  test("of a Dockerfile that lies elsewhere do not survive, and that is said", () => {
    const made = planCacheMounts([image(undefined)], FACTS);
    expect(made).toMatchObject({
      mounts: [],
      notes: [expect.stringContaining("`api` do not survive: its Dockerfile")],
    });
  });

  test.each<[string, Partial<CacheMountFacts>, boolean, boolean]>([
    ["a push to a branch", {}, true, true],
    ["a schedule", { event: "schedule" }, true, true],
    ["a pull request", { event: "pull_request", ref: "refs/pull/1/merge" }, true, false],
    ["one with the base's rights", { event: "pull_request_target" }, true, false],
    ["a workflow after another", { event: "workflow_run" }, true, false],
    ["a merge queue", { event: "merge_group", ref: "refs/heads/gh-readonly-queue/main/pr-1" }, true, false],
    ["a tag", { ref: "refs/tags/v1" }, false, false],
    ["a release", { event: "release", ref: "refs/tags/v1" }, false, false],
  ])("%s", (_, facts, reads, writes) => {
    const made = plan(RUST, {}, facts);
    expect([made.restore !== undefined, made.save !== undefined]).toEqual([reads, writes]);
    expect(made.notes).toEqual(
      writes
        ? []
        : [expect.stringMatching(reads ? /^Cache mounts are read and not written: / : /^Cache mounts are neither/)],
    );
  });

  test("have a key for each commit and are restored from the branch, then the default branch", () => {
    const { key, restoreKeys, branchFolders } = plan(RUST, {}, { ref: "refs/heads/a/b" });
    expect(key).toMatch(/^jessy-mounts\.api\.[0-9a-f]{12}\.\.a-b-[0-9a-f]{12}\.\.c0ffee$/);
    expect(restoreKeys).toEqual([key.slice(0, -"c0ffee".length), expect.stringMatching(/\.\.main\.\.$/)]);
    expect(branchFolders.from.map((name) => `${name}..`)).toEqual(restoreKeys);
    expect(branchFolders.own).toBe(branchFolders.from[0]);
    expect(key).not.toContain(",");
  });

  test("a key fits GitHub's cache, and two machines, platforms or sets of mounts have two", () => {
    const keyOf = (bake: BakeTarget, facts: Partial<CacheMountFacts> = {}, dockerfile = RUST) =>
      plan(dockerfile, bake, facts).key;
    expect(keyOf({}, { ref: `refs/heads/${"ä/".repeat(400)}` }).length).toBeLessThan(512);
    const keys = [
      keyOf({}),
      keyOf({}, { architecture: "arm64" }),
      keyOf({ platforms: ["linux/amd64"] }),
      keyOf({}, {}, GO),
      keyOf({}, { ref: "refs/heads/main-2" }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys[4]!.startsWith(plan(RUST).restoreKeys[0]!)).toBe(false);
  });

  test.each<[string, boolean, boolean]>([
    ["[build 4/5] RUN --mount=type=cache,target=/x make", false, true],
    ["[build 4/5] RUN --mount=target=/x,type=cache make", false, true],
    ["[build 4/5] RUN --mount=type=cache,target=/x make", true, false],
    ["[build 4/5] RUN make --mount=type=secret", false, false],
    ["[build 4/5] COPY . .", false, false],
  ])("%s, cached: %j", (name, cached, used) => {
    expect(mountsWereUsed([{ name, cached }])).toBe(used);
  });
});
