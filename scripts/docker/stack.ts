/** Docker and registries of our own for tests. Whatever this machine cannot have is named, and the rest runs. */

import { type Engine, startEngine } from "./engine.ts";
import { disproveEngine } from "./engine-proof.ts";
import type { Part } from "./part.ts";
import { dockerPrograms, type Programs } from "./programs.ts";
import { type Registries, startRegistries } from "./registries.ts";

/** What runs. A part that this machine cannot have is undefined, and `missing` says why. */
export interface Stack {
  readonly engine?: Engine;
  readonly registries?: Registries;
  readonly cosign2?: string;
  readonly cosign3?: string;
  /** A static busybox: the content of images. */
  readonly busybox?: string;
  /** Why other parts are missing, a line each. */
  readonly missing: readonly string[];
}

export interface RunningStack extends Stack {
  stop(): Promise<void>;
}

/** Never throws for what a machine lacks. */
export async function startStack(): Promise<RunningStack> {
  const programs = await dockerPrograms();
  const { cosign2, cosign3, busybox } = programs.paths;
  const [registries, engine] = await Promise.all([tryRegistries(programs), tryEngine(programs)]);
  const parts = [registries, engine].flatMap(({ part }) => part ?? []);
  const disproof = engine.started && (await disprove(engine.started, registries.started, busybox));
  if (disproof !== undefined) await engine.part?.stop();
  const missing = [
    ...programs.missing,
    ...[registries, engine].flatMap(({ problem }) => problem ?? []),
    ...(disproof === undefined ? [] : [`engine: ${disproof}`]),
  ];
  const isUsed = engine.started !== undefined && disproof === undefined;
  if (isUsed && programs.paths.qemu && !engine.started.platforms.includes("linux/arm64"))
    missing.push("two platforms: the kernel runs no programs for arm64 here (binfmt_misc)");
  return {
    ...(isUsed && { engine: engine.started }),
    ...(registries.started && { registries: registries.started }),
    ...(cosign2 && { cosign2 }),
    ...(cosign3 && { cosign3 }),
    ...(busybox && { busybox }),
    missing,
    stop: async () => void (await Promise.all(parts.map((part) => part.stop()))),
  };
}

async function disprove(engine: Engine, registries: Registries | undefined, busybox: string | undefined) {
  if (registries === undefined || busybox === undefined) return "it cannot be tried without a registry and a busybox";
  return await disproveEngine(engine, registries.plain.host, busybox);
}

interface Tried<T> {
  readonly started?: T;
  readonly part?: Part;
  readonly problem?: string;
}

function tryRegistries(programs: Programs): Promise<Tried<Registries>> {
  return programs.paths.registry === undefined ? Promise.resolve({}) : named("registries", startRegistries(programs));
}

function tryEngine(programs: Programs): Promise<Tried<Engine>> {
  const { docker, dockerd, buildx, containerd, runc } = programs.paths;
  const isThere = docker && dockerd && buildx && containerd && runc;
  return isThere ? named("engine", startEngine(programs)) : Promise.resolve({});
}

async function named<T>(name: string, starting: Promise<[T, Part]>): Promise<Tried<T>> {
  try {
    const [started, part] = await starting;
    return { started, part };
  } catch (error) {
    const reason = (error as Error).message.trim().split("\n").at(-1)!;
    return { problem: `${name}: ${reason.replace(/^spawn(?:Sync)? (\S+) ENOENT$/, "$1 is not installed")}` };
  }
}
