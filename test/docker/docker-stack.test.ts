import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
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

/** The smallest program for arm64 that says something: an ELF header, one segment, eight instructions. */
function helloForArm64(): Buffer {
  const text = "hello\n";
  const code = [0xd2800020, 0x100000e1, 0xd28000c2, 0xd2800808, 0xd4000001, 0xd2800000, 0xd2800ba8, 0xd4000001];
  const [start, address] = [64 + 56, 0x400000];
  const size = start + code.length * 4 + text.length;
  const file = Buffer.alloc(size);
  file.write("\x7fELF\x02\x01\x01", "latin1");
  // An executable for 0xb7, its entry, where its one program header is, and sizes.
  for (const [value, at] of [
    [2, 16],
    [0xb7, 18],
    [64, 52],
    [56, 54],
    [1, 56],
  ] as const)
    file.writeUInt16LE(value, at);
  file.writeUInt32LE(1, 20);
  file.writeBigUInt64LE(BigInt(address + start), 24);
  file.writeBigUInt64LE(64n, 32);
  // Loaded whole, readable and executable.
  file.writeUInt32LE(1, 64);
  file.writeUInt32LE(5, 68);
  for (const [value, at] of [
    [address, 80],
    [address, 88],
    [size, 96],
    [size, 104],
    [0x1000, 112],
  ] as const)
    file.writeBigUInt64LE(BigInt(value), at);
  code.forEach((instruction, index) => void file.writeUInt32LE(instruction, start + index * 4));
  file.write(text, start + code.length * 4);
  return file;
}
