import type { SbomSource } from "../src/sbom/sbom.ts";

/** Two lock files that share a package, licences of every form, and a package without a purl. */
export const EXAMPLE_SBOM: SbomSource = {
  subject: { name: "org/app", version: "a".repeat(40), kind: "files" },
  tools: [
    { name: "trivy-scan", version: "1.0.0" },
    { name: "trivy", version: "0.74.0" },
  ],
  time: Date.UTC(2026, 10, 28, 12, 0, 0, 123),
  packages: [
    {
      id: "app@0.1.0",
      name: "app",
      version: "0.1.0",
      purl: "pkg:cargo/app@0.1.0",
      licenses: [],
      file: "Cargo.lock",
      dependsOn: ["serde@1.0.0", "app@0.1.0", "gone@9"],
    },
    {
      id: "serde@1.0.0",
      name: "serde",
      version: "1.0.0",
      purl: "pkg:cargo/serde@1.0.0",
      licenses: ["mit/apache-2.0"],
      file: "Cargo.lock",
    },
    {
      id: "serde@1.0.0",
      name: "serde",
      version: "1.0.0",
      purl: "pkg:cargo/serde@1.0.0",
      licenses: ["MIT OR Apache-2.0"],
      file: "tools/Cargo.lock",
    },
    {
      name: "zlib1g",
      version: "1.2",
      purl: "pkg:deb/debian/zlib1g@1.2",
      licenses: ["Zlib", "ISC"],
      file: "var/lib/dpkg/status",
    },
    { name: "odd", version: "", purl: "not a purl", licenses: ["Public domain, mostly"], file: "" },
    { name: "", version: "1", licenses: [], file: "Cargo.lock" },
  ],
};
