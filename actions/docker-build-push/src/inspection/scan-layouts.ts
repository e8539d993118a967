import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import type { Descriptor } from "@jessy-actions/images/oci/descriptor";
import { LAYOUT_FILE, LAYOUT_INDEX } from "@jessy-actions/images/oci/layout";
import { OCI_INDEX } from "@jessy-actions/images/oci/media-types";
import { writeFile } from "@jessy-actions/kit/runner/file-content";

/** The image of one platform. */
export interface PlatformPart {
  readonly platform: string;
  readonly descriptor: Descriptor;
}

/** What one run of a scanner looks at. */
export interface ScanLayout {
  readonly platform: string;
  /** An OCI layout, absolute. */
  readonly folder: string;
}

/**
 * A layout of each platform alone, over the same bytes: of several platforms in one layout scanners look at the first and
 * say nothing of the others (Trivy 0.76, which also ignores `--platform` for a layout).
 *
 * @param below a folder that may not exist yet, absolute.
 */
export function scanLayouts(folder: string, parts: readonly PlatformPart[], below: string): readonly ScanLayout[] {
  if (parts.length === 1) return [{ platform: parts[0]!.platform, folder }];
  return parts.map(({ platform, descriptor }, at) => {
    const own = join(below, String(at));
    mkdirSync(own, { recursive: true, mode: 0o700 });
    writeFile(join(own, LAYOUT_FILE), '{"imageLayoutVersion":"1.0.0"}');
    const { platform: _, ...bare } = descriptor;
    writeFile(join(own, LAYOUT_INDEX), JSON.stringify({ schemaVersion: 2, mediaType: OCI_INDEX, manifests: [bare] }));
    symlinkSync(join(folder, "blobs"), join(own, "blobs"));
    return { platform, folder: own };
  });
}
