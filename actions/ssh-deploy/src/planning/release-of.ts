import { createHash } from "node:crypto";
import { isReleaseName, releaseName } from "@jessy-actions/deployment/releases/release-name";
import type { Inputs } from "../inputs.ts";
import type { ImageResult } from "../result.ts";

export interface ReleaseFacts {
  readonly now: number;
  readonly commit: string;
  readonly runId: string;
  readonly runAttempt: number;
  readonly image: ImageResult | null;
  /** What the files of a Compose project hold. */
  readonly contents: readonly Uint8Array[];
}

/**
 * What a release is called. Files: the time and the run, since each run makes a folder. Containers: what they are made
 * of, so that another run of the same commit changes nothing, and every change has another name. Commands: the version,
 * which the user's own script may print. Pure.
 */
export function releaseOf(
  inputs: Pick<Inputs, "deploy" | "environmentVariables" | "version">,
  facts: ReleaseFacts,
): string {
  const { deploy, version } = inputs;
  const { commit, image, contents } = facts;
  if (deploy.mode === "command") {
    const name = version ?? commit;
    return isReleaseName(name) ? name : releaseName(facts);
  }
  if (deploy.mode === "files") return releaseName(facts);
  const { image: _, ...rest } = deploy;
  const hash = createHash("sha256");
  hash.update(JSON.stringify([rest, image?.digest, Object.entries(inputs.environmentVariables).toSorted()]));
  for (const content of contents) hash.update(`\0${content.length}\0`).update(content);
  return `${/^[0-9a-f]{7,}$/.test(commit) ? commit.slice(0, 7) : "0000000"}-${hash.digest("hex").slice(0, 12)}`;
}
