import type { Descriptor } from "@jessy-actions/images/oci/descriptor";
import type { Registry } from "@jessy-actions/kit/registry/registry";
import type { Log } from "@jessy-actions/kit/runner/log";
import type { Destination } from "../planning/destination.ts";
import type { SignatureResult } from "../result.ts";
import { type Delivery, notTried, type Place } from "./delivery.ts";
import { lookUp } from "./look-up.ts";
import { type Leg, sendImages } from "./send-images.ts";
import { setTags } from "./set-tags.ts";

export interface DeliveryOptions {
  readonly registry: (name: string) => Registry;
  /** Signs an image in a repository by its digest; undefined when nothing is signed. */
  readonly sign?:
    | ((registry: Registry, repository: string, root: Descriptor) => Promise<readonly SignatureResult[]>)
    | undefined;
  /** Asked when a tag must not move: the image that stands there may be completed in place of the one that was refused. */
  readonly standingFor?: (refused: Delivery, places: readonly Place[]) => Promise<Standing>;
  readonly log: Pick<Log, "info">;
}

/** An image that an earlier run published, or why it is not taken for this run's. */
export type Standing = { readonly delivery: Delivery } | { readonly reason: string };

/** What became of an image. */
export interface Delivered {
  /** What stands there, which may be an earlier run's image. */
  readonly delivery: Delivery;
  readonly places: readonly Place[];
  readonly signatures: readonly SignatureResult[];
}

/**
 * Brings images to all their places, in steps that each end for all images before the next begins: look where every tag
 * stands; send all bytes to every registry; sign by digest; set the tags. So whatever fails before the last step leaves
 * every tag of every image where it was, nothing unsigned ever stands under a tag, and the same call again does what is
 * missing.
 */
export async function deliverImages(
  wanted: readonly Delivery[],
  options: DeliveryOptions,
): Promise<readonly Delivered[]> {
  const { registry, log } = options;
  const looked = await Promise.all(wanted.map((delivery) => lookUpOrAdopt(delivery, options)));
  const all = looked.flatMap(({ places }) => places);
  if (all.some(({ state }) => state === "failed" || state === "refused")) return looked.map(untouched);

  const legs = looked.flatMap(({ delivery, places }) =>
    delivery.destinations
      .filter((destination) => places.some((place) => isIn(place, destination) && place.state !== "unchanged"))
      .map((destination): Leg => ({ delivery, destination })),
  );
  const problems = await sendImages(legs, registry);
  if (problems.size > 0) return looked.map((each) => withProblems(each, problems));

  const signed: Delivered[] = [];
  for (const each of looked) signed.push({ ...each, signatures: await signEverywhere(each.delivery, options) });
  if (signed.some(({ signatures }) => signatures.some(({ state }) => state === "failed"))) return signed.map(untouched);

  const moves = signed.flatMap(({ delivery, places }) => places.map((place) => ({ delivery, place })));
  const set = await setTags(moves, registry, log);
  let next = 0;
  return signed.map((each) => ({ ...each, places: each.places.map(() => set[next++]!) }));
}

async function lookUpOrAdopt(delivery: Delivery, { registry, standingFor }: DeliveryOptions): Promise<Delivered> {
  const places = await lookUp(delivery, registry);
  if (standingFor === undefined || !places.some(({ state }) => state === "refused"))
    return { delivery, places, signatures: [] };
  const standing = await standingFor(delivery, places);
  if ("delivery" in standing)
    return { delivery: standing.delivery, places: await lookUp(standing.delivery, registry), signatures: [] };
  const explained = places.map((place) =>
    place.state === "refused" ? { ...place, problem: `${place.problem}: ${standing.reason}` } : place,
  );
  return { delivery, places: explained, signatures: [] };
}

const untouched = (delivered: Delivered): Delivered => ({ ...delivered, places: delivered.places.map(notTried) });

function withProblems({ delivery, ...rest }: Delivered, problems: ReadonlyMap<Leg, string>): Delivered {
  const own = [...problems].filter(([leg]) => leg.delivery === delivery);
  const places = rest.places.map((place) => {
    const problem = own.find(([{ destination }]) => isIn(place, destination))?.[1];
    return problem === undefined || place.state === "unchanged"
      ? notTried(place)
      : { ...place, state: "failed" as const, problem };
  });
  return { ...rest, delivery, places };
}

/** In every repository of the image: a signature lies beside what it signs. */
async function signEverywhere(
  { root, destinations }: Delivery,
  { registry, sign }: DeliveryOptions,
): Promise<readonly SignatureResult[]> {
  const signatures: SignatureResult[] = [];
  for (const destination of destinations)
    signatures.push(...((await sign?.(registry(destination.registry), destination.repository, root.descriptor)) ?? []));
  return signatures;
}

const isIn = (place: Place, { registry, repository }: Destination): boolean =>
  place.registry === registry && place.repository === repository;
