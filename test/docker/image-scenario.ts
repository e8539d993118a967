import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Registry } from "../../packages/kit/src/registry/registry.ts";
import type { Trigger } from "../../packages/local-runner/src/event/event.ts";
import type { Engine } from "../../scripts/docker/engine.ts";
import type { Stack } from "../../scripts/docker/stack.ts";
import { type ImageRun, readImageRun } from "../image-run.ts";
import { type RunSettings, Scenario } from "../scenario.ts";

/** An image that needs nothing from outside: a static busybox, and a file that a `RUN` made. */
export const DOCKERFILE = `FROM scratch
COPY busybox /bin/busybox
RUN ["/bin/busybox", "sh", "-c", "echo made > /made"]
CMD ["/bin/busybox", "cat", "/made"]
`;

/** Inputs by which two builds of a commit are the same image: nothing in it says when it was built. */
export const REPEATABLE = {
  provenance: "false",
  labels: "org.opencontainers.image.created=2026-11-28T00:00:00Z",
  annotations: "org.opencontainers.image.created=2026-11-28T00:00:00Z",
} as const;

/** A repository with a Dockerfile, and docker-build-push as it is shipped, before the engine of a stack. */
export class ImageScenario {
  readonly scenario: Scenario;
  /** RUNNER_TEMP of every run. */
  readonly temporary = mkdtempSync(join(tmpdir(), "jessy-images-"));
  readonly #engine: Engine;
  readonly #tools = mkdtempSync(join(tmpdir(), "jessy-tools-"));

  static async start({ engine, busybox }: Stack): Promise<ImageScenario> {
    return new ImageScenario(await Scenario.start(), engine!, busybox!);
  }

  private constructor(scenario: Scenario, engine: Engine, busybox: string) {
    this.scenario = scenario;
    this.#engine = engine;
    copyFileSync(busybox, join(scenario.repository.folder, "busybox"));
    scenario.repository.commit({ Dockerfile: DOCKERFILE });
    const buildx = join(engine.pluginFolder, "docker-buildx");
    writeFileSync(this.#argumentsFile, "");
    for (const [name, program] of [
      ["docker", engine.docker],
      ["docker-buildx", buildx],
    ] as const)
      writeFileSync(join(this.#tools, name), this.#recorder(program), { mode: 0o755 });
    mkdirSync(this.configFolder);
    writeFileSync(join(this.configFolder, "config.json"), JSON.stringify(this.config));
  }

  /** A DOCKER_CONFIG of the runner, in which there is no login. */
  get configFolder(): string {
    return join(this.#tools, "config");
  }

  /** What its config.json says. */
  get config(): Readonly<Record<string, unknown>> {
    return { cliPluginsExtraDirs: [this.#tools] };
  }

  /** Keeps the arguments of each call, which everybody on the machine can read while it runs. */
  #recorder(program: string): string {
    return `#!/bin/sh\nfor word; do printf '%s\\n' "$word"; done >>'${this.#argumentsFile}'\nexec '${program}' "$@"\n`;
  }

  get repository() {
    return this.scenario.repository;
  }

  /** Of all calls of docker and buildx, a line for each. */
  get dockerArguments(): string {
    return readFileSync(this.#argumentsFile, "utf8");
  }

  get #argumentsFile(): string {
    return join(this.#tools, "arguments");
  }

  /** A run for a push to `main`. Without `cache`, it neither reads nor writes any. */
  build(inputs: Readonly<Record<string, string>>, settings: RunSettings = {}): Promise<ImageRun> {
    return this.run(
      { name: "push", branch: "main", before: "0".repeat(40), sha: this.repository.head },
      inputs,
      settings,
    );
  }

  async run(
    trigger: Trigger,
    inputs: Readonly<Record<string, string>>,
    { env, ...settings }: RunSettings = {},
  ): Promise<ImageRun> {
    const step = await this.scenario.run(
      trigger,
      { cache: "none", ...inputs },
      {
        action: "docker-build-push",
        temporary: this.temporary,
        env: {
          DOCKER_HOST: this.#engine.dockerHost,
          DOCKER_CONFIG: this.configFolder,
          PATH: `${this.#tools}:${process.env.PATH}`,
          ...env,
        },
        ...settings,
      },
    );
    return readImageRun(step);
  }

  /** What a user of the image would do. @returns what it wrote. */
  docker(...args: readonly string[]): string {
    const { docker, dockerHost, configFolder } = this.#engine;
    const env = { ...process.env, DOCKER_HOST: dockerHost, DOCKER_CONFIG: configFolder };
    return execFileSync(docker, args, { env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
  }

  async close(): Promise<void> {
    for (const folder of [this.#tools, this.temporary]) rmSync(folder, { recursive: true, force: true });
    await this.scenario.close();
  }
}

/** A registry as anybody sees it. */
export function registryAt(host: string): Registry {
  return new Registry(host, { log: { debug: () => undefined, info: () => undefined, mask: () => undefined } });
}

/** Where a tag leads. */
export async function digestAt(host: string, repository: string, tag: string): Promise<string | undefined> {
  return (await registryAt(host).headManifest(repository, tag))?.digest;
}
