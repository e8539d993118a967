import { type InputReader, quote } from "@jessy-actions/kit/runner/inputs";
import type { Target, TargetKind } from "../targets/target.ts";

/** Inputs that may contradict each other. */
interface Together {
  readonly targets: readonly Target[];
  readonly scanners: readonly string[];
  readonly onlyNew: boolean;
  readonly base: string | undefined;
  readonly upload: string;
  readonly token: string;
}

/** What is right alone and wrong together. */
export function checkTogether(reader: InputReader, inputs: Together): void {
  const { targets, scanners, onlyNew, base, upload, token } = inputs;
  for (const { kind, location } of targets) {
    const possible = SCANNERS_OF[kind];
    if (possible === undefined || possible.some((scanner) => scanners.includes(scanner))) continue;
    reader.problem(
      "scanners",
      `lacks what ${quote(`${kind}:${location}`)} is scanned for: ${possible.map(quote).join(" or ")}; add it, or leave the target out`,
    );
  }
  if (base !== undefined && !onlyNew)
    reader.problem("base", "has an effect only with `only-new: true`; leave one of them out");
  if (upload === "required" && token === "")
    reader.problem("github-token", "is empty, and `upload` is `required`; give it one with `security-events: write`");
}

/** What Trivy can find in a target; undefined: everything. */
const SCANNERS_OF: Readonly<Record<TargetKind, readonly string[] | undefined>> = {
  fs: undefined,
  config: ["misconfig"],
  sbom: ["vuln", "license"],
  image: ["vuln", "secret", "license"],
  "image-archive": ["vuln", "secret", "license"],
  "oci-layout": ["vuln", "secret", "license"],
};
