import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { helloForArm64 } from "../../scripts/docker/arm64-program.ts";
import { dockerStack } from "../../scripts/docker-stack.ts";

const { engine, registries, busybox, cosign2, cosign3 } = await dockerStack();

describe.skipIf(!engine || !registries || !busybox)("a stack", () => {
  const docker = (...args: string[]) =>
    execFileSync(engine!.docker, args, {
      env: { ...process.env, DOCKER_HOST: engine!.dockerHost, DOCKER_CONFIG: engine!.configFolder },
      stdio: ["ignore", "pipe", "pipe"],
      encoding: "utf8",
    }).trim();

  test("builds with RUN, pushes, pulls and runs", () => {
    const context = mkdtempSync(join(tmpdir(), "jessy-context-"));
    try {
      copyFileSync(busybox!, join(context, "busybox"));
      const run = 'RUN ["/busybox", "sh", "-c", "echo made > /made"]\nCMD ["/busybox", "cat", "/made"]\n';
      writeFileSync(join(context, "Dockerfile"), `FROM scratch\nCOPY busybox /busybox\n${run}`);
      const image = `${registries!.plain.host}/stack/one:1`;
      docker("buildx", "build", "--push", "--tag", image, context);
      docker("image", "rm", "--force", image);
      expect(docker("run", "--rm", image)).toContain("made");
    } finally {
      rmSync(context, { recursive: true });
    }
  });

  test.skipIf(engine?.platforms.includes("linux/arm64") !== true)("runs programs of another platform", () => {
    const context = mkdtempSync(join(tmpdir(), "jessy-context-"));
    try {
      writeFileSync(join(context, "hello"), helloForArm64(), { mode: 0o755 });
      writeFileSync(join(context, "Dockerfile"), 'FROM scratch\nCOPY hello /hello\nRUN ["/hello"]\n');
      docker("buildx", "build", "--no-cache", "--platform", "linux/arm64", context);
    } finally {
      rmSync(context, { recursive: true });
    }
  });

  test("keeps images in containerd, as provenance, cache export and several platforms need", () => {
    expect(docker("info", "--format", "{{.DriverStatus}}")).toContain("io.containerd.snapshotter.v1");
  });
});

describe.skipIf(!registries)("the secured registry", () => {
  const { secured } = registries!;

  test("asks for credentials, behind its own certificate", () => {
    const status = (...args: string[]) =>
      execFileSync("curl", ["-sS", "-o", "/dev/null", "-w", "%{http_code}", ...args, `https://${secured.host}/v2/`], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      });
    expect(status("--cacert", secured.caFile)).toBe("401");
    expect(status("--cacert", secured.caFile, "--user", `${secured.username}:${secured.password}`)).toBe("200");
    expect(() => status()).toThrow();
  });
});

test.skipIf(!cosign2 || !cosign3)("cosign 2 and 3", () => {
  // Debian's do not know their own version.
  const knows = (program: string) => execFileSync(program, ["sign", "--help"], { encoding: "utf8" });
  expect(knows(cosign2!)).not.toContain("--signing-config");
  expect(knows(cosign3!)).toContain("--signing-config");
});
