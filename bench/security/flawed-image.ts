import { createHash } from "node:crypto";
import { packTar } from "modern-tar";
import type { KnownFlaw } from "../../actions/trivy-scan/testing/trivy-database.ts";

const NAMES = ["CRITICAL", "HIGH", "MEDIUM", "LOW"] as const;

/** One flaw in each of these many packages of Debian 12. */
export function flaws(count: number): readonly KnownFlaw[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `CVE-2026-${10_000 + at}`,
    title: `Flaw ${at}: a length that is not checked lets a remote attacker read memory that is not theirs`,
    severity: NAMES[at % NAMES.length]!,
    ecosystem: "debian 12",
    package: `package-${at}`,
    fixed: "2:1.0-1",
  }));
}

/** An image with those packages, as `docker save` writes it. */
export async function flawedImage(count: number): Promise<Uint8Array> {
  const release = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nNAME="Debian GNU/Linux"\nVERSION_ID="12"\nID=debian\n';
  const status = Array.from(
    { length: count },
    (_, at) =>
      `Package: package-${at}\nStatus: install ok installed\nPriority: optional\nSection: libs\nMaintainer: Nobody <nobody@example.com>\nArchitecture: amd64\nVersion: 1:1.0-${at}\nDescription: package ${at}\n`,
  ).join("\n");
  const layer = await packTar([
    file("etc/os-release", release),
    file("etc/debian_version", "12.8\n"),
    file("var/lib/dpkg/status", status),
  ]);
  const config = JSON.stringify({
    architecture: "amd64",
    os: "linux",
    config: {},
    history: [{ created: "2026-11-01T00:00:00Z", created_by: "bench" }],
    rootfs: { type: "layers", diff_ids: [`sha256:${sha256(layer)}`] },
  });
  const configName = `${sha256(config)}.json`;
  const manifest = [{ Config: configName, RepoTags: ["bench/flawed:1"], Layers: ["layer.tar"] }];
  return await packTar([
    file("manifest.json", JSON.stringify(manifest)),
    file(configName, config),
    { header: { name: "layer.tar", size: layer.length, type: "file" }, body: layer },
  ]);
}

const file = (name: string, content: string) => ({
  header: { name, size: Buffer.byteLength(content), type: "file" as const },
  body: content,
});

const sha256 = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");
