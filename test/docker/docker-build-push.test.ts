import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { helloForArm64 } from "../../scripts/docker/arm64-program.ts";
import { dockerStack } from "../../scripts/docker-stack.ts";
import { DOCKERFILE, digestAt, ImageScenario, REPEATABLE, registryAt } from "./image-scenario.ts";
import { contentsBelow } from "./stored-files.ts";

const stack = await dockerStack();
const { engine, registries, cosign2, cosign3 } = stack;
const [plain, secured] = [registries?.plain.host ?? "", registries?.secured.host ?? ""];

/** Nobody's; so long and odd that it stands nowhere by chance. */
const SECRET = "zq8-Kd0vWm3xTfY7hLr2";

describe.skipIf(!engine || !registries || !stack.busybox)("docker-build-push, as it is shipped", () => {
  let scenario: ImageScenario;
  let name = "";

  beforeEach(async () => {
    scenario = await ImageScenario.start(stack);
    name = `e2e${Math.random().toString(36).slice(2)}`;
  });

  afterEach(() => scenario.close());

  test("builds, pushes and says where everything stands; docker pulls and runs it", async () => {
    const images = `${plain}/${name}/app`;
    const { outcome, outputs, result, summary } = await scenario.build({
      images,
      tags: "type=semver,pattern={{version}},value=v1.2.3\ntype=sha",
    });
    expect(outcome).toBe("success");
    const sha = `sha-${scenario.repository.head.slice(0, 7)}`;
    expect(outputs.get("tags")?.split("\n")).toEqual([`${images}:1.2.3`, `${images}:${sha}`, `${images}:latest`]);
    for (const tag of ["1.2.3", sha, "latest"])
      expect(await digestAt(plain, `${name}/app`, tag)).toBe(outputs.get("digest"));
    expect(outputs.get("verdict")).toBe("pass");
    expect(outputs.get("version")).toBe("1.2.3");
    expect(outputs.get("subjects")).toBe(`${images}@${outputs.get("digest")}`);
    expect(result).toMatchObject({ verdict: "pass", state: "pushed", images: [{ platforms: ["linux/amd64"] }] });
    expect(summary).toContain(`| \`${images}\` | \`1.2.3\``);
    expect(scenario.docker("run", "--rm", "--pull", "always", `${images}:1.2.3`)).toContain("made");
    expect(scenario.docker("image", "inspect", "--format", "{{json .Config.Labels}}", `${images}:1.2.3`)).toContain(
      `"org.opencontainers.image.revision":"${scenario.repository.head}"`,
    );
    scenario.docker("image", "rm", "--force", `${images}:1.2.3`);
  });

  test("run again, it changes nothing", async () => {
    const inputs = { images: `${plain}/${name}/app`, tags: "type=raw,value=main", ...REPEATABLE };
    const first = await scenario.build(inputs);
    const second = await scenario.build(inputs);
    expect(second.outputs.get("digest")).toBe(first.outputs.get("digest"));
    expect(second.result).toMatchObject({ verdict: "pass", state: "unchanged" });
    expect(second.result.headline).toContain("nothing was changed");
  });

  test("several images are one step, with a map of digests", async () => {
    scenario.repository.commit({
      "web/Dockerfile": `${DOCKERFILE}LABEL part=web\n`,
      "api/Dockerfile": `${DOCKERFILE}LABEL part=api\n`,
    });
    const { outcome, outputs, result } = await scenario.build({
      tags: "type=raw,value=1",
      targets: ["api", "web"]
        .map((part) => `- name: ${part}\n  images: ${plain}/${name}/${part}\n  file: ${part}/Dockerfile`)
        .join("\n"),
    });
    expect(outcome).toBe("success");
    const digests = JSON.parse(outputs.get("digests")!);
    for (const part of ["api", "web"]) expect(digests[part]).toBe(await digestAt(plain, `${name}/${part}`, "1"));
    expect(digests.api).not.toBe(digests.web);
    expect(result.commands.filter((command) => command.includes("bake"))).toHaveLength(1);
  });

  test("credentials of somebody who logged in before are enough", async () => {
    const { username, password } = registries!.secured;
    const config = mkdtempSync(join(tmpdir(), "jessy-config-"));
    try {
      const auth = Buffer.from(`${username}:${password}`).toString("base64");
      const text = JSON.stringify({ auths: { [secured]: { auth } }, cliPluginsExtraDirs: [engine!.pluginFolder] });
      writeFileSync(join(config, "config.json"), text);
      const inputs = { images: `${secured}/${name}/app`, tags: "type=raw,value=1" };
      const { outcome } = await scenario.build(inputs, { env: { DOCKER_CONFIG: config } });
      expect(outcome).toBe("success");
      expect(readFileSync(join(config, "config.json"), "utf8")).toBe(text);
      expect(contentsBelow(config).filter((each) => each.includes(auth))).toEqual([text]);
    } finally {
      rmSync(config, { recursive: true });
    }
  });

  test.skipIf(engine?.platforms.includes("linux/arm64") !== true)("two platforms, a RUN on each", async () => {
    scenario.repository.commit({
      Dockerfile: 'FROM scratch\nARG TARGETARCH\nCOPY $TARGETARCH/true /true\nRUN ["/true"]\nCMD ["/true"]\n',
    });
    for (const [architecture, program] of [
      ["amd64", readFileSync(stack.busybox!)],
      ["arm64", helloForArm64()],
    ] as const) {
      const folder = join(scenario.repository.folder, architecture);
      mkdirSync(folder);
      writeFileSync(join(folder, "true"), program, { mode: 0o755 });
    }
    const images = `${plain}/${name}/app`;
    const { outcome, result, outputs, log } = await scenario.build({
      images,
      tags: "type=raw,value=1",
      platforms: "linux/amd64,linux/arm64",
    });
    expect(outcome).toBe("success");
    // What the program for arm64 says, in its RUN.
    expect(log).toContain("hello");
    expect(result.images[0]?.platforms).toEqual(["linux/amd64", "linux/arm64"]);
    const stored = await registryAt(plain).getManifest(`${name}/app`, "1");
    expect(stored?.digest).toBe(outputs.get("digest"));
    const run = (platform: string) =>
      scenario.docker("run", "--rm", "--pull=always", "--platform", platform, `${images}:1`);
    expect(run("linux/arm64")).toContain("hello");
    expect(run("linux/amd64")).not.toContain("hello");
  });

  test("two jobs push a platform each by digest, and a third makes one image of them", async () => {
    scenario.repository.commit({ Dockerfile: "FROM scratch\nCOPY Dockerfile /\n" });
    const images = `${plain}/${name}/app`;
    const folder = join(scenario.repository.folder, "digests");
    mkdirSync(folder);
    for (const platform of ["linux/amd64", "linux/arm64"]) {
      const { outcome, outputs } = await scenario.build({ images, platforms: platform, "by-digest": "true" });
      expect(outcome).toBe("success");
      writeFileSync(join(folder, `${platform.replace("/", "-")}.json`), readFileSync(outputs.get("digest-file")!));
    }
    expect(await registryAt(plain).listTags(`${name}/app`)).toEqual([]);
    const platforms = "linux/amd64,linux/arm64";
    const merged = await scenario.build({ images, tags: "type=raw,value=1", merge: "digests", platforms });
    expect(merged.result.headline).toBe(`1 image merged, ${images}:1`);
    expect(merged.result.images[0]?.platforms).toEqual(["linux/amd64", "linux/arm64"]);
    const index = await registryAt(plain).getManifest(`${name}/app`, "1");
    const { manifests } = JSON.parse(Buffer.from(index!.bytes).toString());
    const found = manifests.map(({ platform }: { platform: { architecture: string } }) => platform.architecture);
    expect(found.sort()).toEqual(["amd64", "arm64", "unknown", "unknown"]);
    scenario.repository.commit({ other: "commit" });
    const foreign = await scenario.build({ images, tags: "type=raw,value=2", merge: "digests", platforms });
    expect(foreign.outcome).toBe("failure");
    expect(await digestAt(plain, `${name}/app`, "2")).toBeUndefined();
  });

  test("promotes what was tested, without a build", async () => {
    const images = `${plain}/${name}/app`;
    const built = await scenario.build({ images, tags: "type=raw,value=main" });
    const { outcome, outputs } = await scenario.build(
      { images, tags: "type=raw,value=production", promote: "main" },
      { env: { DOCKER_HOST: "unix:///nowhere" } },
    );
    expect(outcome).toBe("success");
    expect(outputs.get("digest")).toBe(built.outputs.get("digest"));
    expect(await digestAt(plain, `${name}/app`, "production")).toBe(built.outputs.get("digest"));
  });

  test("a dry run prints references and the command, and needs no Docker", async () => {
    const tools = join(scenario.temporary, "git-alone");
    mkdirSync(tools);
    symlinkSync(execFileSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).trim(), join(tools, "git"));
    const { outcome, summary, result } = await scenario.build(
      { images: `${plain}/${name}/app`, tags: "type=raw,value=1", "dry-run": "true", secrets: `token=${SECRET}` },
      { env: { PATH: tools, DOCKER_HOST: "unix:///nowhere" } },
    );
    expect(outcome).toBe("success");
    expect(result.state).toBe("planned");
    expect(summary).toContain(`| \`${plain}/${name}/app\` | \`1\` |`);
    expect(summary).toContain("docker buildx bake");
    expect(summary).not.toContain(SECRET);
  });

  test("a pull request from a fork is built and not pushed, whatever it asks for", async () => {
    const base = scenario.repository.head;
    scenario.repository.git("checkout", "--quiet", "-b", "change");
    scenario.repository.commit({ Dockerfile: `${DOCKERFILE}LABEL by=fork\n` });
    const pull = await scenario.scenario.openPullRequest(base, { owner: "stranger" });
    const trigger = {
      name: "pull_request",
      number: pull.number,
      head: { owner: "stranger", ref: "change", sha: pull.head },
      base: { owner: "org", ref: "main", sha: base },
    } as const;
    const { outcome, result } = await scenario.run(trigger, {
      images: `${plain}/${name}/app`,
      tags: "type=raw,value=1",
      push: "true",
    });
    expect(outcome).toBe("success");
    expect(result.state).toBe("built");
    expect(result.notes.join()).toContain("fork");
    expect(await digestAt(plain, `${name}/app`, "1")).toBeUndefined();
  });

  describe.skipIf(!cosign2 || !cosign3)("signatures", () => {
    const PASSWORD = "correct horse";
    let folder: string;
    const cosign = (program: string, ...args: string[]) =>
      spawnSync(program, args, {
        cwd: folder,
        encoding: "utf8",
        env: { HOME: folder, PATH: "/usr/bin:/bin", COSIGN_PASSWORD: PASSWORD },
      });

    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), "jessy-keys-"));
      for (const key of ["ours", "other"]) cosign(cosign3!, "generate-key-pair", "--output-key-prefix", key);
      cosign(cosign3!, "trusted-root", "create", "--out", "root.json");
      cosign(cosign3!, "signing-config", "create", "--out", "config.json");
    });

    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    const verify = (program: string, key: string, image: string) => {
      const offline = ["--insecure-ignore-tlog=true", ...(program === cosign3 ? ["--trusted-root", "root.json"] : [])];
      return cosign(program, "verify", "--key", `${key}.pub`, ...offline, image).status;
    };

    test("that cosign 2 and 3 accept, of this key alone; a second run adds none; verify finds them", async () => {
      const images = `${plain}/${name}/app`;
      const inputs = {
        images,
        tags: "type=raw,value=1",
        ...REPEATABLE,
        sign: "key",
        "signing-key": readFileSync(join(folder, "ours.key"), "utf8"),
        "signing-password": PASSWORD,
      };
      const { outputs, result, log } = await scenario.build(inputs);
      expect(result.images[0]?.signatures.map(({ format, state }) => [format, state])).toEqual([
        ["legacy", "signed"],
        ["bundle", "signed"],
      ]);
      const image = `${images}@${outputs.get("digest")}`;
      for (const program of [cosign2!, cosign3!]) {
        expect(verify(program, "ours", image)).toBe(0);
        expect(verify(program, "other", image)).not.toBe(0);
      }
      expect(log).not.toContain(PASSWORD);
      const tags = await registryAt(plain).listTags(`${name}/app`);
      const again = await scenario.build(inputs);
      expect(again.result.images[0]?.signatures.map(({ state }) => state)).toEqual(["there", "there"]);
      expect(await registryAt(plain).listTags(`${name}/app`)).toEqual(tags);
      expect(await registryAt(plain).listReferrers(`${name}/app`, outputs.get("digest")!)).toHaveLength(1);

      const verification = (key: string) =>
        scenario.build({
          tags: `${images}:1`,
          verify: "true",
          "verify-key": readFileSync(join(folder, `${key}.pub`), "utf8"),
        });
      expect((await verification("ours")).result).toMatchObject({ verdict: "pass", state: "verified" });
      const refused = await verification("other");
      expect(refused.outcome).toBe("failure");
      expect(refused.result.headline).toContain("1 signature failed");
    });

    test.each([
      ["cosign 2", "legacy", cosign2!, "--tlog-upload=false"],
      ["cosign 3", "bundle", cosign3!, "--signing-config=config.json"],
    ] as const)("of %s, and no second of the same key beside it", async (_, format, program, offline) => {
      const images = `${plain}/${name}/app`;
      const inputs = { images, tags: "type=raw,value=1", ...REPEATABLE };
      const { outputs } = await scenario.build(inputs);
      const root = format === "bundle" ? ["--trusted-root=root.json"] : [];
      const image = `${images}@${outputs.get("digest")}`;
      const signed = cosign(program, "sign", "-y", "--key", "ours.key", offline, ...root, image);
      expect(signed.status, signed.stderr).toBe(0);
      const verify = (key: string) =>
        scenario.build({ tags: `${images}:1`, verify: "true", "verify-key": readFileSync(join(folder, key), "utf8") });
      expect((await verify("ours.pub")).result).toMatchObject({ verdict: "pass", state: "verified" });
      expect((await verify("other.pub")).outcome).toBe("failure");
      const again = await scenario.build({
        ...inputs,
        sign: "key",
        "signing-key": readFileSync(join(folder, "ours.key"), "utf8"),
        "signing-password": PASSWORD,
        "signature-format": format,
      });
      expect(again.result.images[0]?.signatures.map(({ state }) => state)).toEqual(["there"]);
    });
  });
});
