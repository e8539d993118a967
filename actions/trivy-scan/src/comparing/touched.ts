import type { Inputs } from "../inputs.ts";
import type { Target } from "../targets/target.ts";

/** What no target looks at, relative to it. */
export type Skipped = Partial<Pick<Inputs, "skipFolders" | "skipFiles">>;

/**
 * Whether a target of the repository could give another answer at the base: otherwise one scan is enough. In doubt it
 * could. Pure.
 *
 * @param changed paths from the root of the repository; with `/` at its end a folder of which everything may differ.
 */
export function isTouched(
  target: Target,
  changed: readonly string[],
  scanners: Inputs["scanners"],
  skipped: Skipped = {},
): boolean {
  const relevant = scannersOf(target, scanners).map((scanner) => RELEVANT[scanner]);
  return changed.some((path) => {
    const inside = pathIn(target, path);
    if (inside === undefined || isSkipped(inside, skipped)) return false;
    return inside === "" || inside.endsWith("/") || relevant.some((isRelevant) => isRelevant(inside));
  });
}

function scannersOf({ kind }: Target, scanners: Inputs["scanners"]): Inputs["scanners"] {
  return kind === "config" ? ["misconfig"] : scanners;
}

/**
 * The path relative to the target; empty when it is the target, or a folder, link or submodule that leads to it.
 * Undefined when it is elsewhere.
 */
function pathIn({ kind, location }: Target, path: string): string | undefined {
  // What an image is made of, nobody knows here.
  if (kind !== "fs" && kind !== "config" && kind !== "sbom") return "";
  const folder = location.replace(/^(?:\.\/)+/, "").replace(/\/+$/, "");
  if (folder === "." || folder === "") return path;
  const plain = path.replace(/\/$/, "");
  if (plain === folder || folder.startsWith(`${plain}/`)) return "";
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}

/** Globs are left to Trivy: what they cover is scanned once more, and found in neither. */
function isSkipped(path: string, { skipFolders = [], skipFiles = [] }: Skipped): boolean {
  const isPlain = (name: string) => !/[*?[\]{}\\]/.test(name);
  const plain = (name: string) => name.replace(/^(?:\.\/)+/, "").replace(/\/+$/, "");
  return (
    skipFiles.some((name) => isPlain(name) && plain(name) === path) ||
    skipFolders.some((name) => isPlain(name) && plain(name) !== "" && path.startsWith(`${plain(name)}/`))
  );
}

/**
 * Text and pictures for people. Trivy passes over all of them when it looks for secrets: over Markdown by a rule of its
 * own, over the others by their names, in these letters.
 */
const DOCUMENTS = /\.(?:md|png|jpg|gif|svg|pdf)$/;

/**
 * What no lock file and no manifest is written in. A list of what Trivy reads would be shorter, and wrong with its next
 * version.
 */
const SOURCES =
  /\.(?:rst|adoc|rs|go|c|h|cc|cpp|cxx|hpp|java|kt|scala|swift|cs|fs|py|pyi|rb|php|pl|lua|ex|dart|js|jsx|mjs|cjs|ts|tsx|mts|cts|vue|svelte|html|css|scss|less|sql|proto)$/;

/** A Dockerfile whatever ends its name. */
const DOCKERFILE = /(?:^|\/)(?:Dockerfile|Containerfile)\.[^/.]*$/;

const RELEVANT: Readonly<Record<Inputs["scanners"][number], (path: string) => boolean>> = {
  vuln: (path) => !DOCUMENTS.test(path) && !SOURCES.test(path),
  // Configuration is known by what it says, and may take in sources: a chart's `.Files.Get`, Terraform's `file()`.
  misconfig: (path) => !DOCUMENTS.test(path) || DOCKERFILE.test(path),
  secret: (path) => !DOCUMENTS.test(path),
  // A licence may stand in any file.
  license: () => true,
};
