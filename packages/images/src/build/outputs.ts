import { goBoolean } from "./attestations.ts";
import { readAttributes } from "./attributes.ts";
import type { TypedAttributes } from "./bake-file.ts";
import { isOutside } from "./context.ts";
import { type Problems, shown } from "./problems.ts";
import type { TargetInputs } from "./target-inputs.ts";

export interface OutputPlan {
  readonly outputs: readonly TypedAttributes[];
  /** The folder with the image's own bytes (an OCI layout), if it is exported. */
  readonly layout?: string;
  /** This step pushes the layout; buildx pushes nothing. */
  readonly push: boolean;
  /** Push without tags, by digest alone. */
  readonly byDigest: boolean;
  /** References that an output named beside those of the tags. */
  readonly references: readonly string[];
  /** Local folders and files that buildx writes. */
  readonly write: readonly string[];
}

/** Exporters of buildx and what each needs. */
const TYPES = ["image", "registry", "oci", "docker", "local", "tar", "cacheonly"];

/** Attributes of the image exporter that mean the same to the OCI exporter, so that the pushed bytes have them. */
const CARRIED =
  /^(?:annotation.*|compression|compression-level|force-compression|oci-mediatypes|oci-artifact|rewrite-timestamp)$/;

/**
 * What each image is exported to. An image that is pushed is an OCI layout folder first: the bytes in it are looked at,
 * then pushed by us. So an output that would let buildx push (`type=registry`, `type=image,push=true`) becomes a push of
 * the layout with the same attributes. Without outputs, and unless the image is only loaded, the layout is the output.
 */
export function planOutputs(inputs: TargetInputs, layout: string, problems: Problems): OutputPlan {
  const own: TypedAttributes[] = [];
  const carried: Record<string, string> = {};
  const references: string[] = [];
  let push = inputs.push;
  let byDigest = false;
  for (const text of inputs.outputs) {
    const output = readOutput(text, problems);
    if (output === undefined) continue;
    const pushes = output.type === "registry" || (output.type === "image" && isTrue(output.push));
    if (!pushes) {
      own.push(output);
      continue;
    }
    push = true;
    byDigest ||= isTrue(output["push-by-digest"]);
    references.push(...(output.name ?? "").split(",").filter((name) => name !== ""));
    for (const [key, value] of Object.entries(output)) if (CARRIED.test(key)) carried[key] = value;
  }
  if (inputs.load && !own.some(isLoad)) own.push({ type: "docker" });
  const exports = push || own.length === 0;
  const outputs = exports ? [{ ...carried, type: "oci", tar: "false", dest: layout }, ...own] : own;
  return {
    outputs,
    ...(exports ? { layout } : {}),
    push,
    byDigest,
    references,
    write: outputs.flatMap(({ dest }) => (dest !== undefined && isOutside(dest) ? [dest] : [])),
  };
}

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
  if ((type === "local" || type === "tar" || type === "oci") && (attributes.dest ?? "") === "") {
    problems.add("outputs", `${shown(text)} has no \`dest=\``, remedy);
    return undefined;
  }
  return { ...attributes, type };
}
