import type { BuildWarning, VertexStatus } from "./solve-status.ts";

/** A step while it runs. */
export interface StepState {
  vertex: VertexStatus;
  /** The last lines of its output. */
  readonly log: string[];
  partial: string;
  isReported: boolean;
}

/** One step of a build. */
export interface BuildStep {
  readonly digest: string;
  /** As BuildKit writes it: `[api build 2/5] RUN make`. */
  readonly name: string;
  /** The image that it was first built for, if the call builds several. */
  readonly image?: string;
  /** `build 2/5`, `linux/amd64 build 2/5`; empty for BuildKit's own work. */
  readonly place: string;
  /** `RUN make`, or the name of what is not an instruction. */
  readonly instruction: string;
  /** Of a Dockerfile, and not BuildKit's own work. */
  readonly isInstruction: boolean;
  readonly cached: boolean;
  /** Undefined for a step that did not end. */
  readonly seconds?: number;
  readonly error?: string;
  /** The last lines of its output. */
  readonly log: readonly string[];
}

/** The first step of a stage that was built again, and why as far as it can be told. */
export interface CacheMiss {
  readonly step: string;
  readonly reason: string;
  /** Steps after it that had to be built again only because of it. */
  readonly followers: number;
}

export interface BuildFacts {
  readonly steps: readonly BuildStep[];
  /** Instructions of Dockerfiles that the cache had, and that were carried out; one that several images share counts once. */
  readonly cached: number;
  readonly built: number;
  /** Steps that took longest, at most ten. Exports and pulls are among them. */
  readonly slowest: readonly BuildStep[];
  readonly misses: readonly CacheMiss[];
  readonly failed: readonly BuildStep[];
  readonly warnings: readonly BuildWarning[];
  readonly bytes: { readonly context: number; readonly pulled: number };
  /** What buildx said in plain lines: its warnings and its error. */
  readonly otherLines: readonly string[];
  readonly damagedLines: number;
  readonly droppedSteps: number;
}

const MAX_SLOWEST = 10;

/** @param images the images of the call, by whose names BuildKit tells their steps apart if there are several. */
export function factsOf(
  states: readonly StepState[],
  images: readonly string[],
  transfers: ReadonlyMap<string, number>,
  warnings: readonly BuildWarning[],
  rest: Pick<BuildFacts, "otherLines" | "damagedLines" | "droppedSteps">,
): BuildFacts {
  const steps = states.map((state) => stepOf(state, images));
  const done = steps.filter(
    ({ isInstruction, seconds, error }) => isInstruction && seconds !== undefined && error === undefined,
  );
  const built = new Set(done.filter(({ cached }) => !cached).map(identity));
  // What one image built a moment ago is cached for the next one; that is no cache from before.
  const cached = new Set(done.map(identity)).difference(built);
  const bytesOf = (kind: string) =>
    [...transfers].reduce((sum, [key, bytes]) => (key.startsWith(`${kind} `) ? sum + bytes : sum), 0);
  const inputs = new Map(states.map(({ vertex }) => [vertex.digest, vertex.inputs]));
  return {
    steps,
    cached: cached.size,
    built: built.size,
    slowest: steps
      .filter(({ cached, seconds = 0 }) => !cached && seconds > 0)
      .sort((a, b) => b.seconds! - a.seconds!)
      .slice(0, MAX_SLOWEST),
    misses: missesOf(steps, inputs, cached.size > 0),
    // A step that was stopped since another one failed is not to blame.
    failed: steps.filter(({ error }) => error !== undefined && !/context canceled/.test(error)),
    warnings: warnings.toSorted((a, b) => (a.file ?? "").localeCompare(b.file ?? "") || (a.line ?? 0) - (b.line ?? 0)),
    bytes: { context: bytesOf("context"), pulled: bytesOf("pulled") },
    ...rest,
  };
}

function identity({ place, instruction }: BuildStep): string {
  return `${place} ${instruction}`;
}

