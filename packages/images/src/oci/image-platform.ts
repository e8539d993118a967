import type { JsonValue } from "@jessy-actions/reading/json";

export interface Platform {
  readonly architecture: string;
  readonly os: string;
  readonly variant?: string;
  readonly "os.version"?: string;
  readonly "os.features"?: readonly string[];
}

const PART = /^[\w.+-]{0,128}$/;
const MAX_FEATURES = 100;

/** @throws ReportError */
export function readPlatform(value: JsonValue): Platform {
  if (!value.isObject) throw value.not("an object");
  const optional = (name: "variant" | "os.version") => {
    const part = value.get(name);
    return part.isMissing || part.raw === "" ? {} : { [name]: readPart(part) };
  };
  const features = value.get("os.features");
  if (!features.isMissing && features.list().length > MAX_FEATURES) {
    throw features.not(`a list of at most ${MAX_FEATURES} features`);
  }
  return {
    architecture: readPart(value.get("architecture")),
    os: readPart(value.get("os")),
    ...optional("variant"),
    ...optional("os.version"),
    ...(features.isMissing ? {} : { "os.features": [...features.items()].map(readPart) }),
  };
}

function readPart(value: JsonValue): string {
  const text = value.text();
  if (!PART.test(text)) throw value.not("a part of a platform");
  return text;
}

/** What buildx gives to manifests that are not images, such as attestations. */
export function isUnknown(platform: Platform | undefined): boolean {
  return platform !== undefined && platform.os === "unknown" && platform.architecture === "unknown";
}

/**
 * One name for each platform, `linux/arm/v7`. Aliases and default variants are folded as containerd folds them
 * (platforms/database.go), so that `linux/arm64/v8` and `linux/arm64` are the same.
 */
export function platformName(platform: Platform): string {
  const [architecture, variant] = normalize(
    platform.architecture.toLowerCase(),
    (platform.variant ?? "").toLowerCase(),
  );
  const version = platform["os.version"];
  const os = `${platform.os.toLowerCase()}${version === undefined ? "" : `(${version})`}`;
  return [os, architecture, variant].filter((part) => part !== "").join("/");
}

function normalize(architecture: string, variant: string): readonly [string, string] {
  switch (architecture) {
    case "i386":
      return ["386", ""];
    case "amd64":
    case "x86_64":
    case "x86-64":
      return ["amd64", variant === "v1" ? "" : variant];
    case "arm64":
    case "aarch64":
      return ["arm64", variant === "8" || variant === "v8" || variant === "v8.0" ? "" : variant];
    case "armhf":
      return ["arm", "v7"];
    case "armel":
      return ["arm", "v6"];
    case "arm":
      return ["arm", variant === "" ? "v7" : /^[5-8]$/.test(variant) ? `v${variant}` : variant];
    default:
      return [architecture, variant];
  }
}
