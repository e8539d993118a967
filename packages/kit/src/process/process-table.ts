import { existsSync, readdirSync, readlinkSync } from "node:fs";
import { sep } from "node:path";
import { readFile } from "../runner/file-content.ts";

export interface TableEntry {
  readonly pid: number;
  /** Process group id. */
  readonly group: number;
  /** It has ended, and its parent has not looked yet. */
  readonly isZombie: boolean;
}

/** The processes of this machine, from Linux's /proc; undefined where there is none. */
export function processTable(): TableEntry[] | undefined {
  // A stripped-down container may have no /proc.
  if (process.platform !== "linux" || !existsSync("/proc/self/stat")) return undefined;
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => parseStat(readOrEmpty(`/proc/${name}/stat`)) ?? []);
}

/** A line of /proc/PID/stat (proc_pid_stat(5)): the name in parentheses may hold anything. Pure. */
export function parseStat(line: string): TableEntry | undefined {
  const [state, _parent, group] = line.slice(line.lastIndexOf(")") + 2).split(" ");
  const pid = Number.parseInt(line, 10);
  if (state === undefined || group === undefined || Number.isNaN(pid)) return undefined;
  return { pid, group: Number(group), isZombie: state === "Z" || state === "X" };
}

/**
 * Kills every process that works in a folder: what a run that was killed itself left behind. Our own user's processes
 * only, since nobody may look at others.
 *
 * @param folder absolute, without symbolic links.
 * @returns how many there were.
 */
export function killProcessesIn(folder: string): number {
  const found = (processTable() ?? []).filter(({ pid }) => pid !== process.pid && worksIn(pid, folder));
  for (const { pid } of found) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // Already gone.
    }
  }
  return found.length;
}

function worksIn(pid: number, folder: string): boolean {
  try {
    // Of a folder that was removed it says `PATH (deleted)`.
    const directory = readlinkSync(`/proc/${pid}/cwd`);
    return directory === folder || directory.startsWith(folder + sep) || directory === `${folder} (deleted)`;
  } catch {
    return false;
  }
}

function readOrEmpty(path: string): string {
  try {
    return readFile(path).toString();
  } catch {
    return "";
  }
}
