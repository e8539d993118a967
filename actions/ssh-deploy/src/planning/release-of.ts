import { createHash } from "node:crypto";
import { isReleaseName, releaseName } from "@jessy-actions/deployment/releases/release-name";
import type { Inputs } from "../inputs.ts";
import type { ImageResult } from "../result.ts";
import type { Tree } from "../transfer/read-tree.ts";

export interface ReleaseFacts {
  readonly now: number;
  readonly commit: string;
  readonly runId: string;
  readonly runAttempt: number;
  readonly image: ImageResult | null;
  /** The files of a release; undefined: it has none. */
  readonly tree: Pick<Tree, "files" | "folders" | "links"> | undefined;
}

/** Hexadecimal digits of a hash that tell releases of one commit or one image apart. */
const HASH_DIGITS = 12;

/**
 * What a release is called: by what it is made of, so that another run of the same commit changes nothing, and whatever
 * changes has another name. An image stands there by its digest. Commands have the version, or the commit, which the
 * user's own script may print. Pure.
 */
export function releaseOf(
  { deploy, environmentVariables, version }: Pick<Inputs, "deploy" | "environmentVariables" | "version">,
  facts: ReleaseFacts,
): string {
  const { commit, image, tree } = facts;
  if (deploy.mode === "command") {
    const name = version ?? commit;
    return isReleaseName(name) ? name : releaseName(facts);
  }
  const hash = createHash("sha256")
    .update(JSON.stringify([settingsOf(deploy), Object.entries(environmentVariables).toSorted()]))
    .update(tree === undefined ? "" : contentOf(tree))
    .digest("hex")
    .slice(0, HASH_DIGITS);
  if (image !== null) return `${image.digest}-${hash}`;
  return `${/^[0-9a-f]{7,}$/.test(commit) ? commit.slice(0, 7) : "0000000"}-${hash}`;
}

/** What of the inputs becomes a part of what is served: not where it comes from, how it gets there, and how many stay. */
function settingsOf(deploy: Exclude<Inputs["deploy"], { mode: "command" }>): unknown {
  switch (deploy.mode) {
    case "files":
      return [deploy.mode, deploy.shared, deploy.activate];
    case "compose":
      return [deploy.mode, deploy.files, deploy.project, deploy.services, deploy.envFile];
    case "docker":
      return [deploy.mode, deploy.container, deploy.run];
  }
}

function contentOf({ files, folders, links }: NonNullable<ReleaseFacts["tree"]>): string {
  return JSON.stringify([
    files
      .map(({ name, mode, hash }) => [name, mode, hash])
      .toSorted(([one = ""], [other = ""]) => (one < other ? -1 : 1)),
    folders.toSorted(),
    links.map(({ name, target }) => [name, target]).toSorted(([one = ""], [other = ""]) => (one < other ? -1 : 1)),
  ]);
}
