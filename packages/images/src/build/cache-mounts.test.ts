import { describe, expect, test } from "vitest";
import type { BakeTarget } from "./bake-file.ts";
import { type CacheMountFacts, mountsWereUsed, planCacheMounts } from "./cache-mounts.ts";

const FACTS: CacheMountFacts = {
  event: "push",
  ref: "refs/heads/main",
  defaultBranch: "main",
  commit: "c0ffee",
  folder: "/run/mounts/api",
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

const plan = (dockerfile: string, bake: BakeTarget = { context: "." }, facts: Partial<CacheMountFacts> = {}) =>
  planCacheMounts("api", bake, dockerfile, { ...FACTS, ...facts });

const inline = (command: ReturnType<typeof plan>["save"]) =>
  command!.bakeFile.target[command!.target]!["dockerfile-inline"]!.split("\n");

describe("cache mounts", () => {
  test("of the image's own stages are found, by what BuildKit calls them", () => {
    expect(plan(RUST).mounts).toEqual([
      { id: "${CARGO_HOME}/registry", stage: 1, options: {}, args: [], line: 7 },
      {
        id: "target-$TARGETARCH",
        stage: 1,
        options: { uid: "1000", mode: "0755", sharing: "locked" },
        args: ["TARGETARCH"],
        line: 7,
      },
    ]);
    expect(plan(RUST).notes).toEqual([]);
  });

  test("are packed by the stage that filled them", () => {
    const { save } = plan(RUST, {
      context: ".",
      args: { A: "1" },
      tags: ["x"],
      "no-cache": true,
      output: [{ type: "docker" }],
      secret: [{ id: "s", env: "S" }],
    });
    const [from, user, arg, run, ...rest] = inline(save);
    expect([from, user, arg]).toEqual(["FROM jessy-stage-1 AS jessy-save-1", "USER 0:0", "ARG TARGETARCH"]);
    expect(run).toMatch(
      /^RUN --network=none --mount=type=cache,target=\/\.jessy-cache-mounts\/0,id=\$\{CARGO_HOME\}\/registry --mount=type=cache,target=\/\.jessy-cache-mounts\/1,id=target-\$TARGETARCH,uid=1000,mode=0755,sharing=locked /,
    );
    expect(rest).toEqual(["FROM scratch", "COPY --from=jessy-save-1 /.jessy-cache-mounts/saved/ /", ""]);
    // The very definition of the build, so that its steps come from the builder's cache; its effects are left out.
    expect(save!.bakeFile.target["jessy-stage-1"]).toEqual({
      context: ".",
      args: { A: "1" },
      secret: [{ id: "s", env: "S" }],
      target: "build",
      output: [{ type: "cacheonly" }],
    });
    expect(save!.bakeFile.target["jessy-save"]).toMatchObject({
      contexts: { "jessy-stage-1": "target:jessy-stage-1" },
      output: [{ type: "local", dest: FACTS.folder }],
    });
  });

  test("are unpacked by the image that the build starts from", () => {
    const { restore } = plan(RUST);
    expect(inline(restore)[0]).toBe("FROM rust:1 AS jessy-restore-1");
    expect(restore!.bakeFile.target["jessy-restore"]).toMatchObject({
      context: FACTS.folder,
      "no-cache": true,
      output: [{ type: "cacheonly" }],
    });
  });

  test("keep a platform of their own", () => {
    const dockerfile =
      "FROM --platform=$BUILDPLATFORM golang:1 AS b\nRUN --mount=type=cache,target=/root/.cache/go-build go build\n";
    const made = plan(dockerfile, { platforms: ["linux/arm64", "linux/amd64"] });
    expect(inline(made.restore)[0]).toBe("FROM --platform=$BUILDPLATFORM golang:1 AS jessy-restore-0");
    expect(made.save!.bakeFile.target["jessy-save"]!.platforms).toEqual(["linux/arm64"]);
    expect(made.notes).toEqual(["The cache mounts of `linux/arm64` survive, those of other platforms do not."]);
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
    ["no cache", "FROM a\nRUN --mount=type=secret,id=x a\nRUN --mount=type=tmpfs,target=/x a", {}, [], []],
    [
      "content from a stage",
      "FROM a\nRUN --mount=type=cache,target=/x,from=b a",
      {},
      [],
      [/`\/x` at line 2 does not survive: it starts from another stage/],
    ],
    [
      "nothing to unpack with",
      "FROM scratch\nRUN --mount=type=cache,target=/x a",
      {},
      ["/x"],
      [/stage 0 do not survive: it starts from scratch/],
    ],
    ["no Dockerfile", "", {}, [], []],
  ])("%s", (_, dockerfile, bake, ids, notes) => {
    const made = plan(dockerfile, bake);
    expect(made.mounts.map(({ id }) => id)).toEqual(ids);
    expect(made.notes).toEqual(notes.map((pattern) => expect.stringMatching(pattern)));
    expect(made.save !== undefined).toBe(ids.length > 0 && notes.length === 0);
  });

  test("a parent stage unpacks where the image starts from scratch", () => {
    const { restore } = plan("FROM scratch AS sh\nADD rootfs.tar /\nFROM sh\nRUN --mount=type=cache,target=/x a");
    expect(inline(restore)[0]).toBe("FROM jessy-stage-0 AS jessy-restore-1");
    expect(restore!.bakeFile.target["jessy-stage-0"]).toMatchObject({ target: "sh" });
  });

  test.each<[Partial<CacheMountFacts>, boolean, boolean]>([
    [{}, true, true],
    [{ event: "pull_request", ref: "refs/pull/1/merge" }, true, false],
    [{ ref: "refs/tags/v1" }, false, false],
    [{ event: "workflow_run" }, true, false],
  ])("%j", (facts, reads, writes) => {
    const made = plan(RUST, {}, facts);
    expect([made.restore !== undefined, made.save !== undefined]).toEqual([reads, writes]);
    expect(made.notes.length).toBe(writes ? 0 : 1);
  });

  test("have a key for each commit and are restored from the branch, then the default branch", () => {
    const { key, restoreKeys } = plan(RUST, { platforms: ["linux/amd64"] }, { ref: "refs/heads/a/b" });
    expect(key).toMatch(/^jessy-mounts\.api\.linux-amd64\.[0-9a-f]{12}\.\.a-b-[0-9a-f]{8}\.\.c0ffee$/);
    expect(restoreKeys).toEqual([key.slice(0, -"c0ffee".length), expect.stringMatching(/\.\.main\.\.$/)]);
    expect(key).not.toContain(",");
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
