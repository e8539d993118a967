import { type BuildFacts, factsOf, type StepState } from "./progress-facts.ts";
import { type BuildWarning, MAX_LINE_CHARACTERS, readSolveStatus, type VertexStatus } from "./solve-status.ts";

/** A Dockerfile has some dozens of steps; what follows is counted in `dropped`. */
export const MAX_STEPS = 5000;
/** Of each step the last lines of its output are kept for the report. */
export const MAX_LOG_LINES = 30;
const MAX_LOG_CHARACTERS = 2000;
/** buildx ends with a few plain lines: its error and the part of the Dockerfile. */
export const MAX_OTHER_LINES = 200;
const MAX_WARNINGS = 500;

/** What happened, for the log of the run. Texts are one line without control characters, and otherwise untrusted. */
export type ProgressEvent =
  | { readonly kind: "step"; readonly text: string; readonly failed: boolean }
  | { readonly kind: "log"; readonly step: string; readonly text: string }
  | { readonly kind: "other"; readonly text: string };

/**
 * Reads the standard error of `docker buildx … --progress=rawjson` while it grows: one event when a step ends, one for
 * each line of its output. Lines that are not JSON are buildx's own; damaged ones are counted. Memory is bounded.
 */
export class BuildProgress {
  readonly #steps = new Map<string, StepState>();
  readonly #transfers = new Map<string, number>();
  readonly #warnings = new Map<string, BuildWarning>();
  readonly #other: string[] = [];
  readonly #images: readonly string[];
  /** The line that has no end yet. */
  #pieces: string[] = [];
  #length = 0;
  /** A line that is longer than any of BuildKit's is skipped up to its end. */
  #skipping = false;
  #damaged = 0;
  #dropped = 0;

  /** @param images the names of the images that the call builds. */
  constructor(images: readonly string[] = []) {
    this.#images = images;
  }

