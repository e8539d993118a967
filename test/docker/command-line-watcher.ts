/**
 * Collects what everybody on the machine can read of every process while something runs: /proc/PID/cmdline. A poll sees
 * what lives for some milliseconds; the recorded arguments of docker and buildx have the rest.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { text } from "node:stream/consumers";

export class CommandLineWatcher {
  readonly #child: ChildProcess;
  readonly #seen: Promise<string>;

  private constructor(child: ChildProcess) {
    this.#child = child;
    this.#seen = text(child.stdout!);
  }

  static async start(): Promise<CommandLineWatcher> {
    const child = spawn(process.execPath, [import.meta.filename], { stdio: ["pipe", "pipe", "inherit"] });
    await once(child.stdout!, "readable");
    return new CommandLineWatcher(child);
  }

  /** @returns one command line a line. */
  async stop(): Promise<string> {
    this.#child.stdin!.end();
    return await this.#seen;
  }
}

function watch(): void {
  const seen = new Set<string>();
  const look = () => {
    for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
        if (line !== "" && !seen.has(line)) {
          seen.add(line);
          process.stdout.write(`${line}\n`);
        }
      } catch {
        // It has ended.
      }
    }
    timer = setTimeout(look, 2);
  };
  let timer = setTimeout(look, 0);
  process.stdin.resume().on("end", () => clearTimeout(timer));
}

if (import.meta.main) watch();
