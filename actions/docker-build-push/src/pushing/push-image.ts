import { join } from "node:path";
import type { Descriptor } from "@jessy-actions/images/oci/descriptor";
import { blobPath } from "@jessy-actions/images/oci/layout";
import type { Registry } from "@jessy-actions/kit/registry/registry";
import { RegistryError } from "@jessy-actions/kit/registry/registry-error";
import type { Log } from "@jessy-actions/kit/runner/log";
import type { Destination } from "../planning/destination.ts";
import type { ReferenceState } from "../result.ts";
import type { ImageFolder } from "./image-folder.ts";

export interface PushOptions {
  readonly registry: (name: string) => Registry;
  /** Whether a tag may not move to another digest. */
  readonly isImmutable: (tag: string) => boolean;
  readonly log: Pick<Log, "info">;
}

/** What became of one tag, or of the digest where there is no tag. */
export interface Pushed {
  readonly registry: string;
  readonly repository: string;
  readonly tag: string | undefined;
  readonly state: ReferenceState;
  readonly problem?: string;
}

/** Blobs that travel at the same time to one registry, as docker has it. */
const PARALLEL_BLOBS = 5;

/**
 * Brings an image to all its places. No tag moves before every registry has every byte, so that a registry that is down
 * leaves all tags where they were; the same call again sends only what is missing. A tag that must not move and stands
 * elsewhere is found before anything is sent.
 *
 * Registries work side by side; repositories of one registry follow each other, since the later ones mount the blobs of
 * the first.
 */
export async function pushImage(
  image: ImageFolder,
  destinations: readonly Destination[],
  options: PushOptions,
): Promise<readonly Pushed[]> {
  const places = await Promise.all(
    destinations.flatMap((destination) =>
      (destination.tags.length === 0 ? [undefined] : destination.tags).map((tag) =>
        lookUp(image, destination, tag, options),
      ),
    ),
  );
  if (places.some(({ state }) => state === "failed" || state === "refused")) return places.map(notTried);
  const open = destinations.filter((destination) =>
    places.some((place) => isIn(place, destination) && place.state !== "unchanged"),
  );
  const problems = await sendEverywhere(image, open, options);
  if (problems.size > 0) return places.map((place) => withProblem(place, problems));
  return Promise.all(destinations.map((destination) => setTags(image, destination, places, options))).then((done) =>
    done.flat(),
  );
}

/** Where a tag stands now. `planned`: nowhere yet; `moved`: it stands elsewhere and may move. */
async function lookUp(
  { root }: ImageFolder,
  { registry: name, repository }: Destination,
  tag: string | undefined,
  { registry, isImmutable }: PushOptions,
): Promise<Pushed> {
  const place = { registry: name, repository, tag };
  try {
    const head = await registry(name).headManifest(repository, tag ?? root.digest);
    if (head === undefined) return { ...place, state: "planned" };
    if (head.digest === root.digest) return { ...place, state: "unchanged" };
    if (tag === undefined || !isImmutable(tag)) return { ...place, state: "moved" };
    return { ...place, state: "refused", problem: `it stands at ${head.digest} already, and must not move` };
  } catch (error) {
    return { ...place, state: "failed", problem: reasonOf(error) };
  }
}

const notTried = (place: Pushed): Pushed =>
  place.state === "planned" || place.state === "moved" ? { ...place, state: "not tried" } : place;

/** @returns what went wrong, by registry and repository. */
async function sendEverywhere(
  image: ImageFolder,
  destinations: readonly Destination[],
  options: PushOptions,
): Promise<ReadonlyMap<string, string>> {
  const problems = new Map<string, string>();
  const sendAll = async (group: readonly Destination[]) => {
    let mountFrom: string | undefined;
    for (const { registry, repository } of group) {
      try {
        await send(image, options.registry(registry), repository, mountFrom, options);
        mountFrom ??= repository;
      } catch (error) {
        problems.set(placeKey({ registry, repository }), reasonOf(error));
      }
    }
  };
  await Promise.all([...Map.groupBy(destinations, ({ registry }) => registry).values()].map(sendAll));
  return problems;
}

/** Blobs, and then the manifests that name them: nothing is named before it is there. */
async function send(
  { folder, order, root }: ImageFolder,
  registry: Registry,
  repository: string,
  mountFrom: string | undefined,
  { log }: PushOptions,
): Promise<void> {
  const place = `${registry.name}/${repository}`;
  const waiting = [...order.blobs];
  let sent = 0;
  const work = async () => {
    for (let blob = waiting.shift(); blob !== undefined; blob = waiting.shift()) {
      const outcome = await registry.pushBlob(repository, fileOf(folder, blob), { mountFrom });
      if (outcome === "sent") sent += blob.size;
    }
  };
  const results = await Promise.allSettled(Array.from({ length: PARALLEL_BLOBS }, work));
  const failed = results.find((result) => result.status === "rejected");
  if (failed !== undefined) throw failed.reason;
  for (const { descriptor, bytes } of order.manifests)
    await registry.putManifest(repository, { mediaType: descriptor.mediaType, bytes }, descriptor.digest);
  log.info(`${place}: ${root.digest} is there, ${sent} bytes sent`);
}

function fileOf(folder: string, { digest, size }: Descriptor) {
  return { digest, size, content: { path: join(folder, blobPath(digest)) } };
}

async function setTags(
  { root, order }: ImageFolder,
  destination: Destination,
  places: readonly Pushed[],
  { registry, log }: PushOptions,
): Promise<readonly Pushed[]> {
  const { bytes, descriptor } = order.manifests.at(-1)!;
  const { repository } = destination;
  const done: Pushed[] = [];
  for (const place of places.filter((each) => isIn(each, destination))) {
    if (place.state === "unchanged" || place.tag === undefined) {
      done.push(place.state === "unchanged" ? place : { ...place, state: "pushed" });
      continue;
    }
    if (done.some(({ state }) => state === "failed")) {
      done.push({ ...place, state: "not tried" });
      continue;
    }
    try {
      const there = registry(destination.registry);
      await there.putManifest(repository, { mediaType: descriptor.mediaType, bytes }, place.tag);
      await there.confirmManifest(repository, place.tag, root.digest);
      done.push({ ...place, state: place.state === "moved" ? "moved" : "pushed" });
      log.info(`${destination.registry}/${repository}:${place.tag} is ${root.digest}`);
    } catch (error) {
      done.push({ ...place, state: "failed", problem: reasonOf(error) });
    }
  }
  return done;
}

function withProblem(place: Pushed, problems: ReadonlyMap<string, string>): Pushed {
  const problem = problems.get(placeKey(place));
  return problem === undefined || place.state === "unchanged"
    ? notTried(place)
    : { ...place, state: "failed", problem };
}

const placeKey = ({ registry, repository }: { readonly registry: string; readonly repository: string }) =>
  `${registry}/${repository}`;

const isIn = (place: Pushed, destination: Destination) => placeKey(place) === placeKey(destination);

/** What a registry refuses is part of the report; any other error is ours. */
function reasonOf(error: unknown): string {
  if (error instanceof RegistryError) return error.message;
  throw error;
}
