import type { JsonValue } from "@jessy-actions/reading/json";
import { type Annotations, readAnnotations } from "./annotations.ts";
import { type Digest, readDigest } from "./digest.ts";
import { type Platform, readPlatform } from "./image-platform.ts";
import { readJsonDocument } from "./json-document.ts";
import { MAX_LAYERS } from "./manifest.ts";

/** One step of a build, as its image tells it. */
export interface HistoryEntry {
  readonly createdBy: string;
  /** Whether the step made no layer. */
  readonly isEmpty: boolean;
}

/** What an image runs and how it was made (OCI image spec, config.md; Docker's form has the same fields). */
export interface ImageConfig {
  readonly platform: Platform;
  readonly environment: readonly string[];
  readonly labels: Annotations;
  readonly history: readonly HistoryEntry[];
  readonly layerDigests: readonly Digest[];
}

/** BuildKit's provenance and long histories make configs of some hundred kB. */
export const MAX_CONFIG_BYTES = 8 * 1024 * 1024;
export const MAX_HISTORY = 10_000;
export const MAX_VARIABLES = 10_000;

const NAMES = ["architecture", "os", "variant", "config", "rootfs", "history"];

/** @throws ReportError that names the field. */
export function readImageConfig(bytes: Uint8Array): ImageConfig {
  return readJsonDocument("the image's config", bytes, MAX_CONFIG_BYTES, NAMES, (root) => {
    const [config, history] = [root.get("config"), root.get("history")];
    const [variables, layers] = [config.get("Env"), root.get("rootfs").get("diff_ids")];
    return {
      platform: readPlatform(root),
      environment: variables.isMissing ? [] : readAll(variables, MAX_VARIABLES, (item) => item.text()),
      labels: readAnnotations(config.get("Labels")),
      history: history.isMissing ? [] : readAll(history, MAX_HISTORY, readHistory),
      layerDigests: layers.isMissing ? [] : readAll(layers, MAX_LAYERS, readDigest),
    };
  });
}

function readAll<Item>(value: JsonValue, most: number, read: (item: JsonValue) => Item): readonly Item[] {
  if (value.list().length > most) throw value.not(`a list of at most ${most} items`);
  return [...value.items()].map(read);
}

function readHistory(entry: JsonValue): HistoryEntry {
  if (!entry.isObject) throw entry.not("an object");
  const [command, empty] = [entry.get("created_by"), entry.get("empty_layer")];
  if (!empty.isMissing && typeof empty.raw !== "boolean") throw empty.not("true or false");
  return { createdBy: command.isMissing ? "" : command.text(), isEmpty: empty.raw === true };
}
