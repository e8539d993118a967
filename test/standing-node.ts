/**
 * One Node process that runs the scripts of dist/ one after another. A run pays for what the action does, and not each
 * time for the start of Node and the loading of the bundle, which was most of it.
 */
import { type ChildProcess, fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { EventEmitter } from "node:events";
import { dirname, join, resolve } from "node:path";
import { PassThrough, type Readable } from "node:stream";
import { type StartProcess, type StepChild, startProcess } from "../packages/local-runner/src/step/step-child.ts";

const DIST = resolve(import.meta.dirname, "../dist");

/** What the standing process is asked to run. */
export interface ScriptOrder {
  readonly script: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Written to standard output and standard error when the script has ended. */
  readonly mark: string;
}

interface Standing {
  readonly child: ChildProcess;
  isBusy: boolean;
}

/** Vitest loads this module again for each test file; the process stays. */
const kept = globalThis as typeof globalThis & { standingNode?: Standing | undefined };

/**
 * Runs a script of dist/ in the standing process of this worker; anything else, and what runs at the same time, gets a
 * process of its own. A process that was cancelled is not used again.
 */
export const startInStandingNode: StartProcess = (command, args, options) => {
  const [script = ""] = args;
  const isShipped = command === process.execPath && dirname(script) === DIST && args.length === 1;
  if (!isShipped || options.env.NODE_OPTIONS !== undefined || kept.standingNode?.isBusy === true)
    return startProcess(command, args, options);
  kept.standingNode ??= startStanding();
  const run = new StandingRun(kept.standingNode);
  run.start(script, options);
  return run;
};

function startStanding(): Standing {
  const child = fork(join(import.meta.dirname, "standing-node-process.ts"), {
    env: {},
    execArgv: ["--disable-warning=ExperimentalWarning"],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const standing = { child, isBusy: false };
  child.once("exit", () => {
    if (kept.standingNode === standing) kept.standingNode = undefined;
  });
  return standing;
}

/** Looks like a process that runs one script. */
class StandingRun extends EventEmitter implements StepChild {
  readonly stdout = new PassThrough();
  readonly stderr = new PassThrough();
  readonly #standing: Standing;

  constructor(standing: Standing) {
    super();
    this.#standing = standing;
  }

  start(script: string, { cwd, env }: Omit<ScriptOrder, "script" | "mark">): void {
    const { child } = this.#standing;
    const mark = `\0${randomUUID()}`;
    this.#keepAlive(true);
    const ended = Promise.withResolvers<readonly [code: number | null, signal: NodeJS.Signals | null]>();
    const onMessage = (code: number) => ended.resolve([code, null]);
    const onExit = (...end: [number | null, NodeJS.Signals | null]) => ended.resolve(end);
    child.once("message", onMessage).once("exit", onExit);
    const streams = [copy(child.stdout!, this.stdout, mark), copy(child.stderr!, this.stderr, mark)];
    void ended.promise.then(async (end) => {
      child.off("message", onMessage).off("exit", onExit);
      this.emit("exit", ...end);
      await Promise.all(streams);
      this.#keepAlive(false);
      this.emit("close", ...end);
    });
    child.send({ script, cwd, env, mark } satisfies ScriptOrder);
  }

  kill(signal: NodeJS.Signals): boolean {
    if (kept.standingNode === this.#standing) kept.standingNode = undefined;
    return this.#standing.child.kill(signal);
  }

  /** An idle process keeps no worker from ending, and ends with it. */
  #keepAlive(isBusy: boolean): void {
    this.#standing.isBusy = isBusy;
    const { child } = this.#standing;
    const handles = [child, child.channel, child.stdout, child.stderr] as unknown as { ref(): void; unref(): void }[];
    for (const handle of handles) isBusy ? handle?.ref() : handle?.unref();
  }
}

/** Copies a stream until `mark` ends it, or until it ends itself. */
function copy(from: Readable, to: PassThrough, mark: string): Promise<void> {
  return new Promise((done) => {
    let held = "";
    from.setEncoding("latin1");
    const take = (chunk: string) => {
      held += chunk;
      const start = held.lastIndexOf("\0");
      const isMark = start >= 0 && mark.startsWith(held.slice(start));
      to.write(Buffer.from(isMark ? held.slice(0, start) : held, "latin1"));
      held = isMark ? held.slice(start) : "";
      if (held === mark) end();
    };
    const end = () => {
      from.off("data", take);
      from.off("close", end);
      to.end();
      done();
    };
    from.on("data", take);
    from.once("close", end);
  });
}
