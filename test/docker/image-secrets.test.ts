import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { dockerStack } from "../../scripts/docker-stack.ts";
import { CommandLineWatcher } from "./command-line-watcher.ts";
import { DOCKERFILE, ImageScenario } from "./image-scenario.ts";
import { contentsBelow, filesBelow } from "./stored-files.ts";

const stack = await dockerStack();
const { engine, registries, cosign3 } = stack;

/** Nobody's; so long and odd that they stand nowhere by chance. */
const BUILD_SECRET = "zq8-Kd0vWm3xTfY7hLr2";
const SIGNING_PASSWORD = "Hn4-vB7qLs0wEjU3mCx9";

describe.skipIf(!engine || !registries || !stack.busybox || !cosign3)("secrets of a run", () => {
  let scenario: ImageScenario;
  let name = "";

  beforeEach(async () => {
    scenario = await ImageScenario.start(stack);
    name = `secrets${Math.random().toString(36).slice(2)}`;
  });

  afterEach(() => scenario.close());

  /** A key pair that cosign made and encrypted. */
  function signingKey(): string {
    const folder = mkdtempSync(join(tmpdir(), "jessy-key-"));
    try {
      const env = { HOME: folder, PATH: "/usr/bin:/bin", COSIGN_PASSWORD: SIGNING_PASSWORD };
      const made = spawnSync(cosign3!, ["generate-key-pair"], { cwd: folder, env, encoding: "utf8" });
      expect(made.status, made.stderr).toBe(0);
      return readFileSync(join(folder, "cosign.key"), "utf8");
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  test("stand in no layer, history, log, file, argument or result, in no form", async () => {
    scenario.repository.commit({
      Dockerfile: `${DOCKERFILE}RUN --mount=type=secret,id=token ["/bin/busybox", "sh", "-c", "wc -c < /run/secrets/token > /length"]\n`,
    });
    const { host, username, password, folder, log } = registries!.secured;
    const key = signingKey();
    const watcher = await CommandLineWatcher.start();
    const run = await scenario.build({
      images: `${host}/${name}/app`,
      tags: "type=raw,value=1",
      username,
      password,
      secrets: `token=${BUILD_SECRET}`,
      provenance: "mode=max",
      sign: "key",
      "signing-key": key,
      "signing-password": SIGNING_PASSWORD,
    });
    const watched = await watcher.stop();
    expect(run.outcome, run.log).toBe("success");
    expect(run.result.images[0]?.attestations).toEqual(["provenance"]);
    expect(run.result.images[0]?.signatures.map(({ state }) => state)).toEqual(["signed", "signed"]);
    // It was looked at while it ran, and its arguments are known.
    expect(watched).toContain("docker-buildx");
    expect(scenario.dockerArguments).toContain("bake");
    const stored = contentsBelow(folder);
    // Manifests of the image, its provenance and its signatures, and their configurations and layers.
    expect(filesBelow(folder).filter((path) => path.endsWith("/data")).length).toBeGreaterThan(8);
    const login = Buffer.from(`${username}:${password}`).toString("base64");
    const hidden = {
      "the build's secret": BUILD_SECRET,
      "the build's secret in base64": Buffer.from(BUILD_SECRET).toString("base64"),
      "the registry's password": password,
      "the registry's password in a URL": encodeURIComponent(password),
      "the login": login,
      "the signing password": SIGNING_PASSWORD,
      "the signing key": key.split("\n")[1]!,
    };
    const seen: Readonly<Record<string, readonly string[]>> = {
      "the log": [run.log],
      "the summary": [run.summary],
      annotations: run.annotations.map(({ message }) => message),
      outputs: [...run.outputs.values()],
      "the result": [JSON.stringify(run.result)],
      "arguments of docker and buildx": [scenario.dockerArguments],
      "command lines of all processes": [watched],
      "the registry": stored,
      "the registry's log": [readFileSync(log, "utf8")],
      "logs of dockerd and containerd": engine!.logs.map((path) => readFileSync(path, "utf8")),
      "what the job leaves in the runner's folder": contentsBelow(scenario.temporary),
      "the runner's DOCKER_CONFIG": contentsBelow(scenario.configFolder),
      "the checkout": contentsBelow(scenario.repository.folder),
    };
    const found = Object.entries(seen).flatMap(([place, texts]) =>
      Object.entries(hidden).flatMap(([what, secret]) =>
        texts.some((text) => text.includes(secret)) ? [`${what} in ${place}`] : [],
      ),
    );
    expect(found).toEqual([]);
    // Neither credentials nor exported images outlive the job.
    expect(filesBelow(scenario.temporary).filter((path) => /layouts|docker-config|private/.test(path))).toEqual([]);
    expect(() => scenario.docker("pull", `${host}/${name}/app:1`)).toThrow();
  });
});
