import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Registry } from "@jessy-actions/kit/registry/registry";
import { tarOf } from "../../packages/kit/testing/tar.ts";

export interface Service {
  /** What it says at /version. */
  readonly version: string;
  /** Whether it says anything at /health. */
  readonly healthy?: boolean;
  /** Seconds before it listens. Default: none. */
  readonly delay?: number;
}

/** A service of busybox on port 8080, as an image in a registry. @returns its digest. */
export async function pushService(
  registry: Registry,
  repository: string,
  tag: string,
  { version, healthy = true, delay = 0 }: Service,
  busybox: string,
): Promise<string> {
  const layer = tarOf([
    { name: "bin/busybox", type: "0", content: readFileSync(busybox), mode: 0o755 },
    { name: "www/version", type: "0", content: `${version}\n` },
    ...(healthy ? [{ name: "www/health", type: "0", content: "ok\n" }] : []),
  ]);
  const start = `sleep ${delay}; echo version ${version} listens; exec /bin/busybox httpd -f -p 8080 -h /www`;
  const config = Buffer.from(
    JSON.stringify({
      architecture: "amd64",
      os: "linux",
      config: {
        Env: ["PATH=/bin"],
        Entrypoint: ["/bin/busybox", "sh", "-c", start],
        ExposedPorts: { "8080/tcp": {} },
        // Process 1 hears no other signal, and nobody waits ten seconds for it.
        StopSignal: "SIGKILL",
        Healthcheck: {
          Test: ["CMD", "/bin/busybox", "wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8080/health"],
          Interval: 300_000_000,
          Timeout: 2_000_000_000,
          Retries: 3,
        },
      },
      rootfs: { type: "layers", diff_ids: [digestOf(layer)] },
    }),
  );
  const blobs = [config, layer].map((bytes) => ({ digest: digestOf(bytes), size: bytes.length, content: { bytes } }));
  for (const blob of blobs) await registry.pushBlob(repository, blob);
  const mediaType = "application/vnd.oci.image.manifest.v1+json";
  const descriptor = (at: number, type: string) => ({
    mediaType: type,
    digest: blobs[at]!.digest,
    size: blobs[at]!.size,
  });
  const bytes = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType,
      config: descriptor(0, "application/vnd.oci.image.config.v1+json"),
      layers: [descriptor(1, "application/vnd.oci.image.layer.v1.tar")],
    }),
  );
  await registry.putManifest(repository, { mediaType, bytes });
  await registry.putManifest(repository, { mediaType, bytes }, tag);
  return digestOf(bytes);
}

const digestOf = (bytes: Buffer): string => `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
