import type { TargetInputs } from "@jessy-actions/images/build/target-inputs";
import type { NamedTarget } from "@jessy-actions/images/build/targets";
import { type InputReader, quote } from "@jessy-actions/kit/runner/inputs";
import { UserErrors } from "@jessy-actions/reading/user-error";
import { scanProblem } from "../inspection/scan-command.ts";
import { checkSignatures, type Signing, type Verification } from "../signing/signing-inputs.ts";
import { problemOf } from "./image-plan.ts";
import type { Mode } from "./mode.ts";
import { askedPush, type PushWish, wishContradiction } from "./push-wish.ts";

/** Inputs that may contradict each other. Of some it matters only whether they are there. */
interface Together {
  readonly mode: Mode;
  readonly targets: readonly NamedTarget[];
  readonly push: PushWish;
  readonly byDigest: boolean;
  readonly cacheFolder: unknown;
  readonly cacheMounts: string;
  readonly scan: readonly string[];
  readonly maxSize: unknown;
  readonly maxGrowth: unknown;
  readonly signing: Signing | undefined;
  readonly verification: Verification | undefined;
  readonly promote: string | undefined;
}

/** Without it, a job that never ran leaves an image that lacks its platform. */
const PLATFORMS_OF_MERGE =
  "is empty, and `merge` must know which parts there are to be; write for example `linux/amd64,linux/arm64`";

/** What is right alone and wrong together. @param asked the modes that were asked for, by the name of their input. */
export function checkTogether(reader: InputReader, inputs: Together, asked: readonly Mode[]): void {
  const { mode, targets } = inputs;
  const [first, second] = asked;
  if (second !== undefined) reader.problem(second, `is set, and so is ${quote(first!)}; a step does one of them`);
  if (mode === "build") checkBuild(reader, inputs);
  else for (const [name, reason] of contradictions(inputs)) reader.problem(name, reason);
  checkSignatures(reader, mode === "verify", inputs.signing, inputs.verification);
  if (mode === "promote" && targets.length > 1 && /[/:@]/.test(inputs.promote!.replace(/^sha(?:256|512):/, "")))
    reader.problem(
      "promote",
      "names one image, and `targets` has several; write a tag, or promote each in a step of its own",
    );
  for (const target of mode === "merge" ? targets : [])
    if (target.inputs.platforms.length === 0) reader.problem("platforms", PLATFORMS_OF_MERGE);
  for (const { inputs: target } of targets)
    if (!["", "auto", "gha", "registry", "local", "inline", "none"].includes(target.cache))
      reader.wrong("cache", target.cache, "one of auto, gha, registry, local, inline, none");
}

function checkBuild(
  reader: InputReader,
  { targets, push, signing, byDigest, cacheFolder, cacheMounts, scan }: Together,
): void {
  const blind = scanProblem(scan);
  if (blind !== undefined) reader.problem("scan", blind);
  const lines = targets.flatMap((target) => {
    const problem = wishContradiction(push, target);
    return problem === undefined ? [] : [problemOf(target, targets, `input \`outputs\` ${problem}`)];
  });
  if (lines.length > 0)
    reader.adopt(() => {
      throw new UserErrors(lines);
    }, undefined);
  if (signing !== undefined && targets.length > 0 && targets.every((target) => askedPush(push, target) === "never"))
    reader.problem("sign", "signs what a registry holds, and `push` is `false`; write `sign: none`");
  if (byDigest && targets.some(({ inputs: { platforms } }) => platforms.length > 1))
    reader.problem("platforms", "names several, and `by-digest` pushes one; build each in a job of its own");
  if (cacheFolder !== undefined && !usesCacheFolder(targets, cacheMounts))
    reader.problem("cache-folder", "is set, and neither `cache` nor `cache-mounts` uses it; write `cache: local`");
}

/**
 * What was asked for and would not happen, where nothing is built. What only describes a build (`file`, `platforms`) is
 * no contradiction: jobs share their `with:`.
 */
function* contradictions(inputs: Together): Iterable<readonly [input: string, reason: string]> {
  const { mode, targets, byDigest, scan, maxSize, maxGrowth, push } = inputs;
  const builds = `is for builds, and \`${mode}\` builds nothing; leave it out`;
  const isSet = (test: (target: TargetInputs) => boolean) => targets.some(({ inputs: target }) => test(target));
  const outputs = isSet((target) => target.outputs.length > 0);
  if (outputs) yield ["outputs", builds];
  if (byDigest && !outputs) yield ["by-digest", builds];
  if (isSet(({ load }) => load)) yield ["load", builds];
  if (isSet(({ call }) => call !== "" && call !== "build")) yield ["call", builds];
  // A gate that nothing passes through must not look as if something had passed it.
  if (scan.length > 0) yield ["scan", builds];
  if (maxSize !== undefined) yield ["max-size", builds];
  if (maxGrowth !== undefined) yield ["max-growth", builds];
  if (mode !== "verify") return;
  if (targets.some((target) => askedPush(push, target) === "always"))
    yield ["push", "is `true`, and `verify` pushes nothing; leave it out"];
}

function usesCacheFolder(targets: readonly NamedTarget[], cacheMounts: string): boolean {
  const kinds = ["", "auto", "local"];
  return targets.some(({ inputs: { cache } }) => kinds.includes(cache)) || kinds.includes(cacheMounts);
}
