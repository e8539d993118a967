import { type JsonValue, parseJson } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";
import { type BuildWarning, readWarnings } from "./solve-status.ts";

/** What buildx says of one image that it built. */
export interface BuiltImage {
  /** Of the index or manifest that was exported: what is pushed and signed. Missing without an image output. */
  readonly digest?: string;
  readonly descriptor?: { readonly mediaType: string; readonly digest: string; readonly size: number };
  /** Only some exporters give it; the layout's own config is the reliable source of the image id. */
  readonly configDigest?: string;
  readonly names: readonly string[];
  /** `builder/node/id`, as `docker buildx history` takes it. */
  readonly buildRef?: string;
  /** One statement a platform, or one under the empty name. Untrusted JSON. */
  readonly provenance: Readonly<Record<string, unknown>>;
}

export interface BuildMetadata {
  readonly images: Readonly<Record<string, BuiltImage>>;
  readonly warnings: readonly BuildWarning[];
}

const DIGEST = /^sha256:[0-9a-f]{64}$/;
const WARNINGS = "buildx.build.warnings";
const PROVENANCE = "buildx.build.provenance";

/**
 * Reads buildx's metadata file, of bake (a member for each image) or of a single build (then the image is `only`).
 * buildx writes no file at all when a build fails.
 *
 * @throws ReportError that names the member of the wrong shape.
 */
export function readMetadata(bytes: Uint8Array, targets: readonly string[]): BuildMetadata {
  const file = parseJson([bytes]);
  if (!file.isObject) throw new ReportError("is not a metadata file of buildx: it is not an object");
  const warnings = readWarnings(file.get(WARNINGS).raw);
  const [only] = targets;
  const isSingle =
    targets.length === 1 && (!file.get("containerimage.digest").isMissing || !file.get("buildx.build.ref").isMissing);
  if (isSingle) return { images: Object.fromEntries([[only!, readImage(file)]]), warnings };
  const images = targets.map((name) => {
    const image = file.get(name);
    if (!image.isObject) throw image.not("what buildx built");
    return [name, readImage(image)] as const;
  });
  return { images: Object.fromEntries(images), warnings };
}

function readImage(image: JsonValue): BuiltImage {
  const digest = optionalDigest(image.get("containerimage.digest"));
  const descriptor = readDescriptor(image.get("containerimage.descriptor"));
  if (digest !== undefined && descriptor !== undefined && digest !== descriptor.digest)
    throw image.get("containerimage.digest").not(`the descriptor's digest ${descriptor.digest}`);
  const configDigest = optionalDigest(image.get("containerimage.config.digest"));
  const names = image.get("image.name");
  const buildRef = image.get("buildx.build.ref");
  return {
    ...(digest === undefined ? {} : { digest }),
    ...(descriptor === undefined ? {} : { descriptor }),
    ...(configDigest === undefined ? {} : { configDigest }),
    names: names.isMissing
      ? []
      : names
          .text()
          .split(",")
          .filter((name) => name !== ""),
    ...(buildRef.isMissing ? {} : { buildRef: buildRef.text() }),
    provenance: Object.fromEntries(
      [...image.entries()].flatMap(([key, { raw }]) =>
        key === PROVENANCE || key.startsWith(`${PROVENANCE}/`) ? [[key.slice(PROVENANCE.length + 1), raw]] : [],
      ),
    ),
  };
}

function readDescriptor(value: JsonValue): BuiltImage["descriptor"] {
  if (value.isMissing) return undefined;
  const size = value.get("size").number();
  if (!Number.isSafeInteger(size) || size < 0) throw value.get("size").not("a number of bytes");
  return { mediaType: value.get("mediaType").text(), digest: digestOf(value.get("digest")), size };
}

function optionalDigest(value: JsonValue): string | undefined {
  return value.isMissing ? undefined : digestOf(value);
}

function digestOf(value: JsonValue): string {
  const digest = value.text();
  if (!DIGEST.test(digest)) throw value.not("a digest");
  return digest;
}
