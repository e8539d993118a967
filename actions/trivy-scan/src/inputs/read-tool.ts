import { type InputReader, quote } from "@jessy-actions/kit/runner/inputs";
import { readAddress } from "./read-address.ts";
import { readAnyPath } from "./read-paths.ts";

/** Which Trivy scans, and where it comes from. */
export interface ToolInputs {
  /** Without `v`. */
  readonly version: string;
  /** Of the release's archive for this machine, hexadecimal; undefined: the built-in one. */
  readonly sha256: string | undefined;
  /** A Trivy that is there already: a path, or a name on PATH. */
  readonly installed: string | undefined;
  /** Where releases are, with `{version}` and `{asset}`; undefined: GitHub. */
  readonly url: string | undefined;
  readonly cache: boolean;
}

const VERSION = "0.74.0";

export function readTool(reader: InputReader, cache: boolean): ToolInputs {
  const installed = readAnyPath(reader, "trivy-path");
  const sha256 = readDigest(reader);
  const url = readUrl(reader);
  if (installed !== undefined) {
    if (sha256 !== undefined)
      reader.problem("trivy-sha256", "is for a Trivy that is downloaded, and `trivy-path` names another; keep one");
    if (url !== undefined)
      reader.problem("trivy-url", "is for a Trivy that is downloaded, and `trivy-path` names another; keep one");
  }
  return { version: readVersion(reader), sha256, installed, url, cache };
}

/** A version is a part of addresses and of file names: nothing but a version may stand here. */
function readVersion(reader: InputReader): string {
  const text = reader.string("trivy-version") || VERSION;
  const version = text.replace(/^v(?=\d)/, "");
  if (/^\d{1,5}\.\d{1,5}\.\d{1,5}(?:[-+][\w.+-]{1,40})?$/.test(version)) return version;
  if (/^latest$/i.test(text))
    reader.problem(
      "trivy-version",
      `is \`${text}\`, which is another program from day to day; write a version, such as \`${VERSION}\``,
    );
  else reader.wrong("trivy-version", text, `a whole version, such as \`${VERSION}\``);
  return VERSION;
}

function readDigest(reader: InputReader): string | undefined {
  const text = reader.optional("trivy-sha256");
  if (text === undefined) return undefined;
  const digest = text.toLowerCase().replace(/^sha256:/, "");
  if (!/^[0-9a-f]{64}$/.test(digest))
    reader.wrong("trivy-sha256", text, "64 hexadecimal digits, the SHA-256 of the archive");
  return digest;
}

function readUrl(reader: InputReader): string | undefined {
  const text = reader.optional("trivy-url");
  if (text === undefined) return undefined;
  const example = "`https://mirror.example.com/trivy/v{version}/{asset}`";
  const other = [...text.matchAll(/\{([^{}]*)\}/g)].find(([, name]) => name !== "version" && name !== "asset");
  if (other !== undefined)
    reader.problem("trivy-url", `has ${quote(other[0])}; write \`{version}\` and \`{asset}\` only, as in ${example}`);
  else if (!text.includes("{asset}"))
    reader.wrong("trivy-url", text, `an address with \`{asset}\`, such as ${example}`);
  else return readAddress(reader, "trivy-url", text, example);
  return undefined;
}
