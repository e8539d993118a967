import { isDigest } from "@jessy-actions/images/oci/digest";

/** One repository, and the tags that an image gets in it. Without tags it is pushed by its digest alone. */
export interface Destination {
  readonly registry: string;
  readonly repository: string;
  /** In the order in which they are set: floating ones such as `latest` come last. To be verified, one may be a digest. */
  readonly tags: readonly string[];
  /** Only to be verified: the digest that a tag must lead to, of `name:tag@sha256:…`. */
  readonly expected?: Readonly<Record<string, string>>;
}

/** Complete: `ghcr.io/acme/api:1.2.3`, `ghcr.io/acme/api@sha256:…`. */
export function referenceText({ registry, repository }: Omit<Destination, "tags">, tag: string): string {
  return `${registry}/${repository}${isDigest(tag) ? "@" : ":"}${tag}`;
}
