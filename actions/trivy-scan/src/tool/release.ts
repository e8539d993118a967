import { parseAddress } from "@jessy-actions/kit/download/address";
import type { Inputs } from "../inputs.ts";
import { deniedVersion, INCIDENT } from "./denied.ts";
import type { KnownTrivy } from "./known-trivy.ts";
import { type Asset, assetOf, type Platform, platformWords } from "./release-platform.ts";

/** One archive of Trivy, and the digest that it must have. */
export interface Release {
  readonly version: string;
  readonly platform: Platform;
  readonly asset: Asset;
  readonly sha256: string;
  readonly url: string;
  /** Hosts that redirects from there may lead to, besides its own. */
  readonly redirectHosts: readonly string[];
}

const GITHUB = "https://github.com/aquasecurity/trivy/releases/download/v{version}/{asset}";

/** Where GitHub keeps what releases hold, now and before 2025. */
const STORAGE_OF_GITHUB = ["release-assets.githubusercontent.com", "objects.githubusercontent.com"];

/** Nothing but numbers reaches a path, an address or a key. */
const VERSION = /^v?((?:0|[1-9]\d{0,4})(?:\.(?:0|[1-9]\d{0,4})){2})$/;

type Wanted = Pick<Inputs["tool"], "version" | "sha256" | "url">;

/** The archive that the inputs ask for, or all that is wrong with them, a line each. Pure. */
export function chooseRelease(
  { version: text, sha256: given, url = GITHUB }: Wanted,
  platform: Platform,
  known: KnownTrivy,
): Release | { readonly problems: readonly string[] } {
  const version = VERSION.exec(text)?.[1];
  const sha256 = given === undefined ? undefined : parseDigest(given);
  const expected = version === undefined ? undefined : known.digests[version]?.[platform];
  const problems = [
    versionProblem(text, version, known),
    given === undefined ? undefined : digestProblem(given, sha256, known),
    urlProblem(url),
  ].filter((problem) => problem !== undefined);
  if (problems.length > 0 || version === undefined) return { problems };
  const asset = assetOf(version, platform);
  if (sha256 !== undefined && expected !== undefined && sha256 !== expected)
    return {
      problems: [
        `input \`trivy-sha256\`: \`${asset.name}\` has the SHA-256 ${expected}, which is built in, and the input says ${sha256}; remove the input`,
      ],
    };
  const wanted = expected ?? sha256;
  if (wanted === undefined) return { problems: [unknownVersion(version, asset, platform, known)] };
  return {
    version,
    platform,
    asset,
    sha256: wanted,
    url: url.replaceAll("{version}", version).replaceAll("{asset}", asset.name),
    redirectHosts: url === GITHUB ? STORAGE_OF_GITHUB : [],
  };
}

function versionProblem(text: string, version: string | undefined, known: KnownTrivy): string | undefined {
  const [newest = ""] = Object.keys(known.digests);
  if (text.toLowerCase() === "latest")
    return `input \`trivy-version\`: \`latest\` is refused, since what it names changes before anybody has looked at it (${INCIDENT}); write a version, such as \`${newest}\``;
  if (version === undefined)
    return `input \`trivy-version\`: ${JSON.stringify(text.slice(0, 100))} is not a version; write three numbers, such as \`${newest}\``;
  const denied = deniedVersion(version);
  return denied === undefined
    ? undefined
    : `input \`trivy-version\`: ${denied}; write another version, such as \`${newest}\``;
}

function digestProblem(text: string, sha256: string | undefined, { denied }: KnownTrivy): string | undefined {
  if (sha256 === undefined)
    return `input \`trivy-sha256\`: ${JSON.stringify(text.slice(0, 100))} is not a SHA-256; write its 64 hexadecimal digits`;
  const what = denied[sha256];
  return what === undefined
    ? undefined
    : `input \`trivy-sha256\`: this is the digest of ${what}, which is malicious (${INCIDENT}) and is never used`;
}

/** As people copy it: with or without the name of the algorithm, in either case. */
function parseDigest(text: string): string | undefined {
  return /^(?:sha256:)?([0-9a-f]{64})$/i.exec(text)?.[1]?.toLowerCase();
}

function urlProblem(template: string): string | undefined {
  const placeholder = /\{(?!version\}|asset\})[^}]*\}?/.exec(template)?.[0];
  if (placeholder !== undefined)
    return `input \`trivy-url\`: ${JSON.stringify(placeholder)} is not a placeholder; only \`{version}\` and \`{asset}\` are`;
  if (!template.includes("{asset}"))
    return "input `trivy-url`: it has no `{asset}`, the name of the archive; write it as in `https://mirror.example/trivy/v{version}/{asset}`";
  const address = parseAddress(template.replaceAll("{version}", "0.0.0").replaceAll("{asset}", "trivy"));
  return "problem" in address ? `input \`trivy-url\`: ${address.problem}` : undefined;
}

function unknownVersion(version: string, { name }: Asset, platform: Platform, { digests }: KnownTrivy): string {
  const versions = Object.keys(digests).filter((each) => digests[each]?.[platform] !== undefined);
  return `input \`trivy-version\`: the digest of Trivy ${version} for ${platformWords(platform)} is not built in; write one of ${versions.join(", ")}, or the SHA-256 of \`${name}\` as \`trivy-sha256\``;
}
