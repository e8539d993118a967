import type { Host } from "@jessy-actions/deployment/hosts/host";
import { ONLY_WITH_LOCK } from "@jessy-actions/deployment/lock/lock-scripts";
import type { ModeScripts } from "@jessy-actions/deployment/modes/mode";
import type { RemoteScript, ScriptEnd } from "@jessy-actions/deployment/shell/remote-script";
import type { Remote, RunOptions } from "../src/connecting/remote.ts";

/** What goes wrong, the first time a script of this title runs on this host; `*`: any. */
export interface Fault {
  readonly host: string;
  readonly title: string;
  readonly kind:
    | "fails" // and changes nothing
    | "fails-after" // it did what it should
    | "lost" // the connection, before anything was done
    | "lost-after"
    | "timeout"
    | "gone" // the host, from now on
    | "gone-after"
    | "lies"; // it says that it succeeded, and did nothing
  /** How often; default: once. */
  readonly times?: number;
}

export interface FakeHost {
  /** What it serves; empty: nothing. */
  serving: string;
  /** What the switch recorded; undefined: nothing to go back to. */
  recorded: string | undefined;
  isGone: boolean;
  /** Text of the newest entry. */
  lock: string;
  number: number;
  age: number;
  readonly prepared: Set<string>;
}

/** Marks of a mode's scripts: the fleet below does what they stand for. */
export const FAKE_SCRIPTS: ModeScripts = {
  tools: [],
  environment: {},
  preflight: "preflight",
  prepare: "prepare",
  switch: "switch",
  serving: "serving",
  rollback: "rollback",
  diagnose: "diagnose",
  finish: "finish",
  discard: "discard",
};

/** Hosts in memory that keep what a real mode promises, and that can fail at any script. */
export class FakeFleet implements Remote {
  readonly hosts = new Map<string, FakeHost>();
  /** `host title`, in the order in which they ran. */
  readonly ran: string[] = [];
  /** The hosts cannot say what they serve: only what their switch wrote down is known. */
  isAssumed = false;
  faults: { fault: Fault; left: number }[] = [];
  /** Told before each script: to cancel, or to kill, at that point. */
  onScript: (host: string, title: string) => Promise<void> | void = () => undefined;

  constructor(names: readonly string[], serving = "old") {
    for (const name of names)
      this.hosts.set(name, {
        serving,
        recorded: undefined,
        isGone: false,
        lock: "free",
        number: 0,
        age: 0,
        prepared: new Set(),
      });
  }

  fail(...faults: readonly Fault[]): void {
    this.faults.push(...faults.map((fault) => ({ fault, left: fault.times ?? 1 })));
  }

  host(name: string): FakeHost {
    return this.hosts.get(name)!;
  }

  get served(): Readonly<Record<string, string>> {
    return Object.fromEntries([...this.hosts].map(([name, { serving }]) => [name, serving]));
  }

  get locks(): readonly string[] {
    return [...this.hosts.values()].map(({ lock }) => lock);
  }

  async run({ name }: Host, script: RemoteScript, options: RunOptions = {}): Promise<ScriptEnd> {
    await this.onScript(name, script.title);
    options.signal?.throwIfAborted();
    this.ran.push(`${name} ${script.title}`);
    const host = this.host(name);
    if (host.isGone) return lost;
    switch (this.#fault(name, script.title)) {
      case "fails":
        return exited(3, {}, `${script.title} went wrong`);
      case "fails-after":
        this.#apply(host, script);
        return exited(3, {}, `${script.title} went wrong`);
      case "lost":
        return lost;
      case "lost-after":
        this.#apply(host, script);
        return lost;
      case "timeout":
        return { kind: "timeout", isEnded: true, tail: "", duration: script.timeout };
      case "gone":
        host.isGone = true;
        return lost;
      case "gone-after":
        this.#apply(host, script);
        host.isGone = true;
        return lost;
      case "lies":
        return exited(0, script.title === "lock" ? { lock: "taken", serving: host.serving } : {});
      case undefined:
        return this.#apply(host, script);
    }
  }

  arguments(): readonly string[] {
    return [];
  }

  async close(): Promise<void> {}

  #fault(name: string, title: string): Fault["kind"] | undefined {
    const found = this.faults.find(
      ({ fault, left }) => left > 0 && fault.host === name && [title, "*"].includes(fault.title),
    );
    if (found === undefined) return undefined;
    found.left--;
    return found.fault.kind;
  }

  #apply(host: FakeHost, { title, body, environment }: RemoteScript): ScriptEnd {
    const owner = environment.JESSY_OWNER ?? "";
    const release = environment.JESSY_RELEASE ?? "";
    if (body.startsWith(ONLY_WITH_LOCK) && host.lock !== owner) return exited(0, { lock: "other", owner: host.lock });
    switch (title) {
      case "lock":
        return this.#take(host, owner, environment.JESSY_REPLACES ?? "", release);
      case "unlock":
        if (host.lock === owner) {
          host.lock = "free";
          host.number++;
          return exited(0, { lock: "released" });
        }
        return exited(0, host.lock === "free" ? { lock: "free" } : { lock: "other", owner: host.lock });
      case "prepare":
        host.prepared.add(release);
        break;
      case "switch":
        if (!host.prepared.has(release)) return exited(1, {}, "the release is not there");
        host.recorded ??= host.serving;
        host.serving = release;
        break;
      case "serving":
        return exited(0, { serving: host.serving, ...(this.isAssumed && { assumed: "true" }) });
      case "roll back":
      case "rollback": {
        if (host.recorded === undefined) return exited(0, { nothing: "true", serving: host.serving });
        host.serving = host.recorded;
        host.recorded = undefined;
        return exited(0, { serving: host.serving });
      }
      case "diagnose":
        return exited(0, {}, `last words of ${host.serving}`);
      case "finish":
        if (host.serving !== release) return exited(1, {}, "another release is served");
        host.recorded = undefined;
        break;
      case "discard":
        host.prepared.delete(release);
    }
    return exited(0, {});
  }

  #take(host: FakeHost, owner: string, replaces: string, release: string): ScriptEnd {
    if (host.lock !== owner) {
      if (host.lock !== "free" && replaces !== String(host.number))
        return exited(0, { lock: "held", owner: host.lock, number: String(host.number), age: String(host.age) });
      host.lock = owner;
      host.number++;
    }
    return exited(0, {
      lock: "taken",
      serving: host.serving,
      ...(host.recorded !== undefined && { leftover: "a switch" }),
      ...(host.recorded === undefined && host.serving === release && { unchanged: "true" }),
    });
  }
}

const lost: ScriptEnd = { kind: "lost", message: "the connection was lost", tail: "", duration: 0 };

function exited(exitCode: number, facts: Readonly<Record<string, string>>, tail = ""): ScriptEnd {
  return { kind: "exited", exitCode, facts, tail, duration: 1 };
}
