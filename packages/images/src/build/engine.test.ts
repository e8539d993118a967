import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type EngineAnswers, type EngineNeeds, engineProblems, foreignPlatforms, readEngine } from "./engine.ts";

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8");
const ok = (stdout: string) => ({ exitCode: 0, stdout, stderr: "" });
const failed = (stderr: string) => ({ exitCode: 1, stdout: "", stderr });

const INFO = fixture("docker-info.json");
/** Recorded from Docker 28.5 with buildx 0.29 and the containerd image store. */
const REAL: EngineAnswers = {
  version: ok("github.com/docker/buildx 0.29.1+ds1 0.29.1+ds1-4\n"),
  inspect: ok(fixture("buildx-inspect.txt")),
  info: ok(INFO),
};
const OLD_STORE = {
  ...REAL,
  info: ok(
    JSON.stringify({ ServerVersion: "20.10.24", Driver: "overlay2", DriverStatus: [["Backing Filesystem", "extfs"]] }),
  ),
};
/** From docker/setup-buildx-action's log. */
const CONTAINER = {
  version: ok("github.com/docker/buildx v0.36.1 abc\n"),
  inspect: ok(
    "Name:          builder-1\nDriver:        docker-container\n\nNodes:\nName:                  builder-10\nStatus:                running\nBuildKit version:      v0.32.2\nPlatforms:             linux/amd64*, linux/amd64/v2, linux/arm64\n",
  ),
};

describe("what an engine can do", () => {
  test("the real one", () => {
    expect(readEngine(REAL)).toEqual({
      buildx: "0.29.1",
      driver: "docker",
      server: "28.5.2+dfsg4",
      containerdStore: true,
      platforms: ["linux/amd64", "linux/amd64/v2", "linux/amd64/v3"],
      ociExport: true,
      cacheExport: true,
      attestations: true,
      multiPlatform: true,
    });
  });

  test("one without the containerd image store", () => {
    expect(readEngine(OLD_STORE)).toMatchObject({
      server: "20.10.24",
      ociExport: false,
      cacheExport: false,
      attestations: false,
      multiPlatform: false,
    });
  });

  test("a builder in a container needs nothing of the daemon", () => {
    expect(readEngine(CONTAINER)).toMatchObject({
      buildx: "0.36.1",
      driver: "docker-container",
      buildkit: "0.32.2",
      containerdStore: true,
      ociExport: true,
    });
  });

  test("a buildx built from source says no version", () => {
    expect(readEngine({ ...REAL, version: ok("github.com/docker/buildx 1234567\n") }).buildx).toBe("0.21.3");
  });
});

describe("what is missing has a name and a remedy", () => {
  test.each<[string, EngineAnswers, string]>([
    ["no docker", {}, "docker is not installed, or not on the PATH; install Docker 23 or newer on the runner"],
    [
      "no buildx",
      { version: failed("docker: unknown command: docker buildx\n\nRun 'docker --help' for more information\n") },
      "buildx is not there, or does not start: `docker buildx version` says `docker: unknown command: docker buildx`; install the plugin docker-buildx 0.21.3 or newer, or use docker/setup-buildx-action before this step",
    ],
    [
      "an old buildx",
      { ...REAL, version: ok("github.com/docker/buildx v0.21.2 x\n") },
      "buildx 0.21.2 is too old, since before 0.21.3 the credentials of a cache end in traces (CVE-2025-0495); install docker-buildx 0.21.3 or newer, or use docker/setup-buildx-action before this step",
    ],
    [
      "the daemon is down, says the builder with exit code 0",
      { ...REAL, inspect: ok(fixture("buildx-inspect-daemon-down.txt")) },
      "the Docker daemon does not answer: `Cannot connect to the Docker daemon at unix:///var/run/nope.sock. Is the docker daemon running?`; start Docker on the runner, or set DOCKER_HOST to a running daemon",
    ],
    [
      "the daemon is down, says docker info",
      { ...REAL, info: failed("Cannot connect to the Docker daemon at unix:///x.sock. Is the docker daemon running?") },
      "the Docker daemon does not answer: `Cannot connect to the Docker daemon at unix:///x.sock. Is the docker daemon running?`; start Docker on the runner, or set DOCKER_HOST to a running daemon",
    ],
    [
      "the daemon is another user's",
      {
        ...REAL,
        inspect: failed(
          "ERROR: permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock",
        ),
      },
      "the Docker daemon does not answer: `permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock`; add the runner's user to the group `docker`, or set DOCKER_HOST to a daemon that it may use",
    ],
    [
      "no such builder",
      { ...REAL, inspect: failed('ERROR: no builder "nosuch" found\n') },
      "input `builder` is `nosuch`, and there is no such builder; write one that `docker buildx ls` shows, or leave it empty for the current one",
    ],
    [
      "no driver",
      { ...REAL, inspect: ok("") },
      "the builder does not answer: `docker buildx inspect` names no driver; start it, or write another one in `builder`",
    ],
    [
      "no JSON",
      { ...REAL, info: ok("Client:") },
      "the answer of `docker info --format json` is not valid JSON: Unexpected token 'C', \"Client:\" is not valid JSON; install Docker 23 or newer",
    ],
  ])("%s", (_, answers, message) => {
    expect(() => readEngine(answers)).toThrow(expect.objectContaining({ name: "UserError", message }));
  });

  const NEEDS_NOTHING: EngineNeeds = { ociExport: false, hosts: false, platforms: [], load: false };
  const NEEDS: EngineNeeds = { ociExport: true, hosts: false, platforms: [], load: false };
  test.each<[string, EngineAnswers, Partial<EngineNeeds>, readonly RegExp[]]>([
    ["nothing", REAL, { hosts: true, platforms: ["linux/amd64", "linux/arm64"], load: true }, []],
    ["the image store", OLD_STORE, {}, [/^the Docker engine 20\.10\.24 cannot export images.*containerd-snapshotter/]],
    [
      "only one platform",
      OLD_STORE,
      { ociExport: false, platforms: ["linux/amd64", "linux/arm64"] },
      [/^input `platforms` names several, and .*containerd-snapshotter/],
    ],
    ["one platform is enough", OLD_STORE, { ociExport: false, platforms: ["linux/amd64"] }, []],
    [
      "load of several",
      CONTAINER,
      { platforms: ["linux/amd64", "linux/arm64"], load: true },
      [/^input `load` is set, and the driver `docker-container` cannot load an image of 2 platforms/],
    ],
    [
      "add-hosts",
      { ...REAL, version: ok("x v0.24.9 y") },
      { hosts: true },
      [/^input `add-hosts` is set, and bake has it since buildx 0\.25\.0, but this is 0\.24\.9;/],
    ],
    ["add-hosts stands", { ...REAL, version: ok("x v0.25.0 y") }, { hosts: true }, []],
  ])("%s", (_, answers, needs, expected) => {
    const problems = engineProblems(readEngine(answers), [
      NEEDS_NOTHING,
      { ...NEEDS, ...needs },
      { ...NEEDS, ...needs },
    ]);
    expect(problems).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
  });

  test("platforms that only emulation builds", () => {
    expect(foreignPlatforms(readEngine(CONTAINER), ["linux/amd64", "linux/arm64", "linux/arm/v7"])).toEqual([
      "linux/arm/v7",
    ]);
  });
});
