/**
 * Docker, registries and cosign of our own for tests and for trying things.
 *
 *     node scripts/docker-stack.ts install          # into build/engines/debian, and says what is missing
 *     node scripts/docker-stack.ts run COMMAND...   # with DOCKER_HOST, DOCKER_CONFIG and JESSY_REGISTRY; stops afterwards
 *
 * Test files of one vitest run share a stack: `shareStack` is its global set-up, and `dockerStack` what a file asks.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { dockerPrograms, installedVersions } from "./docker/programs.ts";
import { type RunningStack, type Stack, startStack } from "./docker/stack.ts";

/** The socket of the process that keeps the stack of this vitest run. */
const KEEPER = "JESSY_DOCKER_STACK";

/** Started by the first file that asks; what it lacks is said on stderr once, and its tests are skipped. */
export async function dockerStack(): Promise<Stack> {
  const socketPath = process.env[KEEPER];
  if (socketPath === undefined) throw new Error("shareStack is not among vitest's global set-ups");
  return new Promise((resolve, reject) => {
    const asked = get({ socketPath, path: "/" }, (response) => {
      text(response).then((body) => {
        if (response.statusCode === 200) resolve(JSON.parse(body));
        else reject(new Error(body));
      }, reject);
    });
    asked.on("error", reject);
  });
}

/** Vitest's global set-up. @returns its tear-down. */
export async function shareStack(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "jessy-stack-"));
  let stack: Promise<RunningStack> | undefined;
  const server = createServer((_, response) => {
    stack ??= startLoudly();
    stack.then(
      (started) => response.end(JSON.stringify(started)),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  });
  const path = join(folder, "socket");
  await new Promise<void>((resolve) => server.listen(path, resolve));
  process.env[KEEPER] = path;
  return async () => {
    server.close();
    await stack?.then(
      async (started) => {
        await started.stop();
        // Again, where everybody looks: at the end.
        sayMissing(started);
      },
      () => undefined,
    );
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Says what runs, and what does not. */
async function startLoudly(): Promise<RunningStack> {
  const stack = await startStack();
  const { engine, registries, cosign2, cosign3 } = stack;
  const there = [
    ...(engine ? [`Docker for ${engine.platforms.join(" and ")}`] : []),
    ...(registries ? ["two registries"] : []),
    ...(cosign2 ? ["cosign 2"] : []),
    ...(cosign3 ? ["cosign 3"] : []),
  ];
  process.stderr.write(`docker stack: ${there.join(", ") || "nothing"}\n`);
  sayMissing(stack);
  return stack;
}

function sayMissing({ missing }: Pick<Stack, "missing">): void {
  for (const line of missing) process.stderr.write(`skipped: ${line}\n`);
}

/** Runs a command in front of a stack. @returns its exit code. */
async function runInFront([program, ...args]: readonly string[]): Promise<number> {
  const stack = await startLoudly();
  try {
    if (program === undefined) throw new Error("run needs a command");
    const { engine, registries, cosign3, busybox } = stack;
    const { plain, secured } = registries ?? {};
    const env = {
      ...process.env,
      ...(engine && {
        DOCKER_HOST: engine.dockerHost,
        DOCKER_CONFIG: engine.configFolder,
        JESSY_DOCKER: engine.docker,
      }),
      ...(plain && { JESSY_REGISTRY: plain.host }),
      ...(secured && { JESSY_SECURED_REGISTRY: secured.host, JESSY_REGISTRY_CA: secured.caFile }),
      ...(cosign3 && { JESSY_COSIGN: cosign3 }),
      ...(busybox && { JESSY_BUSYBOX: busybox }),
    };
    const child = spawn(program, args, { stdio: "inherit", env });
    // A Ctrl-C ends the command, and then the stack.
    process.on("SIGINT", () => undefined);
    return await new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("exit", (code) => resolve(code ?? 1));
    });
  } finally {
    await stack.stop();
  }
}

if (import.meta.main) {
  const [command, ...rest] = process.argv.slice(2);
  if (command === "run") process.exitCode = await runInFront(rest);
  else if (command === "install") {
    const { missing } = await dockerPrograms();
    sayMissing({ missing });
    process.stdout.write(installedVersions());
  } else {
    process.stderr.write("node scripts/docker-stack.ts install | run COMMAND...\n");
    process.exitCode = 2;
  }
}
