import type { Finding } from "../src/findings/finding.ts";
import type { Escapes } from "../src/sarif/escapes.ts";

type Changes = Partial<Omit<Finding, "place">> & { readonly place?: Partial<Finding["place"]> };

/** A vulnerability in a lock file, with what a test cares about changed. */
export function exampleFinding({ place, ...changes }: Changes = {}): Finding {
  return {
    kind: "vulnerability",
    id: "CVE-2026-1",
    aliases: ["GHSA-aaaa-bbbb-cccc", "RUSTSEC-2026-0001"],
    severity: "high",
    score: 7.5,
    title: "Stack overflow in a deep document",
    url: "https://example.com/CVE-2026-1",
    place: { target: ".", file: "Cargo.lock", startLine: 12, endLine: 16, ...place },
    package: { name: "deep", ecosystem: "cargo", version: "1.0.0", fixedVersions: ["1.0.1"] },
    sources: ["trivy"],
    ...changes,
  };
}

/** A secret, which is at a line and in no package. */
export function exampleSecret({ place, ...changes }: Changes = {}): Finding {
  const { package: _, score: __, ...bare } = exampleFinding();
  return {
    ...bare,
    kind: "secret",
    id: "github-pat",
    aliases: [],
    title: "GitHub personal access token",
    detail: "token = ****",
    place: { target: ".", file: "src/config.ts", startLine: 2, endLine: 2, ...place },
    ...changes,
  };
}

/** Escapes that show what went through which. */
export const markedEscapes: Escapes = {
  plain: (text) => text.replace(/\s+/g, " "),
  markdown: (text) => `⟦${text}⟧`,
  code: (text) => `⟨${text}⟩`,
  link: (href) => `⟪${href}⟫`,
};
