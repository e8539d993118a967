import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dockerPrograms } from "../../scripts/docker/programs.ts";
import { dockerStack } from "../../scripts/docker-stack.ts";
import { digestAt, ImageScenario } from "./image-scenario.ts";

/**
 * A path to buildkitd, which no Debian package has: `go build ./cmd/buildkitd` in the module github.com/moby/buildkit
 * takes five minutes. It stands for docker-container as well, which is the same program in a container.
 */
const buildkitd = process.env.JESSY_BUILDKITD;
const stack = await dockerStack();
if (buildkitd === undefined) process.stderr.write("skipped: builders of other drivers: JESSY_BUILDKITD is not set\n");

const DOCKERFILE = `FROM scratch AS build
COPY busybox /bin/busybox
ARG SALT
RUN --network=none --mount=type=cache,target=/kept ["/bin/busybox", "sh", "-c", "for f in /kept/*; do echo found $f; done; echo x >/kept/$SALT; cp /kept/$SALT /made"]
FROM scratch
COPY --from=build /bin/busybox /bin/busybox
COPY --from=build /made /made
CMD ["/bin/busybox", "cat", "/made"]
`;

describe.skipIf(!buildkitd || !stack.engine || !stack.registries || !stack.busybox)("a remote builder", () => {
  let folder: string;
  let daemon: ChildProcess;
  let scenario: ImageScenario;
  const host = stack.registries?.plain.host ?? "";
  const name = `remote${process.pid}`;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "jessy-buildkitd-"));
    const { paths } = await dockerPrograms();
    const socket = join(folder, "buildkitd.sock");
    // A mount namespace of its own, which takes its mounts with it.
    const args = ["--mount", buildkitd!, "--root", join(folder, "root"), "--addr", `unix://${socket}`];
    daemon = spawn("unshare", [...args, "--oci-worker-binary", paths.runc!, "--oci-worker-net", "host"], {
      stdio: "ignore",
      env: { PATH: `${dirname(paths.runc!)}:${process.env.PATH}`, TMPDIR: folder },
    });
    while (!existsSync(socket) && daemon.exitCode === null) await sleep(50);
    scenario = await ImageScenario.start(stack);
    scenario.repository.commit({ Dockerfile: DOCKERFILE });
    scenario.docker("buildx", "create", "--name", name, "--driver", "remote", `unix://${socket}`);
  });

  afterAll(async () => {
    scenario.docker("buildx", "rm", name);
    await scenario.close();
    if (daemon.exitCode === null) {
      const ended = once(daemon, "exit");
      daemon.kill();
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  });

  test("builds, pushes, has a cache of layers and keeps its mounts", async () => {
    const images = `${host}/${name}/app`;
    const build = (salt: string) =>
      scenario.build({
        images,
        tags: "type=raw,value=1",
        builder: name,
        cache: "gha",
        "cache-mounts": "gha",
        "build-args": `SALT=${salt}`,
      });
    const first = await build("one");
    expect([first.outcome, first.result.state], first.log).toEqual(["success", "pushed"]);
    expect(await digestAt(host, `${name}/app`, "1")).toBe(first.outputs.get("digest"));
    expect(scenario.docker("run", "--rm", `${images}:1`)).toBe("x");
    scenario.docker("buildx", "prune", "--builder", name, "--all", "--force");
    const second = await build("one");
    expect([second.outcome, second.result.images[0]?.steps?.built], second.log).toEqual(["success", 0]);
    scenario.docker("buildx", "prune", "--builder", name, "--all", "--force");
    scenario.repository.commit({ README: "next" });
    const third = await build("two");
    expect(third.log).toContain("found /kept/one");
    expect(third.result.warnings).toEqual([]);
  });
});
