import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findCredential } from "../../packages/kit/src/docker/credential.ts";
import { makePrivateConfig, removePrivateConfig } from "../../packages/kit/src/docker/docker-config.ts";
import { Registry } from "../../packages/kit/src/registry/registry.ts";
import { dockerStack } from "../../scripts/docker-stack.ts";

const { engine, registries } = await dockerStack();
const quiet = { debug: () => undefined, info: () => undefined, mask: () => undefined };

describe.skipIf(!engine || !registries)("docker with a private config", () => {
  let folder: string;
  let docker: (...args: string[]) => string;
  let made: ReturnType<typeof makePrivateConfig>;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "jessy-docker-"));
    const own = join(folder, "home", ".docker");
    // As setup-buildx leaves it: the plugin below the user's own folder, and a context.
    mkdirSync(join(own, "cli-plugins"), { recursive: true });
    symlinkSync(join(engine!.pluginFolder, "docker-buildx"), join(own, "cli-plugins", "docker-buildx"));
    const { PATH } = process.env;
    const environment = { HOME: join(folder, "home"), PATH };
    const context = ["context", "create", "mine", "--docker", `host=${engine!.dockerHost}`];
    execFileSync(engine!.docker, context, { env: environment, stdio: "ignore" });
    writeFileSync(join(own, "config.json"), JSON.stringify({ currentContext: "mine", credsStore: "missing" }));
    const { host, username, password } = registries!.secured;
    made = makePrivateConfig({
      temporary: join(folder, "temporary"),
      environment,
      logins: [{ registry: host, username, password, repositories: ["config/app"] }],
      hasRepositoryScopes: false,
      needsHubLogin: false,
      log: quiet,
    });
    docker = (...args) =>
      execFileSync(engine!.docker, args, {
        env: { ...environment, ...made.environment },
        stdio: ["ignore", "pipe", "pipe"],
        encoding: "utf8",
      }).trim();
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  test("finds the user's context and its plugin", () => {
    expect(docker("context", "show")).toBe("mine");
    expect(docker("buildx", "ls")).toMatch(/mine\*?\s+docker/);
  });

  test("logs in to a registry that has a credential program, and leaves no login behind", () => {
    const context = join(folder, "context");
    mkdirSync(context);
    writeFileSync(join(context, "Dockerfile"), "FROM scratch\nCOPY Dockerfile /\n");
    docker("buildx", "build", "--push", "--tag", `${registries!.secured.host}/config/app:1`, context);
    expect(docker("pull", "--quiet", `${registries!.secured.host}/config/app:1`)).toContain("config/app:1");
    expect(existsSync(join(folder, "home/.docker/buildx/config"))).toBe(false);
  });

  test("gives our own client the same credentials", async () => {
    const { host } = registries!.secured;
    const search = { environment: process.env, cwd: folder };
    const credential = await findCredential(made.config, host, search);
    expect(await new Registry(host, { credential, log: quiet }).listTags("config/app")).toEqual(["1"]);
    removePrivateConfig(join(folder, "temporary"));
    expect(() => docker("pull", "--quiet", `${host}/config/app:1`)).toThrow();
  });
});
