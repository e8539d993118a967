import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { basename } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export interface SeenProcess {
  /** `ssh`. */
  readonly program: string;
  /** What everybody on the machine can read. */
  readonly commandLine: string;
  /** What its own user can read; empty for processes of hosts, and for those that hold it by their task. */
  readonly environment: string;
}

/** Milliseconds between two looks at all processes. */
const INTERVAL = 20;

/** Collects what can be read of all processes of this machine, and of the hosts on it, until it is stopped. */
export class ProcessWatch {
  readonly #seen = new Map<string, SeenProcess>();
  readonly #ours = readlinkSync("/proc/self/ns/pid");
  readonly #checkout: string;
  #isOver = false;
  readonly #looking: Promise<void>;

  /** @param checkout where the action works: its own process holds its inputs, as GitHub's runner gives them to it. */
  constructor(checkout: string) {
    this.#checkout = checkout;
    this.#looking = this.#look();
  }

  async stop(): Promise<readonly SeenProcess[]> {
    this.#isOver = true;
    await this.#looking;
    return [...this.#seen.values()];
  }

  async #look(): Promise<void> {
    while (!this.#isOver) {
      for (const pid of readdirSync("/proc")) if (/^\d+$/.test(pid)) this.#lookAt(pid);
      await sleep(INTERVAL);
    }
  }

  #lookAt(pid: string): void {
    const read = (name: string) => readFileSync(`/proc/${pid}/${name}`, "latin1");
    try {
      const program = basename(readlinkSync(`/proc/${pid}/exe`));
      const isAction = program === "node" && readlinkSync(`/proc/${pid}/cwd`) === this.#checkout;
      const isOfHost = readlinkSync(`/proc/${pid}/ns/pid`) !== this.#ours;
      const commandLine = read("cmdline").replaceAll("\0", " ");
      const environment = isAction || isOfHost ? "" : read("environ");
      this.#seen.set(`${program} ${commandLine}\0${environment}`, { program, commandLine, environment });
    } catch {
      // It has ended, or it is the kernel's.
    }
  }
}
