/**
 * What a line of `targets` names: a folder for everything that is in it, a folder for its configuration alone, an SBOM,
 * an image in a registry or in the local engine, one that `docker save` wrote, or an OCI layout.
 */
export const TARGET_KINDS = ["fs", "config", "sbom", "image", "image-archive", "oci-layout"] as const;

export type TargetKind = (typeof TARGET_KINDS)[number];

export interface Target {
  readonly kind: TargetKind;
  /** A path relative to the workspace with forward slashes, or the reference of an image as it was written. */
  readonly location: string;
  /**
   * What its findings and reports call it, the same from run to run: `.` or a path; of an image its repository, without
   * tag and digest, or what `name=` says. No two targets have the same.
   */
  readonly name: string;
  /** Of an image: what a pull request is compared with, in the form of `location`. */
  readonly base?: string;
}

/** Targets whose base is another commit of the repository. */
export const IN_REPOSITORY: readonly TargetKind[] = ["fs", "config", "sbom"];
