import type { ChildProcess } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { processTable } from "./process-table.ts";

/**
 * How often a group that was asked to end is looked at, in milliseconds: nothing reports that a whole group has ended.
 */
const POLL = 25;

/** Groups are POSIX. Elsewhere a group is its leader alone. */
const HAS_GROUPS = process.platform !== "win32";

/** A program that leads a process group, and everything it started that did not leave the group. */
export class ProcessGroup {
  readonly #leader: ChildProcess;

  /** @param leader must have started, in a group of its own where there are groups. */
  constructor(leader: ChildProcess) {
    this.#leader = leader;
  }

  /**
   * Asks the group to end by SIGTERM, and kills what is left of it after `grace` milliseconds. Settles when it has
   * ended.
   */
  async end(grace: number): Promise<void> {
    const deadline = performance.now() + grace;
    this.#signal("SIGTERM");
    while (this.#isRunning && performance.now() < deadline) await wait(POLL);
    this.kill();
  }

  kill(): void {
    this.#signal("SIGKILL");
  }

  get #isRunning(): boolean {
    if (!this.#signal(0)) return false;
    // In a container without an init nobody collects orphans that have ended, and they still count as members.
    const members = processTable()?.filter(({ group }) => group === this.#leader.pid);
    return members === undefined || members.length === 0 || members.some(({ isZombie }) => !isZombie);
  }

  /** @returns whether anything was there to get the signal. */
  #signal(signal: NodeJS.Signals | 0): boolean {
    const { pid, exitCode, signalCode } = this.#leader;
    if (pid === undefined) return false;
    if (HAS_GROUPS && send(-pid, signal)) return true;
    // A leader that was started this very moment has no group yet. One that has ended may have lost its number to a
    // stranger.
    return exitCode === null && signalCode === null && send(pid, signal);
  }
}

function send(target: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(target, signal);
  } catch {
    return false;
  }
}
