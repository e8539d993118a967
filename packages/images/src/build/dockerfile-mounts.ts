import {
  type Dockerfile,
  declaredArguments,
  expandVariables,
  findStage,
  mountAttributes,
  type Stage,
  variablesOf,
} from "./dockerfile.ts";

/** One directory that `RUN --mount=type=cache` keeps outside the image. */
export interface CacheMount {
  /** By which BuildKit finds it, as the Dockerfile gives it. */
  readonly id: string;
  readonly stage: number;
  /** Options that are part of its identity: `uid`, `gid`, `mode`; and `sharing`. */
  readonly options: Readonly<Record<string, string>>;
  /** Arguments of BuildKit's own that the id names and the stage declares, such as TARGETARCH. */
  readonly args: readonly string[];
  readonly line: number;
}

/** Arguments that BuildKit defines by itself; a stage only names them. */
const PREDEFINED = /^(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)$/;

/** The stages that an image is made of: the named one or the last, and what it starts from or copies from. */
function reachedStages({ stages }: Dockerfile, target: string | undefined): readonly Stage[] {
  const first =
    target === undefined || target === ""
      ? stages.at(-1)
      : (findStage(stages, target) ?? (/^\d+$/.test(target) ? stages[Number(target)] : undefined));
  const reached = new Set<Stage>();
  const open = first === undefined ? [] : [first];
  for (let stage = open.pop(); stage !== undefined; stage = open.pop()) {
    if (reached.has(stage)) continue;
    reached.add(stage);
    const names = stage.instructions.flatMap(({ flags }) =>
      flags.flatMap(([flag, value]) =>
        flag === "from" ? [value] : flag === "mount" ? [mountAttributes(value).from ?? ""] : [],
      ),
    );
    const others = names.map(
      (from) => findStage(stages, from) ?? (/^\d+$/.test(from) ? stages[Number(from)] : undefined),
    );
    open.push(
      ...[stage.parent === undefined ? undefined : stages[stage.parent], ...others].filter(
        (other) => other !== undefined,
      ),
    );
  }
  return [...reached].sort((a, b) => a.index - b.index);
}

/**
 * The cache mounts of an image, each once.
 *
 * @param notes takes a sentence for each one that cannot be carried over.
 */
export function readCacheMounts(
  dockerfile: Dockerfile,
  target: string | undefined,
  args: Readonly<Record<string, string>>,
  notes: string[],
): readonly CacheMount[] {
  const byIdentity = new Map<string, CacheMount>();
  for (const stage of reachedStages(dockerfile, target)) {
    const variables = variablesOf(dockerfile, stage, args);
    // Without an `ARG` in the stage BuildKit leaves `$TARGETARCH` in an id as it is written.
    const predefined = [...declaredArguments(stage)].filter((name) => PREDEFINED.test(name));
    for (const { flags, line, keyword } of stage.instructions) {
      for (const [flag, value] of keyword === "RUN" ? flags : []) {
        const attributes = flag === "mount" ? mountAttributes(value) : {};
        if (attributes.type !== "cache") continue;
        const path = attributes.target ?? attributes.dst ?? attributes.destination ?? "";
        const id = expandVariables(attributes.id ?? path, variables);
        if (attributes.from !== undefined || attributes.source !== undefined) {
          notes.push(`The cache mount \`${id}\` at line ${line} does not survive: it starts from another stage.`);
          continue;
        }
        const options = Object.fromEntries(
          ["uid", "gid", "mode", "sharing"].flatMap((option) =>
            attributes[option] === undefined ? [] : [[option, attributes[option]]],
          ),
        );
        // BuildKit's identity of a cache mount is its id and the owner and mode that it starts with.
        byIdentity.set(JSON.stringify([id, options.uid, options.gid, options.mode]), {
          id,
          stage: stage.index,
          options,
          args: predefined.filter((name) => new RegExp(`\\$\\{?${name}\\b`).test(id)),
          line,
        });
      }
    }
  }
  return [...byIdentity.values()];
}
