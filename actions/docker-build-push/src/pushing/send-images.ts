import type { Registry } from "@jessy-actions/kit/registry/registry";
import type { Destination } from "../planning/destination.ts";
import type { Delivery } from "./delivery.ts";
import { reasonOf } from "./registry-reason.ts";

/** One image for one repository. */
export interface Leg {
  readonly delivery: Delivery;
  readonly destination: Destination;
}

/**
 * Brings images to repositories, without tags. Registries work side by side; the repositories of one registry follow each
 * other, since the later ones mount the blobs of the first.
 *
 * @returns what went wrong; empty when every repository has everything.
 */
export async function sendImages(
  legs: readonly Leg[],
  registry: (name: string) => Registry,
): Promise<ReadonlyMap<Leg, string>> {
  const problems = new Map<Leg, string>();
  const sendAll = async (group: readonly Leg[]) => {
    const homes = new Map<Delivery, string>();
    for (const leg of group) {
      const { delivery, destination } = leg;
      try {
        await delivery.content.send(registry(destination.registry), destination.repository, homes.get(delivery));
        if (!homes.has(delivery)) homes.set(delivery, destination.repository);
      } catch (error) {
        problems.set(leg, reasonOf(error));
      }
    }
  };
  await Promise.all([...Map.groupBy(legs, ({ destination }) => destination.registry).values()].map(sendAll));
  return problems;
}
