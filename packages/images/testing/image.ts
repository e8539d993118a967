import { type Descriptor, descriptorOf } from "../src/oci/descriptor.ts";
import type { Platform } from "../src/oci/image-platform.ts";
import { OCI_CONFIG, OCI_INDEX, OCI_MANIFEST } from "../src/oci/media-types.ts";

export interface Stored {
  readonly descriptor: Descriptor;
  readonly bytes: Uint8Array;
}

export const LAYER = "application/vnd.oci.image.layer.v1.tar+gzip";
export const AMD64: Platform = { architecture: "amd64", os: "linux" };
export const ARM64: Platform = { architecture: "arm64", os: "linux" };

export function stored(mediaType: string, content: unknown): Stored {
  const bytes = Buffer.from(typeof content === "string" ? content : JSON.stringify(content));
  return { descriptor: descriptorOf(mediaType, bytes), bytes };
}

export function layer(content: string): Descriptor {
  return stored(LAYER, content).descriptor;
}

/** An image of one platform. */
export function image(platform: Platform, layers: readonly Descriptor[] = [layer("base")], more: object = {}): Stored {
  const config = stored(OCI_CONFIG, {
    ...platform,
    config: {},
    rootfs: { type: "layers", diff_ids: layers.map(({ digest }) => digest) },
  });
  return stored(OCI_MANIFEST, {
    schemaVersion: 2,
    mediaType: OCI_MANIFEST,
    config: config.descriptor,
    layers,
    ...more,
  });
}

/** An attestation of an image, as buildx stores it. */
export function attestation(subject: Stored, content = "provenance"): Stored {
  const config = stored(OCI_CONFIG, {
    architecture: "unknown",
    os: "unknown",
    config: {},
    rootfs: { type: "layers", diff_ids: [] },
  });
  const predicate = { "in-toto.io/predicate-type": "https://slsa.dev/provenance/v0.2" };
  const manifest = stored(OCI_MANIFEST, {
    schemaVersion: 2,
    mediaType: OCI_MANIFEST,
    config: config.descriptor,
    layers: [{ ...stored("application/vnd.in-toto+json", content).descriptor, annotations: predicate }],
  });
  return {
    bytes: manifest.bytes,
    descriptor: {
      ...manifest.descriptor,
      annotations: {
        "vnd.docker.reference.digest": subject.descriptor.digest,
        "vnd.docker.reference.type": "attestation-manifest",
      },
      platform: { architecture: "unknown", os: "unknown" },
    },
  };
}

export function index(manifests: readonly Descriptor[], more: object = {}): Stored {
  return stored(OCI_INDEX, { schemaVersion: 2, mediaType: OCI_INDEX, manifests, ...more });
}

export function of({ descriptor }: Stored, platform: Platform): Descriptor {
  return { ...descriptor, platform };
}
