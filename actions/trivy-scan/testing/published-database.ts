import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { FakeRegistry } from "../../../packages/kit/testing/fake-registry.ts";
import { tarOf } from "../../../packages/kit/testing/tar.ts";
import { type DatabaseKind, VULNERABILITIES } from "../src/database/database-kind.ts";
import { smallBoltFile } from "./small-bolt-file.ts";

/** When tests run. */
export const NOW = Date.parse("2026-11-28T12:00:00Z");
export const HOUR = 60 * 60_000;

export interface PublishedOptions {
  readonly kind?: DatabaseKind;
  /** Hours since it was made. */
  readonly age?: number;
  /** Hours until the next one is due. */
  readonly due?: number;
  /** Of metadata.json, instead of what is right. */
  readonly metadata?: Readonly<Record<string, unknown>> | string;
  /** Of the archive, instead of what is right; undefined leaves one out. */
  readonly files?: Readonly<Record<string, Uint8Array | undefined>>;
  /** The archive, instead of what is right. */
  readonly layer?: Buffer;
  readonly mediaType?: string;
  readonly layers?: number;
  /** Of the manifest, instead of what is right. */
  readonly manifest?: Readonly<Record<string, unknown>>;
}

export interface PublishedDatabase {
  /** Of the manifest. */
  readonly digest: string;
  readonly manifest: Buffer;
  readonly layer: Buffer;
  readonly layerDigest: string;
  readonly files: Readonly<Record<string, Uint8Array>>;
}

/** A database as Trivy publishes it. */
export function databaseOf({
  kind = VULNERABILITIES,
  age = 1,
  due = 23,
  metadata = {},
  files = {},
  layer: archive,
  mediaType = kind.mediaType,
  layers = 1,
  manifest = {},
}: PublishedOptions = {}): PublishedDatabase {
  const times = {
    Version: kind.schema,
    NextUpdate: new Date(NOW + due * HOUR).toISOString(),
    UpdatedAt: new Date(NOW - age * HOUR).toISOString(),
    DownloadedAt: "0001-01-01T00:00:00Z",
  };
  const json = typeof metadata === "string" ? metadata : JSON.stringify({ ...times, ...metadata });
  const all = { [kind.file]: smallBoltFile(), "metadata.json": Buffer.from(json), ...files };
  const packed = Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, Uint8Array] => entry[1] !== undefined),
  );
  const layer =
    archive ?? gzipSync(tarOf(Object.entries(packed).map(([name, content]) => ({ name, type: "0", content }))));
  const layerDigest = sha256(layer);
  const descriptor = { mediaType, digest: layerDigest, size: layer.length };
  const bytes = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: "application/vnd.oci.image.manifest.v1+json",
      config: { mediaType: "application/vnd.aquasec.trivy.config.v1+json", digest: sha256(Buffer.from("{}")), size: 2 },
      layers: Array(layers).fill(descriptor),
      ...manifest,
    }),
  );
  return { digest: sha256(bytes), manifest: bytes, layer, layerDigest, files: packed };
}

/** Publishes it in `acme/trivy-db:2`, say. */
export function publish(registry: FakeRegistry, database: PublishedDatabase, repository: string, tag: string): void {
  const { digest, manifest, layer, layerDigest } = database;
  const mediaType = "application/vnd.oci.image.manifest.v1+json";
  registry.blobs.set(`${repository}@${layerDigest}`, layer);
  registry.manifests.set(`${repository}@${digest}`, { bytes: manifest, mediaType });
  registry.tags.set(`${repository}:${tag}`, digest);
}

const sha256 = (bytes: Uint8Array): string => `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
