import { type ChildProcess, spawn } from "node:child_process";

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
