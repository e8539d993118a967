import type { Verdict } from "@jessy-actions/kit/report/report";
import type { BuildPlanning } from "./planning/build-planning.ts";
import type { Mode } from "./planning/mode.ts";

export const RESULT_SCHEMA = "jessy-actions/docker-build-push/v1";

/**
 * `planned`: a dry run, or a plan that is not carried out yet. `checked`: the Dockerfiles were checked, and nothing was built. `built`: nothing was asked to be pushed. `skipped`: this run must not change what a registry has, and there was nothing else to do. `pushed`: every reference
 * stands at its digest. `unchanged`: all of them did before. `verified`: every signature holds. `refused`: something about the image
 * forbids to push it, and nothing was pushed. `failed`: it ended early; `images` says what stands where.
 */
export type State =
  | "planned"
  | "checked"
  | "built"
  | "skipped"
  | "pushed"
  | "unchanged"
  | "verified"
  | "refused"
  | "failed";

/**
 * The whole decision, and what became of it, as plain JSON: what the result file holds and all that `render` needs. Published as
 * docs/schema/docker-build-push-result.v1.json; a field never gets another meaning within a version.
 */
export interface Result {
  readonly schema: typeof RESULT_SCHEMA;
  readonly verdict: Verdict;
  /** Whether the step ends with exit code 1. */
  readonly fails: boolean;
  readonly state: State;
  /** The verdict in words, plain text. */
  readonly headline: string;
  readonly mode: Mode;
  readonly dryRun: boolean;
  /** The commit that is built. */
  readonly commit: string;
  /** In the order of `targets`; the only one is called `image`. */
  readonly images: readonly ImageResult[];
  /** What a reader should know and nothing needs: which cache is read, why nothing is pushed. */
  readonly notes: readonly string[];
  /** Why it ended early; null when everything is done. */
  readonly failure: string | null;
  /** The commands, without secrets: as a dry run prints them. */
  readonly commands: readonly (readonly string[])[];
  /** What buildx reads, as text; null when nothing is built. */
  readonly bakeFile: string | null;
  /** What buildx said of each image. */
  readonly metadata: unknown;
  /** What BuildKit's checks say of the Dockerfiles, and what was asked for and did not happen. */
  readonly warnings: readonly Warning[];
  /** How many warnings BuildKit's checks have of the Dockerfiles, where they alone were asked for; else null. */
  readonly checked: number | null;
  /** Tags, labels and annotations of the first image, in the form of docker/metadata-action. */
  readonly json: unknown;
  /** The version of buildx; null when nothing is built. */
  readonly buildx: string | null;
  /** What `execute` carries out. */
  readonly planning: BuildPlanning;
}

export interface Warning {
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly endLine?: number;
}

export interface ImageResult {
  readonly name: string;
  /** By which it is labelled; empty when no rule gave one. */
  readonly version: string;
  readonly pushes: boolean;
  readonly references: readonly ReferenceResult[];
  /** Where it goes, without tags. */
  readonly repositories: readonly string[];
  /** Of what is pushed: a manifest, or an index with attestations or several platforms. Null when there is none yet. */
  readonly digest: string | null;
  /** Of the configuration of the first platform. */
  readonly imageId: string | null;
  readonly platforms: readonly string[];
  /** Compressed layers of the first platform, in bytes. */
  readonly size: number | null;
  /** The same of what the first reference held before. */
  readonly previousSize: number | null;
  readonly attestations: readonly string[];
  readonly steps: StepCounts | null;
  /** Why it is not pushed; empty when nothing speaks against it. */
  readonly refusals: readonly string[];
  /** The last lines of a scan that refuses it. */
  readonly scanOutput: readonly string[];
  readonly signatures: readonly SignatureResult[];
}

/** `moved`: it stood at another digest before. `refused`: it must not move, and stands at another digest. */
export type ReferenceState = "planned" | "pushed" | "moved" | "unchanged" | "refused" | "failed" | "not tried";

export interface ReferenceResult {
  /** Complete, e.g. `ghcr.io/acme/api:1.2.3`. */
  readonly reference: string;
  readonly state: ReferenceState;
  /** Why it failed. */
  readonly problem?: string;
}

export interface SignatureResult {
  readonly format: "legacy" | "bundle";
  /** Of what is signed. */
  readonly subject: string;
  /** `there`: the same signature stood there already, and holds. */
  readonly state: "signed" | "there" | "verified" | "failed";
  /** Who signed without a key, as the certificate names them, and who vouched for that. */
  readonly identity?: string;
  readonly issuer?: string;
  readonly problem?: string;
}

export interface StepCounts {
  readonly cached: number;
  readonly built: number;
  /** Longest first. */
  readonly slowest: readonly { readonly name: string; readonly seconds: number }[];
  /** The first step that no cache had, and why, as far as it can be told. */
  readonly missed: string | null;
}
