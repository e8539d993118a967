import { goBoolean } from "./attestations.ts";
import { readAttributes } from "./attributes.ts";
import type { TypedAttributes } from "./bake-file.ts";
import { isOutside } from "./context.ts";
import { Problems, shown } from "./problems.ts";
import type { TargetInputs } from "./target-inputs.ts";

export interface OutputPlan {
  readonly outputs: readonly TypedAttributes[];
  /** The folder with the image's own bytes (an OCI layout), if it is exported. */
  readonly layout?: string;
  /** This step pushes the layout; buildx pushes nothing. */
  readonly push: boolean;
  /** Local folders and files that buildx writes. */
  readonly write: readonly string[];
}

/** What the outputs of an image say about a push. Whether anything is pushed is the caller's decision. */
export interface OutputWish {
  /** `asked`: one pushes. `declined`: one could, and says `push=false`. */
  readonly push: "asked" | "declined" | undefined;
  /** The output that says so, for messages. */
  readonly said: string;
  /** One that pushes does so without tags (`push-by-digest=true`; `name-canonical` adds a name to an engine's store alone). */
  readonly byDigest: boolean;
  /** References that outputs which push name, as written. */
  readonly names: readonly string[];
}

/** Exporters of buildx and what each needs. */
const TYPES = ["image", "registry", "oci", "docker", "local", "tar", "cacheonly"];

/** Attributes of the image exporter that mean the same to the OCI exporter, so that the pushed bytes have them. */
const CARRIED =
  /^(?:annotation.*|compression|compression-level|force-compression|force-inline-attestations|oci-mediatypes|oci-artifact|prefer-nondist-layers|rewrite-timestamp|source-date-epoch)$/;

/** Attributes of the image exporter about a push, which Go reads as a boolean. */
const PUSH_FLAGS = ["push", "push-by-digest", "name-canonical", "registry.insecure"] as const;

/**
 * What each image is exported to. An image that is pushed is an OCI layout folder first: the bytes in it are looked at,
 * then pushed by us. So an output that would let buildx push (`type=registry`, `type=image,push=true`) becomes the layout
 * with the same attributes, and whether that is pushed is `inputs.push` alone. Without outputs, and unless the image is
 * only loaded, the layout is the output.
 *
 * @param isLookedAt whether a scan or a limit needs the image's bytes, whatever else it is exported to.
 */
export function planOutputs(inputs: TargetInputs, layout: string, problems: Problems, isLookedAt: boolean): OutputPlan {
  const own: TypedAttributes[] = [];
  const carried: Record<string, string> = {};
  for (const text of inputs.outputs) {
    const output = readOutput(text, problems);
    if (output === undefined) continue;
    if (!pushes(output)) own.push(output);
    else for (const [key, value] of Object.entries(output)) if (CARRIED.test(key)) carried[key] = value;
  }
  if (inputs.load && !own.some(isLoad)) own.push({ type: "docker" });
  const { push } = inputs;
  const exports = push || isLookedAt || own.length === 0;
  const outputs = exports ? [{ ...carried, type: "oci", tar: "false", dest: layout }, ...own] : own;
  return {
    outputs,
    ...(exports ? { layout } : {}),
    push,
    write: outputs.flatMap(({ dest }) => (dest !== undefined && isOutside(dest) ? [dest] : [])),
  };
}

/** Reads `outputs` for what they say about a push. An output that cannot be read says nothing: `planOutputs` names it. */
export function outputWish(texts: readonly string[]): OutputWish {
  const ignored = new Problems();
  let wish: OutputWish = { push: undefined, said: "", byDigest: false, names: [] };
  for (const text of texts) {
    const output = readOutput(text, ignored);
    if (output === undefined) continue;
    if (pushes(output)) {
      wish = {
        push: "asked",
        said: wish.push === "asked" ? wish.said : text,
        byDigest: wish.byDigest || isTrue(output["push-by-digest"]),
        names: [...wish.names, ...(output.name ?? "").split(",").map((name) => name.trim())].filter(
          (name) => name !== "",
        ),
      };
    } else if (wish.push === undefined && isPushable(output) && output.push !== undefined) {
      wish = { ...wish, push: "declined", said: text };
    }
  }
  return wish;
}

/** Would buildx push? `type=registry` is `type=image,push=true` unless it says otherwise. */
function pushes(output: TypedAttributes): boolean {
  return isPushable(output) && (output.push === undefined ? output.type === "registry" : isTrue(output.push));
}

const isPushable = ({ type }: TypedAttributes) => type === "registry" || type === "image";

/** Is the image only loaded into the engine? Then it is a plain image without attestations. */
export function isOnlyLoad({ outputs }: OutputPlan): boolean {
  return outputs.every(isLoad);
}

/** An output into the engine's own store. */
export function isLoad({ type, dest }: TypedAttributes): boolean {
  return type === "docker" && dest === undefined;
}

function isTrue(text: string | undefined): boolean {
  return text !== undefined && goBoolean(text) === true;
}

function readOutput(text: string, problems: Problems): TypedAttributes | undefined {
  const read = readAttributes(text);
  const remedy = "write for example `type=local,dest=out`";
  if (typeof read === "string") {
    problems.add("outputs", `${shown(text)}: ${read}`, remedy);
    return undefined;
  }
  if (read.bare === "-" || read.values.dest === "-") {
    problems.add("outputs", `${shown(text)} writes to the standard output`, "give a file or folder as `dest`");
    return undefined;
  }
  // A path alone is a local folder (buildflags/export.go).
  if (read.bare !== undefined) return { type: "local", dest: read.bare };
  const { type = "", ...attributes } = read.values;
  if (!TYPES.includes(type)) {
    const found = type === "" ? `${shown(text)} has no \`type=\`` : `${shown(type)} is not a type of output`;
    problems.add("outputs", found, `types are ${TYPES.join(", ")}`);
    return undefined;
  }
  for (const flag of PUSH_FLAGS) {
    const value = (attributes as Readonly<Record<string, string | undefined>>)[flag];
    if (!isPushable({ type }) || value === undefined || goBoolean(value) !== undefined) continue;
    problems.add("outputs", `${shown(text)}: \`${flag}\` is ${shown(value)}`, "write `true` or `false`");
    return undefined;
  }
  if ((type === "local" || type === "tar" || type === "oci") && (attributes.dest ?? "") === "") {
    problems.add("outputs", `${shown(text)} has no \`dest=\``, remedy);
    return undefined;
  }
  return { ...attributes, type };
}
