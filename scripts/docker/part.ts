/** A part of the stack: programs that run until nobody needs them any more. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Lines of `sh` that start something, and stop it. */
export interface PartScript {
  readonly start: string;
  readonly stop: string;
}

/**
 * Lines for a program that runs in the background, whose output is `FOLDER/NAME.log`. There is a file `FOLDER/NAME.ended`
 * when it has ended by itself.
 */
export function program(folder: string, name: string, command: string): PartScript {
  const file = join(folder, name);
  return {
    start: `{ ${command} >${file}.log 2>&1 & echo $! >${file}.pid; wait $!; : >${file}.ended; } &\n${name}=$!`,
    stop: `kill $(cat ${file}.pid); wait $${name}`,
  };
}

/** Milliseconds. Seconds are usual; a busy machine needs more. */
const START_TIMEOUT = 120_000;
const STOP_TIMEOUT = 30_000;

/** What ends a log is the reason, most of the time: characters. */
const SHOWN_LOG = 300;

/** A folder of a part. Short: the path of a socket has at most 107 bytes. */
export function partFolder(): string {
  return mkdtempSync(join(tmpdir(), "jessy-docker-"));
}

/**
 * All processes of a part are children of one `sh` that waits for the end of its standard input: they end with the
 * process that started them, whatever becomes of it.
 */
export class Part {
  readonly #child: ChildProcess;
  readonly #folder: string;

  /**
   * @param folder gone when the part has stopped.
   * @param isolated with process and mount namespaces of its own, which needs root: nothing that it starts outlives it.
   */
  constructor(
    { start, stop }: PartScript,
    {
      folder,
      isolated,
      searchPath,
    }: { readonly folder: string; readonly isolated: boolean; readonly searchPath: string },
  ) {
    const script = [start, "read -r end", stop, `cd / && rm -rf ${folder}`].join("\n");
    const [program, ...args] = isolated
      ? ["unshare", "--mount", "--pid", "--fork", "--mount-proc", "--kill-child", "sh", "-c", script]
      : ["sh", "-c", script];
    this.#folder = folder;
    this.#child = spawn(program!, args, {
      // A group of its own: a Ctrl-C is not for it, its input's end is.
      detached: true,
      stdio: ["pipe", "ignore", "ignore"],
      env: { PATH: `${searchPath}:${process.env.PATH}`, HOME: folder, TMPDIR: folder },
    });
    this.#child.on("error", () => undefined);
    this.#child.stdin!.on("error", () => undefined);
    // A test run ends though the stack runs.
    this.#child.unref();
  }

  get #runs(): boolean {
    const { exitCode, signalCode, pid } = this.#child;
    return exitCode === null && signalCode === null && pid !== undefined;
  }

  /**
   * Asks whether a program of this part is ready until there is an answer. @throws Error in one line, with the end of
   * its log when it has ended, or when there is no answer in time.
   */
  async until<T>(name: string, look: () => T | Promise<T>, timeout = START_TIMEOUT): Promise<NonNullable<T>> {
    const file = join(this.#folder, name);
    for (const end = Date.now() + timeout; ; await sleep(50)) {
      const found = await look();
      if (found) return found;
      const hasEnded = !this.#runs || existsSync(`${file}.ended`);
      if (!hasEnded && Date.now() < end) continue;
      if (!hasEnded) throw new Error(`${name} does not answer within ${timeout / 1000} s`);
      const said = contentOf(`${file}.log`).trim().split("\n").at(-1)!.slice(-SHOWN_LOG);
      throw new Error(`${name} does not start${said === "" ? "" : `; it said last: ${said}`}`);
    }
  }

  async stop(): Promise<void> {
    if (this.#runs) {
      const ended = once(this.#child, "exit");
      this.#child.ref();
      this.#child.stdin!.end();
      const late = setTimeout(() => process.kill(-this.#child.pid!, "SIGKILL"), STOP_TIMEOUT);
      await ended;
      clearTimeout(late);
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

export const contentOf = (file: string): string => (existsSync(file) ? readFileSync(file, "utf8") : "");
