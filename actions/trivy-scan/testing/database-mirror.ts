import { FakeRegistry, type FakeRegistryOptions } from "../../../packages/kit/testing/fake-registry.ts";
import { type FaultAct, FaultProxy } from "../../../packages/kit/testing/fault-proxy.ts";
import { type PublishedDatabase, publish } from "./published-database.ts";

const REPOSITORY = "acme/trivy-db";

/** A registry with a database, behind a proxy that can fail. It gives tokens to everybody, as ghcr.io does. */
export class DatabaseMirror {
  readonly #fake: FakeRegistry;
  readonly #proxy: FaultProxy;

  static async start(database?: PublishedDatabase, options: FakeRegistryOptions = {}): Promise<DatabaseMirror> {
    const login = { scheme: "bearer", username: "u", password: "p", isPublic: true } as const;
    const fake = await FakeRegistry.start({ login, ...options });
    const mirror = new DatabaseMirror(fake, await FaultProxy.start(fake.host));
    if (database !== undefined) mirror.publish(database);
    return mirror;
  }

  private constructor(fake: FakeRegistry, proxy: FaultProxy) {
    this.#fake = fake;
    this.#proxy = proxy;
  }

  /** As `db-repositories` has it. */
  get text(): string {
    return `${this.#proxy.host}/${REPOSITORY}:2`;
  }

  pinned(digest: string): string {
    return `${this.#proxy.host}/${REPOSITORY}@${digest}`;
  }

  publish(database: PublishedDatabase): void {
    publish(this.#fake, database, REPOSITORY, "2");
  }

  /** The registry has other bytes than its manifest names. */
  replaceBlob({ layerDigest }: PublishedDatabase, bytes: Uint8Array | undefined): void {
    const key = `${REPOSITORY}@${layerDigest}`;
    if (bytes === undefined) this.#fake.blobs.delete(key);
    else this.#fake.blobs.set(key, Buffer.from(bytes));
  }

  /** From now on, every request whose path matches. */
  fail(path: RegExp, act: FaultAct): void {
    this.#proxy.inject({ when: (request) => path.test(request.path), times: 1000, act });
  }

  /** The next requests whose path matches, and then no more. */
  failOnce(path: RegExp, act: FaultAct, times = 1): void {
    this.#proxy.inject({ when: (request) => path.test(request.path), times, act });
  }

  /** What it was asked, in order: `manifest 401`, `token 200`, `manifest 200`, `blob 200`. */
  get asked(): readonly string[] {
    return this.#proxy.requests.map(({ path, status }) => {
      const [, kind = ""] = /\/(token|manifest|blob)/.exec(path) ?? [];
      return `${kind} ${status}`;
    });
  }

  forget(): void {
    this.#proxy.requests.length = 0;
  }

  async close(): Promise<void> {
    await this.#proxy.close();
    await this.#fake.close();
  }
}
