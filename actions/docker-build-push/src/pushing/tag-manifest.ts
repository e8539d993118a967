import type { Registry } from "@jessy-actions/kit/registry/registry";
import { RegistryError } from "@jessy-actions/kit/registry/registry-error";
import type { ReferenceResult } from "../result.ts";

export interface StoredIndex {
  readonly mediaType: string;
  readonly digest: string;
  readonly bytes: Uint8Array;
}

/** Gives one tag to a manifest whose parts the repository has. A tag that must not move stays where it is. */
export async function tagManifest(
  registry: Registry,
  repository: string,
  tag: string,
  { mediaType, digest, bytes }: StoredIndex,
  isImmutable: (tag: string) => boolean,
): Promise<ReferenceResult> {
  const reference = `${registry.name}/${repository}:${tag}`;
  try {
    const there = await registry.headManifest(repository, tag);
    if (there?.digest === digest) return { reference, state: "unchanged" };
    if (there !== undefined && isImmutable(tag))
      return { reference, state: "refused", problem: `it stands at ${there.digest} already, and must not move` };
    await registry.putManifest(repository, { mediaType, bytes }, tag);
    await registry.confirmManifest(repository, tag, digest);
    return { reference, state: there === undefined ? "pushed" : "moved" };
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error;
    return { reference, state: "failed", problem: error.message };
  }
}
