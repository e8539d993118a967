import { execFileSync, spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ComposeOptions, composeScripts } from "../../packages/deployment/src/modes/compose-scripts.ts";
import { type DockerOptions, dockerScripts } from "../../packages/deployment/src/modes/docker-scripts.ts";
import type { ModeScripts } from "../../packages/deployment/src/modes/mode.ts";
import { hostShells, runScript, type Shell } from "../../packages/deployment/testing/shells.ts";
import { dockerPrograms } from "../../scripts/docker/programs.ts";
import { dockerStack } from "../../scripts/docker-stack.ts";

const { engine, registries, busybox } = await dockerStack();
const compose = (await dockerPrograms()).paths.compose;

type Phase = Exclude<keyof ModeScripts, "tools" | "environment">;

/** Answers with its version; `health` and `end` are what a test wants to see go wrong. */
const PROGRAM = `#!/bin/busybox sh
echo "starting version $(cat /version) $MODE"
case $MODE in ends) exit 3 ;; finishes) exit 0 ;; esac
[ "$MODE" = sick ] || : >/healthy
trap 'exit 0' TERM
while :; do sleep 0.1 & wait $!; done
`;

describe.skipIf(!engine || !registries || !busybox || !compose)("ways to deploy containers", () => {
  const images: Record<string, string> = {};
  let folder: string;
  let tools: string;

  const docker = (...args: string[]) =>
    execFileSync(engine!.docker, args, {
      env: hostEnvironment(),
      stdio: ["ignore", "pipe", "pipe"],
      encoding: "utf8",
    }).trim();
  const hostEnvironment = () => ({
    PATH: `${tools}:${process.env.PATH}`,
    DOCKER_HOST: engine!.dockerHost,
    DOCKER_CONFIG: join(folder, "config"),
  });

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "jessy-modes-"));
    tools = join(folder, "tools");
    for (const each of [tools, join(folder, "config/cli-plugins"), join(folder, "context")])
      mkdirSync(each, { recursive: true });
    symlinkSync(engine!.docker, join(tools, "docker"));
    symlinkSync(compose!, join(folder, "config/cli-plugins/docker-compose"));
    symlinkSync(join(engine!.pluginFolder, "docker-buildx"), join(folder, "config/cli-plugins/docker-buildx"));
    writeFileSync(join(folder, "config/config.json"), "{}");
    copyFileSync(busybox!, join(folder, "context/busybox"));
    writeFileSync(join(folder, "context/run"), PROGRAM, { mode: 0o755 });
    for (const version of ["1", "2", "3"]) {
      writeFileSync(join(folder, "context/version"), version);
      writeFileSync(
        join(folder, "context/Dockerfile"),
        'FROM scratch\nCOPY busybox /bin/busybox\nRUN ["/bin/busybox", "--install", "/bin"]\nCOPY run version /\nCMD ["/run"]\n',
      );
      const tag = `${registries!.plain.host}/modes/app:${version}`;
      docker("buildx", "build", "--quiet", "--provenance=false", "--push", "--tag", tag, join(folder, "context"));
      docker("buildx", "build", "--quiet", "--provenance=false", "--load", "--tag", tag, join(folder, "context"));
      const digests = docker("image", "inspect", "--format", "{{range .RepoDigests}}{{println .}}{{end}}", tag).split(
        "\n",
      );
      images[version] = digests.find((line) => line.includes("/modes/app@"))!;
    }
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** One host, that is one folder: its project and its container have a name of their own. */
  function host(shell: Shell, name: string) {
    const room = join(folder, name);
    const run = (scripts: ModeScripts, phase: Phase, release: string, more: Readonly<Record<string, string>> = {}) =>
      runScript({ ...shell, searchPath: `${tools}:${shell.searchPath}` }, scripts[phase], {
        cwd: folder,
        environment: {
          ...hostEnvironment(),
          ...scripts.environment,
          ...more,
          PATH: `${tools}:${shell.searchPath}`,
          JESSY_PATH: room,
          JESSY_RELEASE: release,
          JESSY_TOOLS: scripts.tools.map((tool) => `${tool.name} ${tool.purpose}`).join("\n"),
        },
      });
    const arrive = (release: string, files: Readonly<Record<string, string>>) => {
      const arrived = Object.entries(files).map(([own, text]) => [`${release}/${own}`, text]);
      for (const [file, text] of [...arrived, [`${release}.whole`, ""]] as [string, string][]) {
        mkdirSync(join(room, ".jessy/incoming", file, ".."), { recursive: true });
        writeFileSync(join(room, ".jessy/incoming", file), text);
      }
    };
    return { room, run, arrive };
  }

  describe.each(hostShells())("compose, under $name", (shell) => {
    const project = (text: string) => `services:\n${text}`;
    const service = (name: string, image: string, more = "") =>
      `  ${name}:\n    image: ${image}\n    network_mode: none\n    stop_grace_period: 2s\n${more}`;
    const HEALTH = `    healthcheck: { test: ["CMD", "test", "-e", "/healthy"], interval: 500ms, retries: 3 }\n`;
    const optionsOf = (name: string, more: Partial<ComposeOptions> = {}): ComposeOptions => ({
      files: ["compose.yaml"],
      project: `modes-${shell.name}-${name}`,
      services: [],
      envFile: "",
      image: undefined,
      login: undefined,
      wait: 30,
      ...more,
    });
    const running = ({ project: name }: ComposeOptions) => {
      const ids = docker("ps", "--quiet", "--filter", `label=com.docker.compose.project=${name}`).split("\n");
      const format = '{{index .Config.Labels "com.docker.compose.service"}} {{.Config.Image}}';
      return docker("inspect", "--format", format, ...ids)
        .split("\n")
        .sort();
    };
    const remove = ({ project: name }: ComposeOptions) => {
      const ids = docker("ps", "--all", "--quiet", "--filter", `label=com.docker.compose.project=${name}`);
      if (ids !== "") docker("rm", "--force", ...ids.split("\n"));
    };
    const tag = (version: string) => images[version]!.replace(/@.*/, `:${version}`);

    test("one release after another, a rollback to what ran, and only what is needed stays", () => {
      const options = optionsOf("many");
      const scripts = composeScripts(options);
      const { run, arrive, room } = host(shell, `compose ${shell.name}`);
      const files = (version: string, value: string) => ({
        "compose.yaml": project(
          service("web", tag(version), `${HEALTH}    environment: { VALUE: "\${VALUE}" }\n`) +
            service("steady", tag("1"), HEALTH),
        ),
        value,
      });
      try {
        expect(run(scripts, "preflight", "r1")).toMatchObject({ exitCode: 0, facts: { serving: "", previous: "" } });
        arrive("r1", files("1", "a"));
        const unset = run(scripts, "prepare", "r1");
        expect(unset.output).toMatch(
          /a variable of the compose file has no value; .* write \$\{NAME:-\} there: .*VALUE/,
        );
        const prepared = run(scripts, "prepare", "r1", { VALUE: "it's $1" });
        expect(prepared).toMatchObject({ exitCode: 0, facts: { images: `steady=${images["1"]} web=${images["1"]}` } });
        expect(run(scripts, "switch", "r1")).toMatchObject({ exitCode: 0, facts: { serving: "r1" } });
        expect(run(scripts, "finish", "r1")).toMatchObject({ exitCode: 0, facts: { removed: "0" } });
        const steady = docker("ps", "--quiet", "--filter", `name=${options.project}-steady-1`);

        arrive("r2", files("2", "b"));
        run(scripts, "prepare", "r2", { VALUE: "b" });
        expect(run(scripts, "switch", "r2").facts).toEqual({ serving: "r2" });
        expect(running(options)).toEqual([`steady ${images["1"]}`, `web ${images["2"]}`]);
        expect(docker("ps", "--quiet", "--filter", `name=${options.project}-steady-1`)).toBe(steady);
        // Neither the value nor the tag is what it was: the rollback starts what ran.
        expect(run(scripts, "rollback", "r2", { VALUE: "c" })).toMatchObject({ exitCode: 0, facts: { serving: "r1" } });
        expect(running(options)).toEqual([`steady ${images["1"]}`, `web ${images["1"]}`]);
        expect(docker("inspect", "--format", "{{.Config.Env}}", `${options.project}-web-1`)).toContain("VALUE=it's $1");
        expect(run(scripts, "rollback", "r2").facts).toEqual({ nothing: "true", serving: "r1" });

        // Somebody starts something else by hand: no release is said to be served.
        docker("rm", "--force", `${options.project}-web-1`);
        expect(run(scripts, "serving", "r1").facts).toEqual({ serving: "unknown" });
        run(scripts, "switch", "r1");
        expect(run(scripts, "serving", "r1").facts).toEqual({ serving: "r1" });
        run(scripts, "finish", "r1");

        // The same release again, and its tag is another image by now: it is not unchanged, and there is a way back.
        expect(run(scripts, "preflight", "r1").facts).not.toHaveProperty("unchanged");
        docker("tag", tag("3"), tag("1"));
        docker("push", "--quiet", tag("1"));
        arrive("r1", files("1", "a"));
        expect(run(scripts, "prepare", "r1", { VALUE: "it's $1" }).exitCode).toBe(0);
        expect(run(scripts, "switch", "r1").facts).toEqual({ serving: "r1" });
        expect(running(options)).toEqual([`steady ${images["3"]}`, `web ${images["3"]}`]);
        expect(run(scripts, "rollback", "r1").facts).toEqual({ serving: "r1" });
        expect(running(options)).toEqual([`steady ${images["1"]}`, `web ${images["1"]}`]);
        expect(run(scripts, "discard", "r2").exitCode).toBe(0);
        expect(readdirSync(join(room, "releases"))).toEqual(["r1"]);
      } finally {
        docker("tag", images["1"]!, tag("1"));
        docker("push", "--quiet", tag("1"));
        remove(options);
      }
    });

    test.each<[name: string, web: string, message: RegExp]>([
      ["ends", `    environment: { MODE: ends }\n`, /web ended with exit code 3/],
      [
        "finishes",
        `    environment: { MODE: finishes }\n`,
        /web ended, and nothing says that it may \(restart: "no"\)/,
      ],
      ["sick", `${HEALTH}    environment: { MODE: sick }\n`, /web is unhealthy/],
      [
        "falls-over",
        `    environment: { MODE: ends }\n    restart: always\n`,
        /after 4 s: .*(?:web is restarting|do not stay up)/,
      ],
    ])(
      "a new service that %s is no switch; what is seen of it tells why, and the rollback restores",
      (name, web, message) => {
        const options = optionsOf(name, { wait: name === "falls-over" ? 4 : 30 });
        const scripts = composeScripts(options);
        const { run, arrive } = host(shell, `compose ${shell.name} ${name}`);
        try {
          arrive("r1", { "compose.yaml": project(service("web", tag("1"), HEALTH)) });
          for (const phase of ["prepare", "switch", "finish"] as const)
            expect(run(scripts, phase, "r1").exitCode).toBe(0);
          arrive("r2", { "compose.yaml": project(service("web", tag("2"), web)) });
          expect(run(scripts, "prepare", "r2").exitCode).toBe(0);
          const failed = run(scripts, "switch", "r2");
          expect([failed.exitCode, failed.output.match(message)?.length]).toEqual([1, 1]);
          expect(run(scripts, "serving", "r2").facts.serving).not.toMatch(/^r[12]$/);
          expect(run(scripts, "diagnose", "r2").output).toMatch(/starting version 2/);
          expect(run(scripts, "preflight", "r3").facts.leftover).toContain(
            "the switch to r2 was neither finished nor undone",
          );
          expect(run(scripts, "rollback", "r2")).toMatchObject({ exitCode: 0, facts: { serving: "r1" } });
          expect(running(options)).toEqual([`web ${images["1"]}`]);
        } finally {
          remove(options);
        }
      },
    );

    test("one-shot services, an image that was resolved elsewhere, and a subset", () => {
      const options = optionsOf("shots", { image: images["2"]!, services: ["web"], envFile: ".env" });
      const scripts = composeScripts(options);
      const { run, arrive, room } = host(shell, `compose ${shell.name} shots`);
      const text = project(
        service(
          "web",
          tag("1"),
          `${HEALTH}    depends_on: { migrate: { condition: service_completed_successfully } }\n    environment: { SECRET: "\${SECRET}" }\n`,
        ) +
          service("migrate", tag("1"), "    environment: { MODE: finishes }\n") +
          service("once", tag("1"), '    environment: { MODE: finishes }\n    restart: "no"\n'),
      );
      try {
        arrive("r1", { "compose.yaml": text, ".env": "SECRET=planted\n" });
        expect(run(scripts, "prepare", "r1").exitCode).toBe(0);
        expect(run(scripts, "switch", "r1")).toMatchObject({ exitCode: 0, facts: { serving: "r1" } });
        expect(running(options)).toEqual([`web ${images["2"]}`]);
        const mode = spawnSync("stat", ["-c", "%a", join(room, "releases/r1/.jessy/compose.yaml")], {
          encoding: "utf8",
        });
        expect(mode.stdout.trim()).toBe("600");
        // The first release: going back is going back to nothing.
        expect(run(scripts, "rollback", "r1")).toMatchObject({ exitCode: 0, facts: { serving: "" } });
        arrive("r2", { "compose.yaml": project(service("web", "other/app:1")), ".env": "" });
        expect(run(scripts, "prepare", "r2").output).toMatch(
          /no service has an image of .*\/modes\/app, which this deployment is about/,
        );
      } finally {
        remove(options);
      }
    });
  });

  test("containers that something else started are no release, and cannot be gone back to", () => {
    const shell = hostShells()[0]!;
    const options = {
      files: ["compose.yaml"],
      project: "modes-by-hand",
      services: [],
      envFile: "",
      image: undefined,
      login: undefined,
      wait: 20,
    };
    const scripts = composeScripts(options);
    const { run, arrive } = host(shell, "by hand");
    const file = join(folder, "by-hand.yaml");
    writeFileSync(
      file,
      `services:\n  web:\n    image: ${images["1"]}\n    stop_grace_period: 1s\n    network_mode: none\n`,
    );
    try {
      docker("compose", "--project-name", options.project, "--file", file, "up", "--detach");
      expect(run(scripts, "preflight", "r1").facts).toMatchObject({
        serving: "unknown",
        leftover: expect.stringContaining("a rollback could not start them again"),
      });
      arrive("r1", {
        "compose.yaml": `services:\n  web:\n    image: ${images["2"]}\n    stop_grace_period: 1s\n    network_mode: none\n`,
      });
      run(scripts, "prepare", "r1");
      expect(run(scripts, "switch", "r1").facts.serving).toBe("r1");
      const back = run(scripts, "rollback", "r1");
      expect([back.exitCode, back.output]).toEqual([
        1,
        "what ran before was started by something else: there is no configuration to start it again from",
      ]);
    } finally {
      docker("compose", "--project-name", options.project, "--file", file, "down");
    }
  });

  test("an engine that does not answer is a problem, and never a host that serves nothing", () => {
    const shell = hostShells()[0]!;
    const off = { DOCKER_HOST: "unix:///nowhere/docker.sock" };
    const { run } = host(shell, "off");
    const all = [
      composeScripts({
        files: ["compose.yaml"],
        project: "off",
        services: [],
        envFile: "",
        image: undefined,
        login: undefined,
        wait: 5,
      }),
      dockerScripts({ image: images["1"]!, container: "off", run: [], login: undefined, wait: 5, settings: "s" }),
    ];
    for (const scripts of all) {
      expect(run(scripts, "preflight", "r1", off).facts.problem).toMatch(/cannot use Docker: .*nowhere/);
      const serving = run(scripts, "serving", "r1", off);
      expect(serving.facts).toEqual({});
      expect(serving.exitCode).not.toBe(0);
    }
  });

  describe.each(hostShells())("one container, under $name", (shell) => {
    const optionsOf = (name: string, version: string, more: Partial<DockerOptions> = {}): DockerOptions => ({
      image: images[version]!,
      container: `modes-${shell.name}-${name}`,
      run: [],
      login: undefined,
      wait: 20,
      settings: "one",
      ...more,
    });
    const digest = (version: string) => images[version]!.replace(/.*@/, "");
    const state = (name: string) =>
      spawnSync(
        engine!.docker,
        ["inspect", "--format", "{{.Config.Image}} {{.State.Status}} {{.HostConfig.RestartPolicy.Name}}", name],
        { env: hostEnvironment(), encoding: "utf8" },
      ).stdout.trim();
    const remove = (name: string) =>
      spawnSync(engine!.docker, ["rm", "--force", name, `${name}-next`, `${name}-previous`], {
        env: hostEnvironment(),
      });

    test.each([
      ["side-by-side", [] as readonly string[]],
      ["one-at-a-time", ["-v /dev/null:/null"]],
    ])("%s: one after another, back, and the same again changes nothing", (name, more) => {
      const { run } = host(shell, `docker ${shell.name} ${name}`);
      const options = ["--network=none", "-e VALUE", "--restart=always", "--stop-timeout=2", ...more];
      const scripts = (version: string) => dockerScripts(optionsOf(name, version, { run: options }));
      const container = optionsOf(name, "1").container;
      const env = { VALUE: "it's a $secret" };
      const deploy = (version: string, phases: readonly Phase[]) =>
        phases.map((phase) => {
          const { exitCode, output } = run(scripts(version), phase, digest(version), env);
          return exitCode === 0 ? 0 : output;
        });
      try {
        expect(run(scripts("1"), "preflight", digest("1"), env)).toMatchObject({
          exitCode: 0,
          facts: { serving: "", previous: "" },
        });
        expect(deploy("1", ["prepare", "switch", "finish"])).toEqual([0, 0, 0]);
        expect(docker("inspect", "--format", "{{.Config.Env}}", container)).toContain("VALUE=it's a $secret");
        const first = docker("inspect", "--format", "{{.Id}} {{.State.StartedAt}}", container);

        expect(run(scripts("1"), "preflight", digest("1"), env).facts).toMatchObject({
          serving: digest("1"),
          unchanged: "true",
        });
        expect(run(scripts("1"), "preflight", digest("1"), { VALUE: "other" }).facts).not.toHaveProperty("unchanged");
        expect(deploy("1", ["prepare", "switch", "finish"])).toEqual([0, 0, 0]);
        expect(docker("inspect", "--format", "{{.Id}} {{.State.StartedAt}}", container)).toBe(first);

        expect(deploy("2", ["prepare", "switch"])).toEqual([0, 0]);
        expect(run(scripts("2"), "serving", digest("2")).facts).toEqual({ serving: digest("2") });
        expect(state(`${container}-previous`)).toBe(`${images["1"]} exited no`);
        expect(run(scripts("2"), "rollback", digest("2"))).toMatchObject({
          exitCode: 0,
          facts: { serving: digest("1") },
        });
        expect([state(container), state(`${container}-previous`), state(`${container}-next`)]).toEqual([
          `${images["1"]} running always`,
          "",
          "",
        ]);
        expect(run(scripts("2"), "rollback", digest("2")).facts).toEqual({ nothing: "true", serving: digest("1") });

        // Two runs died after their switch: what was good before both is what there is to go back to.
        expect(deploy("2", ["prepare", "switch"])).toEqual([0, 0]);
        expect(deploy("3", ["prepare", "switch"])).toEqual([0, 0]);
        expect(run(scripts("3"), "preflight", digest("3")).facts.leftover).toContain("neither finished nor undone");
        expect(run(scripts("3"), "rollback", digest("3")).facts).toEqual({ serving: digest("1") });

        expect(deploy("2", ["prepare", "switch", "finish"])).toEqual([0, 0, 0]);
        expect(deploy("3", ["prepare", "switch", "finish", "finish"])).toEqual([0, 0, 0, 0]);
        expect(run(scripts("3"), "preflight", digest("3"), env).facts).toMatchObject({
          serving: digest("3"),
          previous: digest("2"),
        });
        expect([state(container), state(`${container}-previous`)]).toEqual([
          `${images["3"]} running always`,
          `${images["2"]} exited no`,
        ]);
      } finally {
        remove(container);
      }
    });

    test.each([
      ["ends", /ended with exit code 3/],
      ["sick", /is unhealthy/],
    ])("a container that %s does not take over: side by side the old one runs on", (mode, message) => {
      const { run } = host(shell, `docker ${shell.name} ${mode}`);
      const health = [
        "--network=none",
        "--health-cmd=test -e /healthy",
        "--health-interval=500ms",
        "--health-retries=2",
        "--stop-timeout=1",
      ];
      const first = dockerScripts(optionsOf(mode, "1", { run: health }));
      const second = dockerScripts(optionsOf(mode, "2", { run: [...health, `-e MODE=${mode}`], settings: "two" }));
      const container = optionsOf(mode, "1").container;
      try {
        for (const phase of ["prepare", "switch", "finish"] as const)
          expect(run(first, phase, digest("1")).exitCode).toBe(0);
        const started = docker("inspect", "--format", "{{.State.StartedAt}}", container);
        expect(run(second, "prepare", digest("2")).exitCode).toBe(0);
        const failed = run(second, "switch", digest("2"));
        expect([failed.exitCode, message.test(failed.output)]).toEqual([1, true]);
        expect(run(second, "diagnose", digest("2")).output).toContain("starting version 2");
        expect(run(second, "serving", digest("2")).facts).toEqual({ serving: digest("1") });
        expect(run(second, "rollback", digest("2"))).toMatchObject({ exitCode: 0, facts: { serving: digest("1") } });
        expect(docker("inspect", "--format", "{{.State.StartedAt}}", container)).toBe(started);
        expect(run(second, "discard", digest("2")).exitCode).toBe(0);
        expect([state(`${container}-next`), state(`${container}-previous`)]).toEqual(["", ""]);
      } finally {
        remove(container);
      }
    });

    test("a registry that asks for a login gets one, and nobody else finds it", () => {
      const { secured } = registries!;
      const { run, room } = host(shell, `docker ${shell.name} login`);
      const image = `${secured.host}/modes/none@sha256:${"0".repeat(64)}`;
      const login = { registry: secured.host, username: secured.username, password: secured.password };
      const scripts = dockerScripts(optionsOf("login", "1", { image, login }));
      // The image is not there; what matters is what is left, and that the user's own configuration is used no more.
      expect(run(scripts, "prepare", "r1").exitCode).not.toBe(0);
      expect(readFileSync(join(folder, "config/config.json"), "utf8")).toBe("{}");
      expect(readdirSync(join(room, ".jessy"))).toEqual([]);
      expect(existsSync(join(room, ".jessy/login"))).toBe(false);
    });
  });
});
