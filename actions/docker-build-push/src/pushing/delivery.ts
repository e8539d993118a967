import type { StoredManifest } from "@jessy-actions/images/oci/push-order";
import type { Registry } from "@jessy-actions/kit/registry/registry";
import type { Destination } from "../planning/destination.ts";
import type { ReferenceState } from "../result.ts";

/** An image on its way to its places: just built, just merged, or already on a registry. */
export interface Delivery {
  /** What the digest of the image names. */
  readonly root: StoredManifest;
  /** A destination without tags gets the image by its digest alone. */
  readonly destinations: readonly Destination[];
  /** Whether a tag may not move to another digest. */
  readonly isImmutable: (tag: string) => boolean;
  readonly content: ImageContent;
}

/** Where the parts of an image are, and how a repository gets them. */
export interface ImageContent {
  /**
   * Makes sure that a repository has the image by its digest; sends only what is missing.
   *
   * @param mountFrom another repository of the same registry, which has the image already.
   * @returns the bytes that were sent. @throws RegistryError, ReportError
   */
  send(registry: Registry, repository: string, mountFrom: string | undefined): Promise<number>;
}

/** One tag in one repository, or the digest where there is no tag, and what became of it. */
export interface Place {
  readonly registry: string;
  readonly repository: string;
  readonly tag: string | undefined;
  readonly state: ReferenceState;
  /** The digest that stood there before. */
  readonly standing?: string;
  /** Why it failed or was refused. */
  readonly problem?: string;
}

export const isDone = ({ state }: Pick<Place, "state">): boolean =>
  state === "pushed" || state === "moved" || state === "unchanged";

/** What would have been done to a place, and was not. */
export const notTried = (place: Place): Place =>
  place.state === "planned" || place.state === "moved" ? { ...place, state: "not tried" } : place;
