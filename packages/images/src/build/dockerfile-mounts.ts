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
  /** By which BuildKit finds it, variables expanded as far as the Dockerfile sets them. */
  readonly id: string;
  /** The image whose environment sets the variables that are left in the id. */
  readonly base?: string;
  /** Options that are part of its identity: `uid`, `gid`, `mode`; and `sharing`. */
  readonly options: Readonly<Record<string, string>>;
  /** Arguments of BuildKit's own that are left in the id, such as TARGETARCH. */
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

/** What can stand in a flag without quotes. */
const PLAIN = /^[\w./:@%+=~${}-]+$/;

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
    const predefined = new Set([...declaredArguments(stage)].filter((name) => PREDEFINED.test(name)));
    const base = baseOf(dockerfile, stage);
    for (const { flags, line, keyword } of stage.instructions) {
      for (const [flag, value] of keyword === "RUN" ? flags : []) {
        const attributes = flag === "mount" ? mountAttributes(value) : {};
        if (attributes.type !== "cache") continue;
        const path = attributes.target ?? attributes.dst ?? attributes.destination ?? "";
        const named = expandId(expandVariables(attributes.id ?? path, variables), predefined, base);
        const { left } = named;
        const id = attributes.id === undefined ? cleanPath(named.id) : named.id;
        const options = Object.fromEntries(
          ["uid", "gid", "mode", "sharing"].flatMap((option) =>
            attributes[option] === undefined ? [] : [[option, expandVariables(attributes[option], variables)]],
          ),
        );
        const refused =
          attributes.from !== undefined || attributes.source !== undefined
            ? "it starts from another stage"
            : [id, ...Object.values(options)].every((text) => PLAIN.test(text))
              ? undefined
              : "it is named by characters that need quotes";
        if (refused !== undefined) {
          notes.push(`The cache mount \`${id}\` at line ${line} does not survive: ${refused}.`);
          continue;
        }
        const ours = left.filter((name) => predefined.has(name));
        byIdentity.set(mountIdentity({ id, options }), {
          id,
          ...(left.length > ours.length && base !== undefined ? { base } : {}),
          options,
          args: ours,
          line,
        });
      }
    }
  }
  return [...byIdentity.values()];
}

/** BuildKit's identity of a cache mount is its id and the owner and mode that it starts with (solver/llbsolver/mounts). */
export function mountIdentity({ id, options }: Pick<CacheMount, "id" | "options">): string {
  return JSON.stringify([id, options.uid, options.gid, options.mode]);
}

/** The image that a stage starts from, through its parents; undefined if that is `scratch`, which sets no variable. */
function baseOf({ stages }: Dockerfile, stage: Stage): string | undefined {
  let top = stage;
  while (top.parent !== undefined) top = stages[top.parent]!;
  return top.base.toLowerCase() === "scratch" ? undefined : top.base;
}

/** Go's `path.Clean`, by which BuildKit names a mount without an id. */
function cleanPath(path: string): string {
  const isAbsolute = path.startsWith("/");
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") {
      if (parts.length > 0 && parts.at(-1) !== "..") parts.pop();
      else if (!isAbsolute) parts.push(part);
    } else if (part !== "." && part !== "") parts.push(part);
  }
  return `${isAbsolute ? "/" : ""}${parts.join("/")}` || ".";
}

/** BuildKit puts nothing in the place of a variable that nothing sets; only a base image can set what is unknown here. */
function expandId(
  id: string,
  predefined: ReadonlySet<string>,
  base: string | undefined,
): { readonly id: string; readonly left: readonly string[] } {
  const left = new Set<string>();
  const expanded = id.replace(/\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})/g, (whole, plain?: string, braced?: string) => {
    const name = plain ?? braced ?? "";
    if (!predefined.has(name) && (base === undefined || PREDEFINED.test(name))) return "";
    left.add(name);
    return whole;
  });
  return { id: expanded, left: [...left] };
}
