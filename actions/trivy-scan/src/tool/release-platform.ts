/** What Aqua builds Trivy for, of the systems that runners have. */
export type Platform = "linux-x64" | "linux-arm64" | "macos-x64" | "macos-arm64" | "windows-x64";

interface Build {
  /** As in the name of the archive: `windows` alone has a small first letter. */
  readonly suffix: string;
  readonly format: "tar.gz" | "zip";
  readonly program: string;
  readonly words: string;
}

const BUILDS: Readonly<Record<Platform, Build>> = {
  "linux-x64": { suffix: "Linux-64bit", format: "tar.gz", program: "trivy", words: "Linux x64" },
  "linux-arm64": { suffix: "Linux-ARM64", format: "tar.gz", program: "trivy", words: "Linux ARM64" },
  "macos-x64": { suffix: "macOS-64bit", format: "tar.gz", program: "trivy", words: "macOS x64" },
  "macos-arm64": { suffix: "macOS-ARM64", format: "tar.gz", program: "trivy", words: "macOS ARM64" },
  "windows-x64": { suffix: "windows-64bit", format: "zip", program: "trivy.exe", words: "Windows x64" },
};

export const PLATFORMS = Object.keys(BUILDS) as readonly Platform[];

/**
 * The platform of a runner. Pure.
 *
 * @param system `Linux`, `macOS` or `Windows`. @param architecture `X64`, `ARM64`, in any case. @returns what is missing,
 *   as a line for its user.
 */
export function platformOf(
  system: string,
  architecture: string,
): { readonly platform: Platform } | { readonly problem: string } {
  const name = `${system}-${architecture}`.toLowerCase();
  const platform = PLATFORMS.find((each) => each === name);
  if (platform !== undefined) return { platform };
  return {
    problem: `Aqua releases no Trivy for ${system} ${architecture.toUpperCase()}, but for ${PLATFORMS.map(platformWords).join(", ")}; run this job on one of them, or give a Trivy of your own by \`trivy-path\``,
  };
}

export function platformWords(platform: Platform): string {
  return BUILDS[platform].words;
}

/** What a release has for a platform. */
export interface Asset {
  /** `trivy_0.74.0_Linux-64bit.tar.gz`. */
  readonly name: string;
  readonly format: "tar.gz" | "zip";
  /** The member of it. */
  readonly program: string;
}

/** @param version without `v`. */
export function assetOf(version: string, platform: Platform): Asset {
  const { suffix, format, program } = BUILDS[platform];
  return { name: `trivy_${version}_${suffix}.${format}`, format, program };
}
