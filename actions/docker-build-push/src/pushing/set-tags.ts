import type { Registry } from "@jessy-actions/kit/registry/registry";
import type { Log } from "@jessy-actions/kit/runner/log";
import { type Delivery, isDone, type Place } from "./delivery.ts";
import { reasonOf } from "./registry-reason.ts";

/** A place and what is to stand there. */
export interface TagMove {
  readonly delivery: Delivery;
  readonly place: Place;
}

/**
 * Sets tags, and asks the registry for the digest of each. Registries work side by side; in one of them a tag that fails
 * leaves the rest where they are. Whole versions come before `latest` and its like, as the destinations list them.
 *
 * @returns the places in the same order.
 */
export async function setTags(
  moves: readonly TagMove[],
  registry: (name: string) => Registry,
  log: Pick<Log, "info">,
): Promise<readonly Place[]> {
  const done = new Map<TagMove, Place>();
  const setAll = async (name: string, group: readonly TagMove[]) => {
    let isBroken = false;
    for (const move of group) {
      const place: Place = isBroken ? skipped(move.place) : await setTag(move, registry(name), log);
      isBroken ||= !isDone(place);
      done.set(move, place);
    }
  };
  const groups = Map.groupBy(moves, ({ place }) => place.registry);
  await Promise.all([...groups].map(([name, group]) => setAll(name, group)));
  return moves.map((move) => done.get(move)!);
}

const skipped = (place: Place): Place => (place.state === "unchanged" ? place : { ...place, state: "not tried" });

async function setTag({ delivery, place }: TagMove, registry: Registry, log: Pick<Log, "info">): Promise<Place> {
  const { repository, tag, state } = place;
  if (state === "unchanged") return place;
  // By its digest it was sent before.
  if (tag === undefined) return { ...place, state: "pushed" };
  const { bytes, descriptor } = delivery.root;
  try {
    if (delivery.isImmutable(tag)) {
      // Another run may have published the same version while this one sent its bytes.
      const standing = (await registry.headManifest(repository, tag))?.digest;
      if (standing === descriptor.digest) return { ...place, state: "unchanged", standing };
      if (standing !== undefined)
        return { ...place, state: "refused", standing, problem: `another run set it to ${standing} meanwhile` };
    }
    await registry.putManifest(repository, { mediaType: descriptor.mediaType, bytes }, tag);
    await registry.confirmManifest(repository, tag, descriptor.digest);
    log.info(`${registry.name}/${repository}:${tag} is ${descriptor.digest}`);
    return { ...place, state: state === "moved" ? "moved" : "pushed" };
  } catch (error) {
    return { ...place, state: "failed", problem: reasonOf(error) };
  }
}
