import { parseJson } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";
import type { DatabaseKind } from "./database-kind.ts";

/** The archive of a database, as its manifest names it. */
export interface Layer {
  readonly digest: string;
  /** Bytes. */
  readonly size: number;
}

/**
 * The one layer of a manifest. Pure.
 *
 * @throws ReportError in half a sentence for a manifest of anything else than this kind of database.
 */
export function layerOf(manifest: Uint8Array, kind: Pick<DatabaseKind, "mediaType" | "maxLayerBytes">): Layer {
  const json = parseJson([manifest]);
  if (json.get("manifests").isList) throw new ReportError("is an index of several images, not a database");
  const [layer, ...others] = [...json.get("layers").items()];
  if (layer === undefined || others.length > 0)
    throw new ReportError(`has ${others.length === 0 ? "no" : others.length + 1} layers, where a database has one`);
  const mediaType = layer.get("mediaType").text();
  if (mediaType !== kind.mediaType)
    throw new ReportError(
      `has a layer of the type \`${mediaType.slice(0, 100)}\`, where \`${kind.mediaType}\` is needed`,
    );
  const digest = layer.get("digest");
  if (!/^sha256:[0-9a-f]{64}$/.test(digest.text())) throw digest.not("a SHA-256 digest");
  const size = layer.get("size");
  if (!Number.isSafeInteger(size.raw) || size.number() < 1) throw size.not("a number of bytes");
  if (size.number() > kind.maxLayerBytes)
    throw new ReportError(`has a layer of ${size.number()} bytes; at most ${kind.maxLayerBytes} are taken`);
  return { digest: digest.text(), size: size.number() };
}
