import type { Socket } from "node:net";
import type { ProbeFailure, ProbeFailureKind, ProbeTiming } from "./outcome.ts";
import { oneLine } from "./words.ts";

export type Phase = ProbeFailure["phase"];

/** A step of a probe failed, and it is known why. */
export class ProbeFault extends Error {
  override readonly name = "ProbeFault";
  readonly failure: ProbeFailureKind;

  constructor(failure: ProbeFailureKind, message: string) {
    super(message);
    this.failure = failure;
  }
}

/** How far a probe has come, what it holds open, and when each phase ended. */
export class Attempt {
  phase: Phase = "lookup";
  /** The address that is connected to, or tried. */
  address: string | undefined;
  /** Whom the phase waits for: `127.0.0.1:8080`. */
  peer: string;
  bodyBytes = 0;
  isOver = false;
  readonly #start = performance.now();
  readonly #sockets = new Set<Socket>();
  #marks: Partial<Record<keyof ProbeTiming, number>> = {};

  constructor(peer: string) {
    this.peer = peer;
  }

  /** A redirect begins with another lookup. */
  restart(peer: string): void {
    this.phase = "lookup";
    this.address = undefined;
    this.peer = peer;
    this.#marks = {};
  }

  /** Now is the end of a phase. */
  mark(phase: Exclude<keyof ProbeTiming, "total">): void {
    this.#marks[phase] = this.#elapsed();
  }

  /**
   * Closes it at the end, whatever happens; its late errors are nobody's.
   *
   * @param inner that it was made over, and closes: destroying both ends Node with a fault of memory.
   */
  hold(socket: Socket, inner?: Socket): void {
    if (inner !== undefined) this.#sockets.delete(inner);
    this.#sockets.add(socket);
    socket.on("error", () => undefined);
  }

  close(): void {
    this.isOver = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  timing(): ProbeTiming {
    const { lookup, connect, tls, firstByte } = this.#marks;
    return { lookup, connect, tls, firstByte, total: this.#elapsed() };
  }

  failure({ failure, message }: ProbeFault): ProbeFailure {
    const { phase, address } = this;
    return { kind: "failure", failure, message: oneLine(message), phase, address, timing: this.timing() };
  }

  #elapsed(): number {
    return performance.now() - this.#start;
  }
}
