/** A daemon that answers may still not run a container: it is asked for one of everything before tests rely on it. */
import { execFile } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Engine } from "./engine.ts";

/** Milliseconds for each step. A second is usual. */
const STEP_TIMEOUT = 60_000;

const SHOWN_REASON = 400;

/**
 * Builds an image with a RUN, pushes it, pulls it and runs it.
 *
 * @param host of a registry. @returns why that is not possible, in one line; undefined when it is.
 */
export async function disproveEngine(engine: Engine, host: string, busybox: string): Promise<string | undefined> {
  const context = mkdtempSync(join(tmpdir(), "jessy-proof-"));
  const docker = (...args: readonly string[]) =>
    promisify(execFile)(engine.docker, args, {
      env: { ...process.env, DOCKER_HOST: engine.dockerHost, DOCKER_CONFIG: engine.configFolder },
      timeout: STEP_TIMEOUT,
      killSignal: "SIGKILL",
    });
  const image = `${host}/proof/engine:1`;
  const steps: readonly (readonly [name: string, args: readonly string[]])[] = [
    ["build and push", ["buildx", "build", "--progress=plain", "--push", "--tag", image, context]],
    ["export", ["buildx", "build", "--quiet", `--output=type=oci,tar=false,dest=${join(context, "layout")}`, context]],
    ["remove", ["image", "rm", "--force", image]],
    ["pull", ["pull", "--quiet", image]],
    ["run", ["run", "--rm", image]],
    ["remove", ["image", "rm", "--force", image]],
  ];
  try {
    copyFileSync(busybox, join(context, "busybox"));
    const run = 'RUN ["/busybox", "sh", "-c", "echo made > /made"]\nCMD ["/busybox", "cat", "/made"]\n';
    writeFileSync(join(context, "Dockerfile"), `FROM scratch\nCOPY busybox /busybox\n${run}`);
    for (const [name, args] of steps) {
      const problem = await docker(...args).then(
        ({ stdout }) => (name !== "run" || stdout === "made\n" ? undefined : `it wrote ${JSON.stringify(stdout)}`),
        (error: Error & { readonly killed?: boolean; readonly stderr?: string }) =>
          error.killed === true
            ? `not done after ${STEP_TIMEOUT / 1000} s`
            : (error.stderr || error.message).trim().split("\n").at(-1)!,
      );
      if (problem !== undefined) return `it starts, but does not ${name} an image: ${problem.slice(0, SHOWN_REASON)}`;
    }
    return undefined;
  } finally {
    rmSync(context, { recursive: true, force: true });
  }
}