function stepOf({ vertex, log }: StepState, images: readonly string[]): BuildStep {
  const name = vertex.name.replace(/[\u0000-\u001f\u007f]+/g, " ").trim();
  // `[api build 2/5] RUN make` of several images, `[build 2/5] RUN make`, `[2/5] RUN make`
  const [, inside = "", text = name] = /^\[([^\]]*)\] (.*)$/.exec(name) ?? [];
  const isInstruction = /(?:^| )\d+\/\d+$/.test(inside);
  const [first = ""] = inside.split(" ", 1);
  const image = images.length > 1 && images.includes(first) ? first : undefined;
  const { started, completed, error } = vertex;
  return {
    digest: vertex.digest,
    name,
    ...(image === undefined ? {} : { image }),
    place: !isInstruction ? "" : image === undefined ? inside : inside.slice(image.length + 1),
    instruction: text,
    isInstruction,
    cached: vertex.cached,
    ...(completed === undefined ? {} : { seconds: Math.max(0, completed - (started ?? completed)) / 1000 }),
    ...(error === undefined ? {} : { error }),
    log: [...log],
  };
}

/**
 * A step misses first if everything that it builds on is cached. BuildKit does not say why; what the instruction is made
 * of narrows it down: a COPY depends on the files, everything else on its text, its arguments and the step before.
 */
function missesOf(
  steps: readonly BuildStep[],
  inputs: ReadonlyMap<string, readonly string[]>,
  anyCached: boolean,
): readonly CacheMiss[] {
  const built = inOrder(steps.filter(wasBuilt), inputs);
  const twins = new Map(built.map((step) => [identity(step), step]));
  const byDigest = new Map(steps.map((step) => [step.digest, twins.get(identity(step)) ?? step]));
  // The first step that misses stands for all that follow from it.
  const causes = new Map<string, string>();
  const followers = new Map<string, number>();
  const first: BuildStep[] = [];
  for (const step of built) {
    const before = (inputs.get(step.digest) ?? []).map((input) => byDigest.get(input)).find(wasBuilt);
    const cause = before === undefined ? undefined : (causes.get(before.digest) ?? before.digest);
    if (cause === undefined) first.push(step);
    else {
      causes.set(step.digest, cause);
      followers.set(cause, (followers.get(cause) ?? 0) + 1);
    }
  }
  return first.map((step) => ({
    step: step.name,
    reason: anyCached ? reasonOf(step) : "no step of this build was in a cache",
    followers: followers.get(step.digest) ?? 0,
  }));
}

/** A base image is fetched when it is needed, whether or not what follows is cached. */
function wasBuilt(step: BuildStep | undefined): step is BuildStep {
  return step?.isInstruction === true && !step.cached && step.seconds !== undefined && keyword(step) !== "FROM";
}

/** What a step builds on comes before it, without recursion: a chain can be as long as there are steps. */
function inOrder(steps: readonly BuildStep[], inputs: ReadonlyMap<string, readonly string[]>): readonly BuildStep[] {
  const byDigest = new Map(steps.map((step) => [step.digest, step]));
  const state = new Map<string, "open" | "done">();
  const ordered: BuildStep[] = [];
  for (const start of steps) {
    const stack = [start];
    for (let step = stack.at(-1); step !== undefined; step = stack.at(-1)) {
      if (state.get(step.digest) === undefined) {
        state.set(step.digest, "open");
        for (const input of inputs.get(step.digest) ?? []) {
          const needed = byDigest.get(input);
          if (needed !== undefined && state.get(input) === undefined) stack.push(needed);
        }
      } else {
        if (state.get(step.digest) === "open") ordered.push(step);
        state.set(step.digest, "done");
        stack.pop();
      }
    }
  }
  return ordered;
}

function keyword({ instruction }: BuildStep): string {
  return (/^[A-Za-z]+/.exec(instruction)?.[0] ?? "").toUpperCase();
}

function reasonOf(step: BuildStep): string {
  const word = keyword(step);
  const words = step.instruction.split(/\s+/).slice(1);
  const from = words.find((each) => each.startsWith("--from="))?.slice("--from=".length);
  const sources = words.filter((each) => !each.startsWith("--")).slice(0, -1);
  if ((word === "COPY" || word === "ADD") && from !== undefined) return `what it copies from \`${from}\` changed`;
  if (word === "COPY" || word === "ADD")
    return sources.length === 0 ? "what it copies changed" : `a file that it copies changed: ${sources.join(", ")}`;
  if (word === "WORKDIR") return "its text changed, or no cache had it";
  return "its text or a build argument changed, or no cache had it";
}
