import { createHash } from "node:crypto";
import type { ResultFile } from "@jessy-actions/kit/report/report";
import { cycloneDx } from "@jessy-actions/security/sbom/cyclonedx";
import type { SbomSource } from "@jessy-actions/security/sbom/sbom";
import { spdx } from "@jessy-actions/security/sbom/spdx";
import { repositoryUrl } from "../rendering/place.ts";
import type { Result } from "../result.ts";
import { IN_REPOSITORY } from "../targets/target.ts";

/** A bill of materials for each target that was scanned; the output leads to the first. */
export function sbomFiles(result: Result): ResultFile[] {
  const { settings } = result;
  if (settings.sbom === "none") return [];
  const scanned = result.packages.filter(({ target }) =>
    result.targets.some(({ name, state }) => name === target && state === "scanned"),
  );
  return scanned.map(({ target }, at) => {
    const source = sourceOf(result, target);
    return {
      name: `sbom${at === 0 ? "" : `-${fileName(target)}`}${settings.sbom === "spdx" ? ".spdx.json" : ".cdx.json"}`,
      content: settings.sbom === "spdx" ? spdx(source, repositoryUrl(result)) : cycloneDx(source),
      ...(at === 0 && { output: "sbom-file" }),
    };
  });
}

function sourceOf({ targets, packages, repository, commit, tool, time }: Result, target: string): SbomSource {
  const scanned = targets.find(({ name }) => name === target)!;
  const isFiles = IN_REPOSITORY.includes(scanned.kind);
  const whole = `${repository.owner}/${repository.name}`;
  const version = isFiles ? commit : (scanned.digest ?? "");
  return {
    subject: {
      name: !isFiles ? target : target === "." ? whole : `${whole}/${target}`,
      ...(version !== "" && { version }),
      kind: isFiles ? "files" : "image",
    },
    packages: packages.find((each) => each.target === target)!.packages,
    tools: [{ name: "trivy", version: tool.version }],
    time,
  };
}

/** Characters of a target's name that a file's name has. */
const NAME_MAX = 60;

/** Letters, digits and hyphens; what that leaves alike is told apart by a digest. */
function fileName(target: string): string {
  const readable = target
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, NAME_MAX);
  return `${readable}-${createHash("sha256").update(target).digest("hex").slice(0, 8)}`;
}
