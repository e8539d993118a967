import type { ChildProcess } from "node:child_process";
import { ProcessGroup } from "./group.ts";
import { feed, type StandardInput } from "./standard-input.ts";

export interface LifetimeLimits {
  /** What it starts goes on when it ends by itself: a daemon, which has a moment in the group that it leaves. */
  readonly leavesDaemon?: boolean;
  /** Milliseconds until the program and its group are ended. Default: ten minutes. */
  readonly timeout?: number;
  /** Milliseconds between SIGTERM and SIGKILL when a limit or `signal` ends the program. Default: two seconds. */
  readonly grace?: number;
  /** Ends the program when it aborts; the run rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Runs on, and may start, while a cancelled run cleans up (`onCancel`). Default: it ends with the run. */
  readonly outlivesCancel?: boolean;
}

/** A program took too long or wrote too much, and was ended with its whole group. */
export class ProcessLimitError extends Error {
  override readonly name = "ProcessLimitError";
  readonly limit: "time" | "output";

  constructor(limit: ProcessLimitError["limit"], message: string) {
    super(message);
    this.limit = limit;
  }
}

/** How a program ended. */
export interface ProcessEnd {
  /** 128 when a signal ended it. */
  readonly exitCode: number;
  /** The signal that ended it, if one did. */
  readonly signal: NodeJS.Signals | undefined;
}

const DEFAULT_TIMEOUT = 10 * 60_000;
const DEFAULT_GRACE = 2000;

/**
 * By then everything is read that an ended program wrote, even on a busy machine. A process that still holds its pipes
 * left the group.
 */
const PIPE_GRACE = 2000;

/** Programs that run now, so that a cancelled run can end them all. */
const live = new Set<Lifetime>();

/** `cleaning-up`: only programs that outlive a cancellation may run. `over`: none may. */
let cancellation: "none" | "cleaning-up" | "over" = "none";

/**
 * Everything that can end a program, and what must end with it: a time limit, a caller's signal, the end of the whole
 * run. However the program ends, nothing in its group outlives it, and nobody waits for a process that left the group
 * with its pipes.
 */
export class Lifetime {
  readonly #program: string;
  readonly #limits: LifetimeLimits;
  readonly #stopped = Promise.withResolvers<never>();
  readonly #abort = () => this.stop(this.#limits.signal?.reason);
  #child: ChildProcess | undefined;
  #group: ProcessGroup | undefined;
  #timers: NodeJS.Timeout[] = [];
  #isStopping = false;

  /** @param program names the program in messages. */
  constructor(program: string, limits: LifetimeLimits) {
    this.#program = program;
    this.#limits = limits;
    this.#stopped.promise.catch(() => undefined);
  }

  /**
   * Waits for a program, however it ends.
   *
   * @param start starts it, calls `watch` once it runs, and settles when it has ended and its pipes are closed.
   * @throws ProcessLimitError, the reason of `signal`, or what `start` throws. Once the run is cancelled this never
   * settles: the process exits before anyone could go on with half a result.
   */
  async run<T>(start: () => Promise<T>): Promise<T> {
    const { signal, timeout = DEFAULT_TIMEOUT } = this.#limits;
    if (this.#isBarred) return new Promise<never>(() => undefined);
    signal?.throwIfAborted();
    signal?.addEventListener("abort", this.#abort, { once: true });
    const late = new ProcessLimitError("time", `${this.#program} took longer than ${timeout / 1000} s and was ended`);
    this.#timers.push(setTimeout(() => this.stop(late), timeout));
    live.add(this);
    try {
      const result = await Promise.race([start(), this.#stopped.promise]);
      return this.#isStopping ? await this.#stopped.promise : result;
    } finally {
      for (const timer of this.#timers) clearTimeout(timer);
      signal?.removeEventListener("abort", this.#abort);
      live.delete(this);
      if (this.#isBarred) await new Promise<never>(() => undefined);
    }
  }

  /** @param child has just started; it reads `input`, or nothing. */
  watch(child: ChildProcess, input?: StandardInput): void {
    this.#child = child;
    this.#group = new ProcessGroup(child);
    child.once("exit", () => {
      if (this.#isStopping) return;
      if (this.#limits.leavesDaemon !== true) this.#group?.kill();
      // "close" waits for everyone who holds the pipes.
      this.#timers.push(setTimeout(() => this.#closePipes(), PIPE_GRACE));
    });
    if (this.#isStopping || this.#isBarred) this.#group.kill();
    if (child.stdin !== null) feed(child.stdin, input ?? "").catch((error: unknown) => this.stop(error));
  }

  /** Ends the program early; the run rejects with `reason` once everything has ended. */
  stop(reason: unknown): void {
    if (this.#isStopping) return;
    this.#isStopping = true;
    void this.end().then(() => this.#stopped.reject(reason));
  }

  /** SIGTERM, then SIGKILL, for the whole group. */
  async end(): Promise<void> {
    await this.#group?.end(this.#limits.grace ?? DEFAULT_GRACE);
    this.#closePipes();
    // A process that even SIGKILL does not end must not keep ours.
    this.#child?.unref();
  }

  kill(): void {
    this.#group?.kill();
  }

  get outlivesCancel(): boolean {
    return this.#limits.outlivesCancel === true;
  }

  get #isBarred(): boolean {
    return cancellation === "over" || (cancellation === "cleaning-up" && !this.outlivesCancel);
  }

  #closePipes(): void {
    for (const stream of [this.#child?.stdin, this.#child?.stdout, this.#child?.stderr]) stream?.destroy();
  }
}

/** @param child has ended. */
export function processEnd({ exitCode, signalCode }: ChildProcess): ProcessEnd {
  return { exitCode: exitCode ?? (signalCode === null ? 1 : 128), signal: signalCode ?? undefined };
}

/**
 * Ends every program that runs and may not outlive a cancellation, each with its group and its grace, and lets none of
 * them start: for a run that is cancelled and has yet to clean up.
 */
export async function endForegroundPrograms(): Promise<void> {
  cancellation = "cleaning-up";
  await endEach([...live].filter(({ outlivesCancel }) => !outlivesCancel));
}

/** Ends every program that runs, and lets none start: for a run that is cancelled. */
export async function endAllPrograms(): Promise<void> {
  cancellation = "over";
  await endEach([...live]);
}

/** For a cancelled run whose time is up. */
export function killAllPrograms(): void {
  cancellation = "over";
  for (const lifetime of live) lifetime.kill();
}

async function endEach(lifetimes: readonly Lifetime[]): Promise<void> {
  await Promise.all(lifetimes.map((lifetime) => lifetime.end()));
}
