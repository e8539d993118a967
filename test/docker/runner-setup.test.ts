import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { dockerStack } from "../../scripts/docker-stack.ts";
import { digestAt, ImageScenario } from "./image-scenario.ts";
import { contentsBelow, filesBelow } from "./stored-files.ts";

const stack = await dockerStack();
const { engine, registries } = stack;
const encoded = (username: string, password: string) => Buffer.from(`${username}:${password}`).toString("base64");

/** What people have set up on their runner goes on working, and stays as it is. */
describe.skipIf(!engine || !registries || !stack.busybox)("a runner with a setup of its own", () => {
  let scenario: ImageScenario;
  let name = "";
  let home: string;

  beforeEach(async () => {
    scenario = await ImageScenario.start(stack);
    name = `setup${Math.random().toString(36).slice(2)}`;
    home = mkdtempSync(join(tmpdir(), "jessy-home-"));
    mkdirSync(join(home, ".docker/cli-plugins"), { recursive: true });
    symlinkSync(join(engine!.pluginFolder, "docker-buildx"), join(home, ".docker/cli-plugins/docker-buildx"));
    mkdirSync(join(home, "bin"));
    symlinkSync(engine!.docker, join(home, "bin/docker"));
  });

  afterEach(async () => {
    await scenario.close();
    rmSync(home, { recursive: true });
  });

  /** Without DOCKER_HOST and DOCKER_CONFIG: all that docker knows stands below HOME. */
  const atHome = () => ({ HOME: home, DOCKER_HOST: "", DOCKER_CONFIG: "", PATH: `${home}/bin:${process.env.PATH}` });

  const writeConfig = (config: unknown) => writeFileSync(join(home, ".docker/config.json"), JSON.stringify(config));

  const docker = (...args: readonly string[]) =>
    execFileSync("docker", args, { env: atHome(), encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();

  /** A plugin that does something first. */
  function replacePlugin(line: string): void {
    const plugin = join(home, ".docker/cli-plugins/docker-buildx");
    rmSync(plugin);
    const script = `#!/bin/sh\n${line}\nexec ${join(engine!.pluginFolder, "docker-buildx")} "$@"\n`;
    writeFileSync(plugin, script, { mode: 0o755 });
  }

  test("builds in its context, by its plugin, and logs in by its credential program", async () => {
    const { host, username, password } = registries!.secured;
    const helper = `#!/bin/sh
echo "$1 $(cat)" >>${home}/asked
[ "$1" = get ] && printf '{"ServerURL":"x","Username":"%s","Secret":"%s"}' '${username}' '${password.replaceAll('"', '\\"')}'
`;
    writeFileSync(join(home, "bin/docker-credential-mine"), helper, { mode: 0o755 });
    docker("context", "create", "mine", "--docker", `host=${engine!.dockerHost}`);
    writeConfig({ currentContext: "mine", credHelpers: { [host]: "mine" } });
    const before = contentsBelow(join(home, ".docker")).sort();
    const inputs = { images: `${host}/${name}/app`, tags: "type=raw,value=1" };
    const { outcome, outputs, log } = await scenario.build(inputs, { env: atHome() });
    expect(outcome, log).toBe("success");
    expect(outputs.get("digest")).toMatch(/^sha256:/);
    const asked = readFileSync(join(home, "asked"), "utf8");
    expect(asked).toContain(`get ${host}`);
    expect(asked).not.toMatch(/store|erase/);
    // buildx keeps its own notes; nothing else is added or changed.
    const after = contentsBelow(join(home, ".docker"));
    for (const text of before) expect(after).toContain(text);
    for (const text of after) expect(text).not.toContain(encoded(username, password));
    expect(docker("context", "show")).toBe("mine");
  });

  test("sees the builders that were made before", async () => {
    docker("context", "create", "mine", "--docker", `host=${engine!.dockerHost}`);
    writeConfig({ currentContext: "mine" });
    docker("buildx", "create", "--name", "made-before", "--driver", "docker-container", "mine");
    const seen = join(home, "builders");
    replacePlugin(`case "$*" in *bake*) ${join(engine!.pluginFolder, "docker-buildx")} ls >${seen} 2>&1 ;; esac`);
    const inputs = { images: `${registries!.plain.host}/${name}/app`, tags: "type=raw,value=1" };
    const { outcome, outputs, log } = await scenario.build(inputs, { env: atHome() });
    expect(outcome, log).toBe("success");
    expect(readFileSync(seen, "utf8")).toMatch(/^made-before +docker-container/m);
    expect(await digestAt(registries!.plain.host, `${name}/app`, "1")).toBe(outputs.get("digest"));
  });

  test("keeps its own login for Docker Hub while another one pushes", async () => {
    const hub = "https://index.docker.io/v1/";
    const own = { auth: encoded("runner", "pull-token-of-the-runner") };
    writeConfig({ auths: { [hub]: own } });
    // Keeps the configuration that a build sees.
    const seen = join(home, "seen.json");
    replacePlugin(`case "$*" in *bake*) cat "$DOCKER_CONFIG/config.json" >${seen} ;; esac`);
    const run = await scenario.build(
      {
        images: `docker.io/${name}/app`,
        tags: "type=raw,value=1",
        username: "pusher",
        password: "push-token",
        "retry-for": "0s",
      },
      {
        // Nothing listens there: no request of a test leaves the machine.
        env: {
          ...atHome(),
          DOCKER_HOST: engine!.dockerHost,
          HTTPS_PROXY: "http://127.0.0.1:9",
          https_proxy: "http://127.0.0.1:9",
          // In a process of its own (test/standing-node.ts): one that stands would keep the proxy.
          NODE_OPTIONS: "--no-deprecation",
        },
      },
    );
    expect(run.result?.state, run.log).toBe("failed");
    expect(JSON.parse(readFileSync(seen, "utf8")).auths).toEqual({ [hub]: own });
    expect(JSON.parse(readFileSync(join(home, ".docker/config.json"), "utf8"))).toEqual({ auths: { [hub]: own } });
  });

  test("runs two jobs at the same time, each with its own login", async () => {
    const { host, log, other, username, password } = registries!.secured;
    const second = await ImageScenario.start(stack);
    try {
      writeConfig({ auths: {} });
      const before = readFileSync(log, "utf8").length;
      const config = readFileSync(join(home, ".docker/config.json"), "utf8");
      const users = { one: { username, password }, two: other, wrong: { username, password: other.password } };
      const run = (job: keyof typeof users, on: ImageScenario) =>
        on.build(
          { images: `${host}/${name}/${job}`, tags: "type=raw,value=1", ...users[job] },
          { env: { ...atHome(), DOCKER_HOST: engine!.dockerHost } },
        );
      const third = await ImageScenario.start(stack);
      const [one, two, wrong] = await Promise.all([run("one", scenario), run("two", second), run("wrong", third)]);
      await third.close();
      expect([one.outcome, two.outcome, wrong.outcome], one.log + two.log).toEqual(["success", "success", "failure"]);
      const said = readFileSync(log, "utf8").slice(before).split("\n");
      for (const [job, user] of [
        ["one", username],
        ["two", other.username],
      ] as const) {
        const names = said.flatMap((line) => {
          if (!line.includes(`vars.name=${name}/${job}`)) return [];
          return /auth\.user\.name=(\S+)/.exec(line)?.[1] ?? [];
        });
        expect([...new Set(names)]).toEqual([user]);
      }
      expect(readFileSync(join(home, ".docker/config.json"), "utf8")).toBe(config);
      for (const folder of [scenario.temporary, second.temporary, join(home, ".docker")]) {
        expect(filesBelow(folder).filter((path) => path.includes("docker-config"))).toEqual([]);
        for (const text of contentsBelow(folder))
          for (const user of Object.values(users)) expect(text).not.toContain(encoded(user.username, user.password));
      }
      expect(existsSync(join(home, ".docker/buildx/config"))).toBe(false);
    } finally {
      await second.close();
    }
  });
});
