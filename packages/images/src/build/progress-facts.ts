import type { BuildWarning, VertexStatus } from "./solve-status.ts";

/** A step while it runs. */
export interface StepState {
  vertex: VertexStatus;
  /** BuildKit reports a step that several images share under a name for each. */
  readonly names: Set<string>;
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
  /** All images of a call of several that share it. */
  readonly images: readonly string[];
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
  /** Without the name of an image: `[build 2/5] COPY src/ ./`. */
  readonly step: string;
  /** All images of a call of several that share it. */
  readonly images: readonly string[];
  /** The name or number of its stage, as `no-cache-filters` has it; empty in a Dockerfile of one stage without a name. */
  readonly stage: string;
  readonly reason: string;
  /** Whether its reason may be a build argument. */
  readonly seesArguments: boolean;
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
  const done = steps.filter(isDone);
  const imagesOf = new Map(steps.map(({ digest, images: all }) => [digest, all]));
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
    warnings: warnings
      .map((warning) => ({ ...warning, images: imagesOf.get(warning.vertex ?? "") ?? [] }))
      .toSorted((a, b) => (a.file ?? "").localeCompare(b.file ?? "") || (a.line ?? 0) - (b.line ?? 0)),
    bytes: { context: bytesOf("context"), pulled: bytesOf("pulled") },
    ...rest,
  };
}

/** What one image of a call of several had from a cache from before, and what was built for it, shared steps included. */
export function countsOf(facts: BuildFacts, image: string): { readonly cached: number; readonly built: number } {
  const done = facts.steps.filter(isDone);
  const built = new Set(done.filter(({ cached }) => !cached).map(identity));
  const own = new Set(done.filter(({ images }) => images.includes(image)).map(identity));
  const builtHere = own.intersection(built).size;
  return { cached: own.size - builtHere, built: builtHere };
}

/** A base image is looked up when it is needed, whether or not what follows is cached: that is no step of a build. */
function isDone(step: BuildStep): boolean {
  return step.isInstruction && step.seconds !== undefined && step.error === undefined && keyword(step) !== "FROM";
}

function imageOf(name: string, images: readonly string[]): string | undefined {
  const first = /^\[([^\] ]+)/.exec(name)?.[1];
  return images.length > 1 && first !== undefined && images.includes(first) ? first : undefined;
}

function identity({ place, instruction }: BuildStep): string {
  return `${place} ${instruction}`;
}

function stepOf({ vertex, names, log }: StepState, images: readonly string[]): BuildStep {
  const name = vertex.name.replace(/[\u0000-\u001f\u007f]+/g, " ").trim();
  // `[api build 2/5] RUN make` of several images, `[build 2/5] RUN make`, `[2/5] RUN make`
  const [, inside = "", text = name] = /^\[([^\]]*)\] (.*)$/.exec(name) ?? [];
  const isInstruction = /(?:^| )\d+\/\d+$/.test(inside);
  const image = imageOf(name, images);
  const { started, completed, error } = vertex;
  return {
    digest: vertex.digest,
    name,
    ...(image === undefined ? {} : { image }),
    images: [...new Set([...names].flatMap((each) => imageOf(each, images) ?? []))],
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
  const unreadable = steps.flatMap(({ name, error }) => {
    const cache = /^importing cache manifest from (.*)$/.exec(name)?.[1];
    return cache === undefined || error === undefined ? [] : [`the cache \`${cache}\` could not be read (${error})`];
  });
  return first.map((step) => {
    const base = (inputs.get(step.digest) ?? []).map((input) => byDigest.get(input)).find(isBaseImage);
    const changes = [ownReason(step), ...baseReason(base)];
    const noCache = unreadable.length > 0 ? unreadable.join(", ") : "this builder had no cache of it yet";
    return {
      step: step.place === "" ? step.name : `[${step.place}] ${step.instruction}`,
      images: step.images,
      stage: /(?:^| )([^ ]+) \d+\/\d+$/.exec(step.place)?.[1] ?? "",
      reason: (anyCached ? [...changes, "no cache had it"] : [noCache, ...changes]).join(", or "),
      seesArguments: !/^(?:COPY|ADD|WORKDIR)$/.test(keyword(step)),
      followers: followers.get(step.digest) ?? 0,
    };
  });
}

/** A step of a Dockerfile that was carried out. */
function wasBuilt(step: BuildStep | undefined): step is BuildStep {
  return step !== undefined && isDone(step) && !step.cached;
}

function isBaseImage(step: BuildStep | undefined): step is BuildStep {
  return step?.isInstruction === true && keyword(step) === "FROM";
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

function baseReason(base: BuildStep | undefined): readonly string[] {
  const image = base && /^FROM (?:--\S+ )*([^\s@]+)/i.exec(base.instruction)?.[1];
  return image === undefined ? [] : [`its base image \`${image}\` changed`];
}

/** What may have changed in an instruction, by what BuildKit looks at. */
function ownReason(step: BuildStep): string {
  const word = keyword(step);
  if (word === "WORKDIR") return "its text changed";
  if (word !== "COPY" && word !== "ADD") return "its text or a build argument changed";
  const words = step.instruction.split(/\s+/).slice(1);
  const from = words.find((each) => each.startsWith("--from="))?.slice("--from=".length);
  if (from !== undefined) return `what it copies from \`${from}\` changed`;
  const sources = sourcesOf(words.filter((each) => !each.startsWith("--")));
  if (sources.length === 0) return "what it copies changed";
  return `a file that it copies changed (content or permissions): ${sources.map((source) => `\`${source}\``).join(", ")}`;
}

/** The last word is where they go. */
function sourcesOf(words: readonly string[]): readonly string[] {
  if (!words[0]?.startsWith("[")) return words.slice(0, -1);
  try {
    return (JSON.parse(words.join(" ")) as readonly unknown[]).slice(0, -1).map(String);
  } catch {
    return [];
  }
}
