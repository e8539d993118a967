import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BuildPlan } from "@jessy-actions/images/build/build-plan";
import type { BuildFailure } from "@jessy-actions/images/build/failure";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Inputs } from "../inputs.ts";
import { askBuildxVersion, planDependsOnEngine, whatEngineLacks } from "./probe-engine.ts";

let folder: string;
let environment: Record<string, string>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-engine-"));
  environment = { PATH: `${join(folder, "bin")}:${process.env.PATH}`, HOME: folder };
  mkdirSync(join(folder, "bin"));
  mkdirSync(join(folder, ".docker/cli-plugins"), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Programs that print what an engine would. */
function engine({ version = "0.29.1", driver = "docker", driverType = "overlayfs" } = {}): void {
  const program = (path: string, lines: string) =>
    writeFileSync(join(folder, path), `#!/bin/sh\n${lines}\n`, { mode: 0o755 });
  program(
    ".docker/cli-plugins/docker-buildx",
    `case "$1" in version) echo "github.com/docker/buildx v${version} x";; *) echo "Driver: ${driver}";; esac`,
  );
  const info = JSON.stringify({ ServerVersion: "28.5.2", DriverStatus: [["driver-type", driverType]] });
  program("bin/docker", `echo '${info}'`);
}

const failure = (kind: BuildFailure["kind"]): BuildFailure => ({
  kind,
  reason: "",
  remedy: "",
  log: [],
  isTransient: false,
});
const needs = { ociExport: true, hosts: false, platforms: [], load: false };
const plan = { targets: [{ needs }] } as unknown as BuildPlan;
const lacks = (kind: BuildFailure["kind"]) => whatEngineLacks(failure(kind), plan, "", folder, environment);

describe("an engine that a build failed on", () => {
  test("without the containerd image store", async () => {
    engine();
    expect(await lacks("exporter")).toContain("28.5.2 cannot export images, since it has no containerd image store");
  });

  test("too old a buildx, whose own words are about a flag", async () => {
    engine({ version: "0.12.0" });
    expect(await lacks("unknown")).toContain("buildx 0.12.0 is too old");
  });

  test("one that can do all", async () => {
    engine({ driverType: "io.containerd.snapshotter.v1" });
    expect(await lacks("unknown")).toBeUndefined();
  });

  test("is not asked when a step of the Dockerfile failed", async () => {
    engine();
    expect(await lacks("step")).toBeUndefined();
  });
});

describe("the version of buildx", () => {
  test("is what its plugin says", async () => {
    engine({ version: "0.31.0" });
    expect(await askBuildxVersion(folder, environment)).toEqual({ version: "0.31.0" });
  });

  test("that is too old is a problem, and not thrown", async () => {
    engine({ version: "0.12.0" });
    expect(await askBuildxVersion(folder, environment)).toMatchObject({ problem: expect.stringContaining("too old") });
  });
});

const inputs = (own: object) =>
  ({
    targets: [{ name: "image", inputs: { load: false, outputs: [], "add-hosts": [], "cgroup-parent": "", ...own } }],
  }) as unknown as Inputs;

test.each<[object, boolean]>([
  [{}, false],
  [{ load: true }, true],
  [{ outputs: ["out"] }, true],
  [{ "add-hosts": ["a:1.2.3.4"] }, true],
  [{ "cgroup-parent": "/jobs" }, true],
])("a plan with %j depends on the engine: %s", (own, depends) => {
  expect(planDependsOnEngine(inputs(own))).toBe(depends);
});
