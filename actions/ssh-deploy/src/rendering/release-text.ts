import type { Inline } from "@jessy-actions/kit/report/report";

/** A release as people tell it apart: a digest is shown as docker shows it. */
export function releaseText(release: string | null): Inline {
  if (release === null || release === "") return { emphasis: "nothing" };
  return { code: release.replace(/(sha\d+:[0-9a-f]{12})[0-9a-f]{20,}/, "$1") };
}