  /** Takes text as it arrives; a line may come in pieces. */
  write(chunk: string): readonly ProgressEvent[] {
    const events: ProgressEvent[] = [];
    const lines = chunk.split("\n");
    for (const [index, piece] of lines.entries()) {
      this.#append(piece);
      if (index === lines.length - 1) break;
      if (!this.#skipping) events.push(...this.#line(this.#pieces.join("")));
      this.#skipping = false;
      this.#restart();
    }
    return events;
  }

  #append(piece: string): void {
    if (this.#skipping) return;
    this.#pieces.push(piece);
    this.#length += piece.length;
    if (this.#length <= MAX_LINE_CHARACTERS) return;
    this.#damaged++;
    this.#skipping = true;
    this.#restart();
  }

  #restart(): void {
    this.#pieces = [];
    this.#length = 0;
  }

  /** Steps that run at `now` (milliseconds since 1970), the longest first: what to say after a silent while. */
  running(now: number): readonly { readonly step: string; readonly seconds: number; readonly lastLine: string }[] {
    return [...this.#steps.values()]
      .filter(({ vertex }) => vertex.started !== undefined && vertex.completed === undefined)
      .map(({ vertex, log }) => ({
        step: oneLine(vertex.name),
        seconds: Math.max(0, Math.floor((now - vertex.started!) / 1000)),
        lastLine: log.at(-1) ?? "",
      }))
      .sort((a, b) => b.seconds - a.seconds);
  }

  /** The last line, if it had no end, and all facts. */
  end(): { readonly events: readonly ProgressEvent[]; readonly facts: BuildFacts } {
    const events = this.#skipping ? [] : this.#line(this.#pieces.join(""));
    this.#restart();
    for (const state of this.#steps.values()) events.push(...this.#logLines(state, "\n"));
    const facts = factsOf([...this.#steps.values()], this.#images, this.#transfers, [...this.#warnings.values()], {
      otherLines: this.#other,
      damagedLines: this.#damaged,
      droppedSteps: this.#dropped,
    });
    return { events, facts };
  }

  #line(line: string): ProgressEvent[] {
    const text = line.replace(/\r$/, "");
    if (text === "") return [];
    const status = readSolveStatus(text);
    if (status === undefined) {
      // A line that begins like BuildKit's and cannot be read was cut or mixed with another one.
      if (/^\{"(?:vertexes|statuses|logs|warnings)"/.test(text)) {
        this.#damaged++;
        return [];
      }
      const other = oneLine(text, true);
      if (this.#other.push(other) > MAX_OTHER_LINES) this.#other.shift();
      return [{ kind: "other", text: other }];
    }
    const events: ProgressEvent[] = [];
    for (const vertex of status.vertexes) events.push(...this.#vertex(vertex));
    for (const { vertex, text: log } of status.logs) {
      const state = this.#steps.get(vertex);
      if (state !== undefined) events.push(...this.#logLines(state, log));
    }
    for (const { vertex, id, name, current } of status.statuses) {
      const kind = transferKind(id, name);
      const key = `${kind} ${vertex} ${id}`;
      if (kind !== undefined && (this.#transfers.has(key) || this.#transfers.size < MAX_STEPS))
        this.#transfers.set(key, Math.max(this.#transfers.get(key) ?? 0, current));
    }
    for (const warning of status.warnings)
      if (this.#warnings.size < MAX_WARNINGS)
        this.#warnings.set(JSON.stringify([warning.vertex, warning.text, warning.file, warning.line]), warning);
    return events;
  }

  #vertex(vertex: VertexStatus): readonly ProgressEvent[] {
    const known = this.#steps.get(vertex.digest);
    if (known === undefined && this.#steps.size >= MAX_STEPS) {
      this.#dropped++;
      return [];
    }
    const state: StepState = known ?? { vertex, names: new Set(), log: [], partial: "", isReported: false };
    if (state.names.size <= this.#images.length) state.names.add(vertex.name);
    // A step that several images share is announced under the first name; inputs come once.
    state.vertex = {
      ...vertex,
      name: known?.vertex.name || vertex.name,
      inputs: vertex.inputs.length > 0 ? vertex.inputs : (known?.vertex.inputs ?? []),
      cached: vertex.cached || (known?.vertex.cached ?? false),
    };
    this.#steps.set(vertex.digest, state);
    if (vertex.completed === undefined || state.isReported || isInternal(state.vertex.name)) return [];
    state.isReported = true;
    return [
      {
        kind: "step",
        text: oneLine(`${state.vertex.name} ${outcome(state.vertex)}`),
        failed: vertex.error !== undefined,
      },
    ];
  }

  /** Output arrives in pieces that need not end with a line. */
  #logLines(state: StepState, text: string): readonly ProgressEvent[] {
    const lines = (state.partial + text).split("\n");
    const rest = lines.pop()!;
    // A line without end, as a progress bar makes, is cut.
    state.partial = rest.slice(-MAX_LOG_CHARACTERS);
    return lines.flatMap((line): readonly ProgressEvent[] => {
      // What a progress bar overwrote is not part of the line.
      const shown = oneLine(line.replace(/\r$/, "").replace(/^.*\r/s, ""), true).slice(0, MAX_LOG_CHARACTERS);
      if (shown === "") return [];
      if (state.log.push(shown) > MAX_LOG_LINES) state.log.shift();
      return [{ kind: "log", step: stepName(state.vertex.name), text: shown }];
    });
  }
}

/** `[api build 2/5] RUN …` as `api build 2/5`. */
function stepName(name: string): string {
  return oneLine(/^\[([^\]]*)\]/.exec(name)?.[1] ?? name).slice(0, 100);
}

function isInternal(name: string): boolean {
  return /^\[(?:[^\]]* )?internal\]/.test(name);
}

function outcome({ cached, started, completed, error }: VertexStatus): string {
  if (error !== undefined) return /context canceled|canceled/i.test(error) ? "canceled" : `failed: ${error}`;
  if (cached) return "cached";
  return `${((completed! - (started ?? completed!)) / 1000).toFixed(1)} s`;
}

/** The bytes of a line that travel: the context to the builder, and layers from registries. */
function transferKind(id: string, name: string): "context" | "pulled" | undefined {
  if (/^(?:\[.*\] )?transferring /.test(id)) return "context";
  return /^sha256:[0-9a-f]{64}$/.test(id) && (name === "downloading" || name === "done" || name === "")
    ? "pulled"
    : undefined;
}

const ANSI = /\u001b\[[0-9;?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)/g;

function oneLine(text: string, keepsIndent = false): string {
  const line = text.replace(ANSI, "").replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029]+/g, " ");
  return keepsIndent ? line.trimEnd() : line.trim();
}
