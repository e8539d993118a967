import { counted } from "@jessy-actions/kit/report/quantity";
import type { Verdict } from "@jessy-actions/kit/report/report";
import type { ImageResult, ReferenceResult, Result, State } from "./result.ts";

/** A result before anybody has judged it. */
export type Unjudged = Omit<Result, "verdict" | "fails" | "state" | "headline">;

/**
 * Completes a result with its verdict and its headline, which names everything that failed. Pure.
 *
 * @param isDone whether it was carried out: before that, it is a plan.
 */
export function judge(plan: Unjudged, isDone: boolean): Result {
  const unjudged = isDone && !plan.dryRun ? { ...plan, images: plan.images.map(withoutPlans) } : plan;
  const state = stateOf(unjudged, isDone);
  const isBad = state === "refused" || (state === "checked" && unjudged.checked !== 0);
  const verdict: Verdict = isBad ? "fail" : state === "failed" ? "broken" : "pass";
  return { ...unjudged, verdict, fails: verdict !== "pass", state, headline: headlineOf(unjudged, state) };
}

/** What was planned and did not come about, because something else went wrong before. */
function withoutPlans(image: ImageResult): ImageResult {
  const references = image.references.map((reference) =>
    reference.state === "planned" ? { ...reference, state: "not tried" as const } : reference,
  );
  return { ...image, references };
}

function stateOf({ mode, images, failure, dryRun, checked }: Unjudged, isDone: boolean): State {
  if (isRefused(images)) return "refused";
  if (failure !== null || images.some(isFailed)) return "failed";
  if (!isDone || dryRun) return "planned";
  if (mode === "verify") return "verified";
  if (mode === "build" && checked !== null) return "checked";
  if (images.every(({ pushes }) => !pushes)) return mode === "build" ? "built" : "skipped";
  // An image that is pushed by its digest alone has no tags.
  const references = images.flatMap((image) => image.references);
  return references.length > 0 && references.every(({ state }) => state === "unchanged") ? "unchanged" : "pushed";
}

const isRefused = (images: readonly ImageResult[]) =>
  images.some(({ refusals, references }) => refusals.length > 0 || references.some(({ state }) => state === "refused"));

const isFailed = ({ references, signatures }: ImageResult) =>
  references.some(({ state }) => state === "failed" || state === "not tried") ||
  signatures.some(({ state }) => state === "failed");

const DEEDS = { build: "built", promote: "promoted", merge: "merged", verify: "verified" } as const;

function headlineOf(unjudged: Unjudged, state: State): string {
  const { mode, images, failure } = unjudged;
  const all = counted(images.length, "image");
  switch (state) {
    case "planned":
      return `Dry run: ${all} would be ${DEEDS[mode]}${mode === "verify" ? "" : pushWords(images)}`;
    case "checked":
      return checkedWords(unjudged.checked ?? 0);
    case "built":
      return `${all} built, and not pushed`;
    case "skipped":
      return `Nothing was ${DEEDS[mode]}, since this run does not push`;
    case "pushed":
      return `${all} ${mode === "build" ? "pushed" : DEEDS[mode]}, ${tagsOf(images)}${signed(images)}`;
    case "unchanged":
      return `${all}: every tag stood there already, ${unchangedWords(images)}`;
    case "verified":
      return `${all} verified: every signature holds`;
    case "refused":
      return `Not ${mode === "build" ? "pushed" : DEEDS[mode]}: ${refusedWords(images)}`;
    case "failed":
      return failure ?? failedWords(images);
  }
}

function checkedWords(warnings: number): string {
  return warnings === 0
    ? "The checks have no warning; nothing was built"
    : `The checks have ${counted(warnings, "warning")}`;
}

function pushWords(images: readonly ImageResult[]): string {
  return images.some(({ pushes }) => pushes) ? ` and pushed, ${tagsOf(images)}` : ", and not pushed";
}

function tagsOf(images: readonly ImageResult[]): string {
  const references = images.flatMap(({ references: each }) => each);
  const [only] = references;
  if (references.length === 0) return "by digest";
  return references.length === 1 ? only!.reference : `${counted(references.length, "tag")}`;
}

function signed(images: readonly ImageResult[]): string {
  return images.some(({ signatures }) => signatures.length > 0) ? ", signed" : "";
}

function unchangedWords(images: readonly ImageResult[]): string {
  const signatures = images.flatMap(({ signatures: each }) => each);
  if (signatures.some(({ state }) => state === "signed")) return "and is signed now";
  return `nothing was changed${signatures.length > 0 ? ", signed" : ""}`;
}

/** The first reason of each image; the report lists them all. */
function refusedWords(images: readonly ImageResult[]): string {
  return images
    .flatMap(({ name, refusals, references }) => {
      const [first, ...more] = refusals;
      const rest = more.length === 0 ? "" : `, and ${counted(more.length, "more reason")}`;
      return [
        ...(first === undefined ? [] : [`${images.length === 1 ? "" : `${name}: `}${first}${rest}`]),
        ...references.filter(({ state }) => state === "refused").map(({ reference }) => `${reference} must not move`),
      ];
    })
    .map((words) => words.replaceAll("`", ""))
    .join("; ");
}

function failedWords(images: readonly ImageResult[]): string {
  const broken = images.flatMap(({ references }) => references.filter(({ state }) => state === "failed"));
  const unsigned = images.flatMap(({ signatures }) => signatures.filter(({ state }) => state === "failed"));
  const tried = images.flatMap(({ references }) => references);
  const done = tried.filter(({ state }) => state === "pushed" || state === "moved" || state === "unchanged").length;
  return [
    ...(broken.length === 0 ? [] : [`${done} of ${counted(tried.length, "tag")} pushed; failed: ${names(broken)}`]),
    ...(unsigned.length === 0 ? [] : [unsignedWords(unsigned.length, tried)]),
  ].join("; ");
}

/** A signature that fails keeps every tag where it was. */
function unsignedWords(count: number, tried: readonly ReferenceResult[]): string {
  const kept = tried.some(({ state }) => state === "not tried") ? ", so no tag was set" : "";
  return `${counted(count, "signature")} failed${kept}`;
}

const names = (references: readonly ReferenceResult[]) => references.map(({ reference }) => reference).join(", ");
