import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Trigger } from "../../packages/local-runner/src/event/event.ts";
import { startStack } from "../../scripts/docker/stack.ts";
import { DOCKERFILE, ImageScenario } from "./image-scenario.ts";

// An engine of its own: these tests throw away all that it remembers.
const stack = await startStack();
afterAll(() => stack.stop());

const host = stack.registries?.plain.host ?? "";
const NO_SERVICE = { ACTIONS_RUNTIME_TOKEN: "", ACTIONS_RESULTS_URL: "" };

describe.skipIf(!stack.engine || !stack.registries || !stack.busybox)("caches, by the shipped action", () => {
  let scenario: ImageScenario;
  let images = "";
  let folder = "";

  beforeEach(async () => {
    scenario = await ImageScenario.start(stack);
    images = `${host}/cache${Math.random().toString(36).slice(2)}/app`;
    folder = mkdtempSync(join(tmpdir(), "jessy-caches-"));
    forget();
  });

  afterEach(async () => {
    rmSync(folder, { recursive: true, force: true });
    await scenario.close();
  });

  /** A builder that has never seen anything: another runner. */
  const forget = () => {
    scenario.docker("buildx", "prune", "--all", "--force");
    scenario.docker("system", "prune", "--all", "--force");
    expect(scenario.docker("buildx", "du")).not.toMatch(/^\w{25}/m);
  };
  const branch = (name: string): Trigger => ({
    name: "push",
    branch: name,
    before: "0".repeat(40),
    sha: scenario.repository.head,
  });
  const build = (inputs: Readonly<Record<string, string>>, trigger: Trigger = branch("main"), runtime = {}) =>
    scenario.run(trigger, { images, ...inputs }, { runtime });
  const pullRequest = async (): Promise<Trigger> => {
    const base = scenario.repository.head;
    scenario.repository.git("checkout", "--quiet", "-B", "change");
    scenario.repository.commit({ README: "change" });
    const { number, head } = await scenario.scenario.openPullRequest(base, {});
    return {
      name: "pull_request",
      number,
      head: { owner: "org", ref: "change", sha: head },
      base: { owner: "org", ref: "main", sha: base },
    };
  };
  const builtSteps = ({ result }: Awaited<ReturnType<typeof build>>) => result.images[0]?.steps?.built;
  const savedKeys = () => scenario.scenario.github.cache.keys;

  describe("of layers", () => {
    /** What `auto` chooses, and what makes it choose that. */
    test.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>]>([
      ["gha", {}, {}],
      ["local", { "cache-folder": "kept" }, NO_SERVICE],
      ["registry", {}, NO_SERVICE],
    ])("%s: named or chosen by auto, a new runner has every step", async (kind, inputs, runtime) => {
      const first = await build({ cache: kind, ...inputs }, undefined, runtime);
      expect(first.outcome, first.log).toBe("success");
      expect(builtSteps(first)).toBeGreaterThan(0);
      expect(first.result.bakeFile).toContain(`"type": "${kind}"`);
      forget();
      const second = await build({ cache: kind, ...inputs }, undefined, runtime);
      expect([second.outcome, builtSteps(second)]).toEqual(["success", 0]);
      forget();
      const third = await build({ cache: "auto", ...inputs }, undefined, runtime);
      expect(third.result.planning.caches).toEqual(second.result.planning.caches);
      expect(builtSteps(third)).toBe(0);
    });

    test("inline: the image itself is the cache, also for a build that pushes nothing and chose it by auto", async () => {
      const tags = "type=ref,event=branch";
      const first = await build({ tags, cache: "inline" });
      expect(first.outcome, first.log).toBe("success");
      expect(builtSteps(first)).toBeGreaterThan(0);
      forget();
      const second = await build({ tags, cache: "inline" });
      expect([second.outcome, builtSteps(second)]).toEqual(["success", 0]);
      forget();
      const third = await build({ tags, cache: "auto", push: "false" }, undefined, NO_SERVICE);
      expect(third.result.bakeFile).toContain('"type": "inline"');
      expect([third.outcome, builtSteps(third)]).toEqual(["success", 0]);
    });

    test("of GitHub: a branch reads the default branch's and then its own, a pull request reads, a tag does neither", async () => {
      await build({ cache: "gha" });
      const ofMain = savedKeys().length;
      expect(ofMain).toBeGreaterThan(1);
      forget();
      scenario.repository.git("checkout", "--quiet", "-b", "feature");
      scenario.repository.commit({ Dockerfile: `${DOCKERFILE}RUN ["/bin/busybox", "true"]\n` });
      const first = await build({ cache: "gha" }, branch("feature"));
      expect(builtSteps(first)).toBe(1);
      const ofFeature = savedKeys().length;
      expect(ofFeature).toBeGreaterThan(ofMain);
      forget();
      const second = await build({ cache: "gha" }, branch("feature"));
      expect(builtSteps(second)).toBe(0);
      forget();

      scenario.repository.git("checkout", "--quiet", "main");
      const before = savedKeys();
      const pull = await build({ cache: "gha" }, await pullRequest());
      expect([pull.outcome, builtSteps(pull)]).toEqual(["success", 0]);
      expect(pull.result.notes.join()).toContain("The cache is read and not written: a pull request");
      forget();
      scenario.repository.git("tag", "v1.0.0");
      const tag = await build({ cache: "gha" }, {
        name: "push",
        tag: "v1.0.0",
        sha: scenario.repository.head,
      } as Trigger);
      expect([tag.outcome, builtSteps(tag)! > 0]).toEqual(["success", true]);
      expect(tag.result.notes.join()).toContain("The tag is built without a cache");
      expect(savedKeys()).toEqual(before);
    });

    test.each<[string, Readonly<Record<string, string>>, RegExp]>([
      ["no token", NO_SERVICE, /the run has no token of GitHub's cache/],
      [
        "another runner's token",
        { ACTIONS_RUNTIME_TOKEN: "word" },
        /is not one of GitHub's: it is not a JSON web token/,
      ],
    ])("of GitHub, with %s: a warning, and the image is pushed", async (_, runtime, words) => {
      const { outcome, annotations, result } = await build({ cache: "gha" }, undefined, runtime);
      expect([outcome, result.state]).toEqual(["success", "pushed"]);
      expect(annotations.map(({ message }) => message).join("\n")).toMatch(words);
    });

    test.each<[string, RegExp, number, Readonly<Record<string, string>>, number]>([
      ["refuses to write", /CreateCacheEntry$/, 500, {}, 1000],
      ["breaks while it writes", /FinalizeCacheEntryUpload$/, 503, {}, 1000],
      ["cannot be read", /GetCacheEntryDownloadURL$/, 500, {}, 1000],
      ["limits requests for a moment", /CreateCacheEntry$/, 429, { "retry-after": "1" }, 2],
    ])("of GitHub that %s: the push is finished", async (_, path, status, headers, times) => {
      scenario.scenario.github.fault({ path, times, kind: { status, headers, message: "not now" } });
      const { outcome, result, log } = await build({ cache: "gha" });
      expect([outcome, result.state], log).toEqual(["success", "pushed"]);
      expect(savedKeys().length > 0).toBe(times === 2);
    });

    test("of GitHub that limits requests without end: the push is finished when the time of the entry is over", async () => {
      const kind = { status: 429, message: "too many requests" };
      scenario.scenario.github.fault({ path: /CreateCacheEntry$/, times: 10_000, kind });
      const { outcome, result } = await build({ "cache-to": "type=gha,timeout=2s,ignore-error=true" });
      expect([outcome, result.state]).toEqual(["success", "pushed"]);
    });
  });

  describe("of mounts", () => {
    const WITH_MOUNTS = `FROM scratch AS build
COPY busybox /bin/busybox
ENV STORE=/store
ARG SALT
RUN --mount=type=cache,target=/kept --mount=type=cache,target=$STORE/own,uid=1000,mode=0700 ["/bin/busybox", "sh", "-c", "cd /kept; for f in * .h*; do echo found $f in plain; done; cd /store/own; for f in *; do echo found $f in own; done; echo x >/kept/$SALT; echo x >/kept/.h$SALT; echo x >/store/own/$SALT; /bin/busybox ln -s $SALT /kept/link$SALT; /bin/busybox chown 77:78 /kept/$SALT; /bin/busybox stat -c '%n %u:%g %a' /kept/*"]
FROM scratch
COPY --from=build /bin/busybox /bin/busybox
`;
    // BuildKit remembers after a prune what a step led to; texts that it has never seen are run.
    let unique = "";
    const withSalt = (salt: string) => ({ "build-args": `SALT=${salt}${unique}`, cache: "none" });
    const found = (salt: string, where = "plain") => `found ${salt}${unique} in ${where}`;

    beforeEach(() => {
      unique = Math.random().toString(36).slice(2);
      scenario.repository.commit({ Dockerfile: WITH_MOUNTS });
    });

    test.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>]>([
      ["GitHub's cache", { "cache-mounts": "auto" }, {}],
      ["a folder that is kept", { "cache-mounts": "auto", "cache-folder": "kept" }, NO_SERVICE],
    ])("a new runner finds them in %s, with owners, modes and links", async (_, inputs, runtime) => {
      const first = await build({ ...inputs, ...withSalt("one") }, undefined, runtime);
      expect(first.outcome, first.log).toBe("success");
      expect(first.annotations.filter(({ level }) => level === "warning")).toEqual([]);
      expect(first.log).not.toContain(found("one"));
      forget();
      scenario.repository.commit({ README: "next" });
      const second = await build({ ...inputs, ...withSalt("two") }, undefined, runtime);
      expect(second.outcome, second.log).toBe("success");
      for (const line of [found("one"), found(".hone"), found("linkone"), found("one", "own")])
        expect(second.log).toContain(line);
      expect(second.log).toContain(`/kept/one${unique} 77:78 644`);
      // What is in the builder already stays as it is: an older archive does not come back over it.
      const third = await build({ ...inputs, ...withSalt("three") }, undefined, runtime);
      expect(third.log).toContain(found("two"));
      forget();
      const fourth = await build({ ...inputs, ...withSalt("four") }, undefined, runtime);
      expect(fourth.log).toContain(found("two"));
      // GitHub's cache has one entry a commit.
      expect(fourth.log.includes(found("three"))).toBe("cache-folder" in inputs);
    });

    test("nothing is saved by a build whose steps all come from the cache, nor twice for a commit", async () => {
      const inputs = { "cache-mounts": "gha", ...withSalt("one") };
      await build(inputs);
      const saved = savedKeys();
      expect(saved).toHaveLength(1);
      const again = await build(inputs);
      expect(again.log).toContain("No step opened a cache mount");
      expect((await build({ ...inputs, ...withSalt("two") })).log).toContain("of this commit are kept already");
      expect(savedKeys()).toEqual(saved);
    });

    test("a pull request reads and does not write, a branch reads the default branch's, a tag does neither", async () => {
      const inputs = (salt: string) => ({ "cache-mounts": "gha", ...withSalt(salt) });
      await build(inputs("one"));
      const saved = savedKeys();
      forget();
      const pull = await build(inputs("two"), await pullRequest());
      expect(pull.log).toContain(found("one"));
      expect(pull.result.notes.join()).toContain("Cache mounts are read and not written");
      expect(savedKeys()).toEqual(saved);
      forget();
      const tag = await build(inputs("three"), {
        name: "push",
        tag: "v1.0.0",
        sha: scenario.repository.head,
      } as Trigger);
      expect(tag.outcome, tag.log).toBe("success");
      expect(tag.log).not.toContain(found("one"));
      expect(tag.result.notes.join()).toContain("Cache mounts are neither read nor written");
      expect(savedKeys()).toEqual(saved);
      forget();
      const feature = await build(inputs("four"), branch("feature"));
      expect(feature.log).toContain(found("one"));
      expect(savedKeys()).toHaveLength(2);
    });

    test("named by a variable of the base image, or by a platform that is not the runner's", async () => {
      scenario.repository.commit({ "base/Dockerfile": `${DOCKERFILE}ENV CARGO_HOME=/cargo\n` });
      const arm64 = stack.engine?.platforms.includes("linux/arm64") === true;
      const both = arm64 ? { platforms: "linux/amd64,linux/arm64" } : {};
      const base = await build({ tags: "type=raw,value=base", file: "base/Dockerfile", ...both });
      expect(base.outcome, base.log).toBe("success");
      const keep = (folder: string) => `for f in ${folder}/*; do echo found $f; done; echo x >${folder}/$SALT`;
      scenario.repository.commit({
        Dockerfile: `FROM ${images}:base
ARG SALT
ARG TARGETARCH
RUN --mount=type=cache,target=$CARGO_HOME/registry ["/bin/busybox", "sh", "-c", "${keep("/cargo/registry")}"]
RUN --mount=type=cache,id=out-$TARGETARCH,target=/out,uid=1000,mode=0700 ["/bin/busybox", "sh", "-c", "${keep("/out")}"]
`,
      });
      const inputs = { "cache-mounts": "gha", ...(arm64 && { platforms: "linux/arm64" }) };
      const first = await build({ ...inputs, ...withSalt("one") });
      expect(first.outcome, first.log).toBe("success");
      expect(first.result.warnings).toEqual([]);
      forget();
      const second = await build({ ...inputs, ...withSalt("two") });
      expect(second.log).toContain(`found /cargo/registry/one${unique}`);
      expect(second.log).toContain(`found /out/one${unique}`);
      expect(second.result.planning.mounts?.mounts.map(({ id }) => id)).toEqual([
        "$CARGO_HOME/registry",
        arm64 ? "out-arm64" : "out-$TARGETARCH",
      ]);
    });

    test("a service that is down is a warning, and the image is pushed", async () => {
      // Not 500, which the toolkit repeats for half a minute.
      const kind = { status: 403, message: "down" };
      scenario.scenario.github.fault({ path: /CacheEntry/, times: 1000, kind });
      const { outcome, result, annotations, log } = await build({ "cache-mounts": "gha", ...withSalt("one") });
      expect([outcome, result.state], log).toEqual(["success", "pushed"]);
      const said = annotations.map(({ message }) => message).join("\n");
      expect(said).toContain("Failed to restore");
      expect(said).toContain("Cache mounts are not saved: the Actions cache did not take them");
    });

    test("a folder that cannot be written is a warning, and the image is pushed", async () => {
      writeFileSync(join(scenario.repository.folder, "file"), "");
      const inputs = { "cache-mounts": "local", "cache-folder": "file", ...withSalt("one") };
      const { outcome, result, log } = await build(inputs);
      expect([outcome, result.state], log).toEqual(["success", "pushed"]);
      expect(result.warnings.map(({ message }) => message).join()).toMatch(/Cache mounts are not saved: .*file/);
    });

    test("archives that are damaged are a warning, and what they left is removed", async () => {
      const inputs = { "cache-mounts": "local", "cache-folder": folder };
      await build({ ...inputs, ...withSalt("one") });
      const [kept] = readdirSync(folder);
      for (const name of readdirSync(join(folder, kept!))) writeFileSync(join(folder, kept!, name), "no archive");
      forget();
      const second = await build({ ...inputs, ...withSalt("two") });
      expect([second.outcome, second.result.state], second.log).toEqual(["success", "pushed"]);
      expect(second.result.warnings.map(({ message }) => message).join()).toContain("Cache mounts are not restored");
      forget();
      // And the next save made it whole.
      expect((await build({ ...inputs, ...withSalt("three") })).log).toContain(found("two"));
    });
  });
});
