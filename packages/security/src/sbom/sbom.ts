/** What an SBOM says of one package. The texts are untrusted. */
export interface SbomPackage {
  /** What `dependsOn` of packages in the same file calls it. */
  readonly id?: string;
  readonly name: string;
  readonly version: string;
  /** `pkg:cargo/serde@1.0.0`; left out where its type has none. */
  readonly purl?: string;
  /** SPDX ids or expressions, or whatever its author wrote. */
  readonly licenses: readonly string[];
  /** The lock file that names it, or the file of the image; relative, with forward slashes. */
  readonly file: string;
  readonly dependsOn?: readonly string[];
}

/** What was scanned, by what, and what was found in it. */
export interface SbomSource {
  readonly subject: {
    /** `org/app`, or the name of an image. */
    readonly name: string;
    /** A commit, or a digest. */
    readonly version?: string;
    readonly kind: "files" | "image";
  };
  readonly packages: readonly SbomPackage[];
  readonly tools: readonly { readonly name: string; readonly version: string }[];
  /** Milliseconds since 1970. The same source at the same time is the same document, byte for byte. */
  readonly time: number;
}

/** UTC, without fractions of a second, as both formats write it. */
export function timestamp(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, "Z");
}
