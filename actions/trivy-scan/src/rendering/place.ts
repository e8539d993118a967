import type { Inline } from "@jessy-actions/kit/report/report";
import type { FindingPlace } from "@jessy-actions/security/findings/finding";
import type { Result } from "../result.ts";

/** What a report must know of a result to say where something is. */
export type Whereabouts = Pick<Result, "targets" | "repository" | "commit" | "serverUrl">;

/** `https://github.com/org/app`. */
export function repositoryUrl({ serverUrl = "https://github.com", repository }: Whereabouts): string {
  return `${serverUrl}/${repository.owner}/${repository.name}`;
}

/** The path in the repository of the file that a finding is in; undefined for what is in an image, an SBOM or no file. */
export function repositoryPath({ targets }: Whereabouts, { target, file }: FindingPlace): string | undefined {
  if (file === "") return undefined;
  const scanned = targets.find(({ name }) => name === target);
  // What no target names was found in the repository itself.
  if (scanned === undefined) return file;
  if (scanned.kind !== "fs" && scanned.kind !== "config") return undefined;
  return [...(scanned.location ?? scanned.name).split("/"), ...file.split("/")]
    .filter((part) => part !== "" && part !== ".")
    .join("/");
}

/** The file and its line, with a link to it where GitHub has it. */
export function placeLine(result: Whereabouts, place: FindingPlace): readonly Inline[] {
  const path = repositoryPath(result, place);
  if (path === undefined) {
    const inside: readonly Inline[] = place.file === "" ? [] : [" ", { code: place.file }];
    return [{ code: place.target }, ...inside];
  }
  const { startLine, endLine = startLine } = place;
  const shown: Inline = { code: startLine === undefined ? path : `${path}:${startLine}` };
  if (!/^[0-9a-f]{40,64}$/.test(result.commit)) return [shown];
  const lines = startLine === undefined ? "" : endLine === startLine ? `#L${startLine}` : `#L${startLine}-L${endLine}`;
  const file = path.split("/").map((part) => encodeURIComponent(part.toWellFormed()));
  return [{ link: { text: shown, href: `${repositoryUrl(result)}/blob/${result.commit}/${file.join("/")}${lines}` } }];
}
