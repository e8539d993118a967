import { type Attributes, readAttributes } from "./attributes.ts";
import type { BakeAttest } from "./bake-file.ts";
import { type Problems, shown } from "./problems.ts";
import type { TargetInputs } from "./target-inputs.ts";

export interface AttestationFacts {
  /** Whether anyone can read the repository; the default provenance says less of a private one. */
  readonly isPublic: boolean;
  /** The address of the run: who built it, by default. */
  readonly runUrl: string;
  /** BUILDX_NO_DEFAULT_ATTESTATIONS is true. */
  readonly noDefaults?: boolean;
}

/**
 * What buildx attests. `provenance` and `sbom` take precedence over `attests`, as in docker/build-push-action. Without
 * any of them the provenance is `mode=max` for a public repository and `mode=min` for a private one; an image that is
 * only loaded has none. Each type stands in the result once, so buildx's own defaults never apply.
 */
export function planAttestations(
  inputs: TargetInputs,
  facts: AttestationFacts,
  isOnlyLoaded: boolean,
  problems: Problems,
): readonly BakeAttest[] {
  const byType = new Map<string, BakeAttest>();
  for (const entry of inputs.attests) {
    const read = readAttributes(entry);
    if (typeof read === "string" || read.bare !== undefined || !/^[a-z]+$/.test(read.values.type ?? "")) {
      const found = typeof read === "string" ? `${shown(entry)}: ${read}` : `${shown(entry)} has no \`type=\``;
      problems.add("attests", found, "write `type=provenance,mode=max` or `type=sbom`");
    } else byType.set(read.values.type!, attest(read.values.type!, read.values, "attests", problems));
  }
  for (const type of ["provenance", "sbom"] as const) {
    const text = inputs[type].trim();
    if (text !== "") byType.set(type, shorthand(type, text, problems));
  }
  const wants = facts.noDefaults !== true && !isOnlyLoaded;
  if (!byType.has("provenance"))
    byType.set("provenance", wants ? { type: "provenance", mode: facts.isPublic ? "max" : "min" } : off("provenance"));
  if (!byType.has("sbom")) byType.set("sbom", off("sbom"));
  const provenance = byType.get("provenance")!;
  if (provenance.disabled !== true && provenance["builder-id"] === undefined && facts.runUrl !== "")
    byType.set("provenance", { ...provenance, "builder-id": facts.runUrl });
  return [...byType.values()];
}

const off = (type: string): BakeAttest => ({ type, disabled: true });

/** `true`, `false`, or attributes. */
function shorthand(type: "provenance" | "sbom", text: string, problems: Problems): BakeAttest {
  const bool = goBoolean(text);
  if (bool !== undefined) return bool ? { type } : off(type);
  const read: Attributes | string = readAttributes(text);
  if (typeof read !== "string" && read.bare === undefined) return attest(type, read.values, type, problems);
  const example = type === "provenance" ? "`mode=max`" : "`generator=image`";
  problems.wrong(type, text, `write \`true\`, \`false\` or attributes such as ${example}`);
  return off(type);
}

function attest(type: string, values: Readonly<Record<string, string>>, input: string, problems: Problems): BakeAttest {
  const { type: _, disabled, ...attributes } = values;
  const mode = attributes.mode;
  if (type === "provenance" && mode !== undefined && mode !== "min" && mode !== "max")
    problems.add(input, `the provenance's mode is ${shown(mode)}`, "write `mode=min` or `mode=max`");
  if (disabled !== undefined && goBoolean(disabled) === undefined)
    problems.add(input, `\`disabled\` is ${shown(disabled)}`, "write `disabled=true` or leave it out");
  return goBoolean(disabled ?? "false") === true ? off(type) : { ...attributes, type };
}

/** Go's strconv.ParseBool, by which buildx reads these; undefined for anything else. */
export function goBoolean(text: string): boolean | undefined {
  if (/^(?:1|t|T|true|TRUE|True)$/.test(text)) return true;
  return /^(?:0|f|F|false|FALSE|False)$/.test(text) ? false : undefined;
}
