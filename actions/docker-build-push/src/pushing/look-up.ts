import type { Registry } from "@jessy-actions/kit/registry/registry";
import type { Delivery, Place } from "./delivery.ts";
import { reasonOf } from "./registry-reason.ts";

/**
 * Asks where every tag of an image stands, before anything changes. `planned`: nowhere yet; `moved`: elsewhere, and it may
 * move; `refused`: elsewhere, and it must not.
 */
export function lookUp(
  { destinations, root, isImmutable }: Delivery,
  registry: (name: string) => Registry,
): Promise<readonly Place[]> {
  const { digest } = root.descriptor;
  const ask = async (name: string, repository: string, tag: string | undefined): Promise<Place> => {
    const place = { registry: name, repository, tag };
    try {
      const standing = (await registry(name).headManifest(repository, tag ?? digest))?.digest;
      if (standing === undefined) return { ...place, state: "planned" };
      if (standing === digest) return { ...place, state: "unchanged", standing };
      if (tag === undefined || !isImmutable(tag)) return { ...place, state: "moved", standing };
      const problem = `it stands at ${standing} already, and must not move`;
      return { ...place, state: "refused", standing, problem };
    } catch (error) {
      return { ...place, state: "failed", problem: reasonOf(error) };
    }
  };
  return Promise.all(
    destinations.flatMap(({ registry: name, repository, tags }) =>
      (tags.length === 0 ? [undefined] : tags).map((tag) => ask(name, repository, tag)),
    ),
  );
}
