import { wait } from "../http/wait.ts";
import { type Blob, getBlob, hasBlob } from "./blob.ts";
import { downloadBlob } from "./blob-download.ts";
import { type BlobOutcome, type BlobPushOptions, pushBlob } from "./blob-upload.ts";
import { Exchange, type ExchangeOptions } from "./exchange.ts";
import {
  confirmManifest,
  getManifest,
  headManifest,
  type Manifest,
  type ManifestHead,
  putManifest,
} from "./manifest.ts";
import { listReferrers, putReferrer, type ReferrerDescriptor } from "./referrers.ts";
import { listTags } from "./tags.ts";

/**
 * One registry, with the credentials that a run has for it. Every operation is repeated by the class of its failure
 * (`retry.ts`), can be repeated by its caller without harm, and throws RegistryError.
 */
export class Registry {
  readonly name: string;
  readonly #exchange: Exchange;
  readonly #sleep: (milliseconds: number) => Promise<void>;

  /** @param name `docker.io`, `ghcr.io`, `localhost:5000`. @throws Error for what is not the name of a registry. */
  constructor(name: string, options: ExchangeOptions) {
    this.name = name;
    this.#exchange = new Exchange(name, options);
    this.#sleep = options.sleep ?? wait;
  }

  /** Whether a registry answers there, and takes the credentials. */
  async ping(): Promise<void> {
    const asked = { operation: "reach", method: "GET", target: "/v2/", scopes: [], expected: [200] } as const;
    const { headers } = await this.#exchange.request(asked);
    if (!/html/.test(headers["content-type"] ?? "")) return;
    const message = "the answer is HTML, not a registry's";
    throw this.#exchange.error(asked, { status: 0, headers: {}, message, isFinal: true });
  }

  /** @param reference a tag or a digest. @returns undefined when there is none. */
  getManifest(repository: string, reference: string): Promise<Manifest | undefined> {
    return getManifest(this.#exchange, repository, reference);
  }

  /** What a reference leads to: free of Docker Hub's limit of pulls. @returns undefined when there is none. */
  headManifest(repository: string, reference: string): Promise<ManifestHead | undefined> {
    return headManifest(this.#exchange, repository, reference);
  }

  /** Stores a manifest, whose blobs must be there, by its digest or under a tag. @returns its digest. */
  async putManifest(
    repository: string,
    manifest: { readonly mediaType: string; readonly bytes: Uint8Array },
    reference?: string,
  ): Promise<string> {
    return (await putManifest(this.#exchange, repository, manifest, reference)).digest;
  }

  /** Asks the registry whether a reference leads to a digest. */
  confirmManifest(repository: string, reference: string, digest: string): Promise<void> {
    return confirmManifest(this.#exchange, repository, reference, digest, this.#sleep);
  }

  hasBlob(repository: string, digest: string, size: number): Promise<boolean> {
    return hasBlob(this.#exchange, repository, digest, size);
  }

  /** @param maxBytes more is an error. @returns undefined when there is none. */
  getBlob(repository: string, digest: string, maxBytes: number): Promise<Buffer | undefined> {
    return getBlob(this.#exchange, repository, digest, maxBytes);
  }

  /** Brings a blob of any size into a file. */
  downloadBlob(repository: string, blob: Pick<Blob, "digest" | "size">, path: string): Promise<void> {
    return downloadBlob(this.#exchange, repository, blob, path);
  }

  /** Makes sure that a repository has a blob, and sends what is missing of it. */
  pushBlob(repository: string, blob: Blob, options?: BlobPushOptions): Promise<BlobOutcome> {
    return pushBlob(this.#exchange, repository, blob, options);
  }

  /** All tags; none of a repository that does not exist yet. */
  listTags(repository: string): Promise<readonly string[]> {
    return listTags(this.#exchange, repository);
  }

  /** What refers to a manifest: signatures, attestations. */
  listReferrers(repository: string, digest: string): Promise<readonly ReferrerDescriptor[]> {
    return listReferrers(this.#exchange, repository, digest);
  }

  /** Stores a manifest with a `subject` so that it is found, also where the registry has no referrers API. */
  putReferrer(
    repository: string,
    subject: string,
    manifest: { readonly mediaType: string; readonly bytes: Uint8Array },
    descriptor: ReferrerDescriptor,
  ): Promise<void> {
    return putReferrer(this.#exchange, repository, subject, manifest, descriptor);
  }
}
