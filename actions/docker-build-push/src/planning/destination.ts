/** One repository, and the tags that an image gets in it. Without tags it is pushed by its digest alone. */
export interface Destination {
  readonly registry: string;
  readonly repository: string;
  /** In the order in which they are set: floating ones such as `latest` come last. */
  readonly tags: readonly string[];
}
