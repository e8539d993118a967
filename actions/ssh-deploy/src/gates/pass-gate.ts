import type { Host } from "@jessy-actions/deployment/hosts/host";
import type { Remote } from "../connecting/remote.ts";
import type { Clock, GateEnd, PassGate } from "../deploying/parts.ts";
import type { Gate, Inputs } from "../inputs.ts";
import { durationText } from "../rendering/duration-text.ts";
import { type Asking, askHost } from "./ask-host.ts";
import { askRunner } from "./ask-runner.ts";
import type { Finding } from "./finding.ts";
import { gateName } from "./gate-name.ts";

type GateInputs = Pick<Inputs, "version" | "environmentVariables" | "gateTiming" | "deploy" | "path">;

export interface GateParts {
  readonly remote: Pick<Remote, "run">;
  readonly clock: Clock;
  /** Name of what is deployed. */
  readonly release: string;
  /** For tests; by default the real one. */
  readonly ask?: (gate: Gate, host: Host, asking: Asking) => Promise<Finding>;
}

/** Milliseconds that a question must have: one that is cut off by the deadline hides what the host really answers. */
const LEAST_TIME = 250;

/** A gate asks until it has passed as often in a row as asked for, or its deadline is over. */
export function gatePasser(inputs: GateInputs, parts: GateParts): PassGate {
  const { remote, clock, release } = parts;
  const ask =
    parts.ask ??
    ((gate: Gate, host: Host, asking: Asking) =>
      "from" in gate && gate.from === "runner"
        ? askRunner(gate, host, asking)
        : askHost(gate as Exclude<Gate, { from: "runner" }>, host, remote, asking));
  return async (gate, host, options) => {
    const course = new Course(gate, inputs.gateTiming.passes);
    const start = clock.now();
    const { deadline, interval } = inputs.gateTiming;
    try {
      for (;;) {
        const left = start + deadline - clock.now();
        const asking = askingOf(inputs, { host, release, left, signal: options.signal });
        const line = course.add(await ask(gate, host, asking));
        if (line !== undefined) options.onLine(line);
        if (course.hasPassed) return { passed: true, note: course.note };
        if (course.isHopeless || start + deadline - clock.now() - interval < LEAST_TIME) break;
        await clock.wait(interval, options.signal);
      }
    } catch (error) {
      if (!options.signal.aborted) throw error;
      return course.failure(clock.now() - start, "when the time of the deployment was over");
    }
    return course.failure(clock.now() - start);
  };
}

function askingOf(
  { version, environmentVariables, deploy, path }: GateInputs,
  {
    host,
    release,
    left,
    signal,
  }: { readonly host: Host; readonly release: string; readonly left: number; readonly signal: AbortSignal },
): Asking {
  const project = deploy.mode === "compose" ? deploy.project || path.split("/").at(-1) : undefined;
  const ours = { JESSY_RELEASE: release, JESSY_HOST: host.name, JESSY_PATH: path, JESSY_VERSION: version ?? "" };
  return {
    version,
    environmentVariables: { ...environmentVariables, ...ours },
    project,
    timeout: left,
    now: Date.now(),
    signal,
  };
}

/** All answers of one gate on one host. */
class Course {
  readonly #name: string;
  readonly #wanted: number;
  #passes = 0;
  #mostPasses = 0;
  #asked = 0;
  #last: Finding | undefined;
  /** The last that did not pass: of a flapping service the one that matters. */
  #failure: Finding | undefined;

  constructor(gate: Gate, passes: number) {
    this.#name = gateName(gate);
    this.#wanted = Math.max(passes, gate.kind === "http" ? gate.check.passes : 1);
  }

  /** @returns a line for the log when the answer is another one than before. */
  add(finding: Finding): string | undefined {
    const isOther = this.#last === undefined || this.#last.problem !== finding.problem;
    const isRestarted = this.#last !== undefined && this.#last.identity !== finding.identity;
    this.#passes = finding.problem !== undefined ? 0 : isRestarted ? 1 : this.#passes + 1;
    this.#mostPasses = Math.max(this.#mostPasses, this.#passes);
    this.#asked += 1;
    this.#last = finding;
    if (finding.problem !== undefined && !(finding.isCut && this.#failure !== undefined)) this.#failure = finding;
    return isOther ? `${this.#name}: ${finding.problem ?? finding.seen}` : undefined;
  }

  get hasPassed(): boolean {
    return this.#passes >= this.#wanted;
  }

  get isHopeless(): boolean {
    return this.#last?.isFinal ?? false;
  }

  get note(): string {
    const times = this.#wanted === 1 ? "" : ` ${this.#wanted} times in a row`;
    return `${this.#name}: ${this.#last?.seen ?? ""}${times}${this.#asked > this.#wanted ? `, asked ${this.#asked} times` : ""}`;
  }

  failure(time: number, ending = ""): GateEnd {
    const { problem, status = null, body = null, log = "" } = this.#failure ?? {};
    const what = problem ?? (this.#asked === 0 ? "it was not asked" : "it passed, and not often enough");
    const often = this.#asked > 1 ? `, asked ${this.#asked} times in ${durationText(time)}` : "";
    const flapping =
      this.#mostPasses > 0 ? `, passed at most ${this.#mostPasses} of ${this.#wanted} times in a row` : "";
    const message = `${this.#name}: ${what}${often}${flapping}${ending === "" ? "" : `, ${ending}`}`;
    return { passed: false, message, status, body, log };
  }
}
