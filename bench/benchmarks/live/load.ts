import { type ChildProcess, spawn } from "node:child_process";

/** Busy and idle by turns, for up to this many milliseconds each. */
const RESTLESS =
  "const wait = (ms) => new Promise((r) => setTimeout(r, ms)); for (;;) { const until = Date.now() + Math.random() * 300; while (Date.now() < until); await wait(Math.random() * 300); }";

/** Neighbours that come and go all the time, one a core. @returns what ends them. */
export function restlessNeighbours(cores: number): () => void {
  const children = Array.from({ length: cores }, () =>
    spawn(process.execPath, ["--input-type=module", "-e", RESTLESS], { stdio: "ignore" }),
  );
  const end = () => {
    for (const child of children) child.kill("SIGKILL");
  };
  process.once("exit", end);
  return end;
}

/** A neighbour that takes whole cores from some moment on. */
export class Load {
  readonly #processes: ChildProcess[] = [];
  readonly #timer: NodeJS.Timeout;

  /** @param delay milliseconds until it starts. */
  constructor(cores: number, delay: number) {
    process.once("exit", this.#end);
    this.#timer = setTimeout(() => {
      for (let at = 0; at < cores; at++)
        this.#processes.push(spawn(process.execPath, ["-e", "for (;;) Math.random()"], { stdio: "ignore" }));
    }, delay);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#end();
    process.off("exit", this.#end);
  }

  /** Also when the whole proof is interrupted: an orphan would go on for ever. */
  readonly #end = () => {
    for (const child of this.#processes) child.kill("SIGKILL");
  };
}
