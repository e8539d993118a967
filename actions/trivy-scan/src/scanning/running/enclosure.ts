import { platform, userInfo } from "node:os";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { pickEnvironment } from "@jessy-actions/kit/process/environment";
import { runProcess } from "@jessy-actions/kit/process/process";

/** How the network is closed to a scan: by a namespace without one, or, where that is not allowed, by a proxy that leads nowhere. */
export type Network = "namespace" | "proxy";

/** What stands before a program so that it has no network; empty where there is no such thing. */
export type Enclosure = readonly string[];

/** Milliseconds: the programs do nothing but start another one. */
const PROBE_TIMEOUT = 15_000;
const NOTHING: RegExp = /^$/;

const enclosures = new WeakMap<ActionIo, Promise<Enclosure>>();

/** Asks this machine, once a run. */
export function findEnclosure(io: ActionIo): Promise<Enclosure> {
  const known = enclosures.get(io) ?? probe(io);
  enclosures.set(io, known);
  return known;
}

async function probe(io: ActionIo): Promise<Enclosure> {
  if (platform() !== "linux") return [];
  const { uid, gid } = userInfo();
  for (const enclosure of candidates(uid, gid, io.environment.RUNNER_ENVIRONMENT === "github-hosted"))
    if (await works(enclosure, io)) return enclosure;
  return [];
}

/**
 * As root a network namespace is enough. Others need a user namespace, which Ubuntu 24.04 forbids them (AppArmor): there,
 * on GitHub's own runners, whose user may become root without a password, sudo makes the namespace and gives the user back with
 * no way to get privileges again. On other machines nobody is asked for sudo: their owners would be told of a misuse.
 */
export function candidates(uid: number, gid: number, mayUseSudo: boolean): readonly Enclosure[] {
  const asUser = ["setpriv", `--reuid=${uid}`, `--regid=${gid}`, "--clear-groups", "--inh-caps=-all", "--no-new-privs"];
  const withSudo = ["sudo", "-n", "--", "unshare", "-n", "--", ...asUser, "--"];
  return [["unshare", "-n", "--"], ["unshare", "-r", "-n", "--"], ...(mayUseSudo ? [withSudo] : [])];
}

/** Whether a program runs in it and comes back as it should. */
async function works([program, ...args]: Enclosure, io: ActionIo): Promise<boolean> {
  const environment = pickEnvironment(io.environment, NOTHING);
  // Sudo gives a program no environment: the real one gets its own by `env`, and so does this one.
  const command = [...args, "env", "-i", "true"];
  const options = { cwd: "/", environment, timeout: PROBE_TIMEOUT, maxOutput: 1000 };
  return runProcess(program!, command, options).then(
    ({ exitCode }) => exitCode === 0,
    () => false,
  );
}

/** The command of a program in its enclosure. @param variables the whole environment, without secrets: `env` gets it as arguments. */
export function enclosed(
  enclosure: Enclosure,
  program: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>>,
): readonly [string, ...string[]] {
  const [first, ...rest] = enclosure;
  if (first === undefined) return [program, ...args];
  const assignments = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
  return [first, ...rest, "env", "-i", ...assignments, program, ...args];
}
