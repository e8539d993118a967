import { readAttributes } from "./attributes.ts";
import type { TypedAttributes } from "./bake-file.ts";
import { type Problems, shown } from "./problems.ts";

const TYPES = ["gha", "registry", "local", "inline", "s3", "azblob"];

/** Credentials in an entry end in buildx's traces and in the build record (CVE-2025-0495). */
const CREDENTIALS: Readonly<Record<string, string>> = {
  access_key_id: "AWS_ACCESS_KEY_ID",
  secret_access_key: "AWS_SECRET_ACCESS_KEY",
  session_token: "AWS_SESSION_TOKEN",
};

/** Reads `cache-from` and `cache-to` as buildx does: a reference alone is a registry cache (buildflags/cache.go). */
export function readCacheEntries(
  input: "cache-from" | "cache-to",
  entries: readonly string[],
  problems: Problems,
): readonly TypedAttributes[] {
  return entries.flatMap((entry) => {
    // Without any `=`, each field is a reference of its own.
    if (!entry.includes("=")) return entry.split(",").map((ref) => ({ type: "registry", ref: ref.trim() }));
    const read = readAttributes(entry);
    if (typeof read === "string") {
      problems.add(input, `${shown(entry)}: ${read}`, "write for example `type=gha,mode=max`");
      return [];
    }
    const { type = "", ...attributes } = read.values;
    if (type === "") {
      problems.add(input, `${shown(entry)} has no \`type=\``, `types are ${TYPES.join(", ")}`);
      return [];
    }
    for (const [key, variable] of Object.entries(CREDENTIALS))
      if (attributes[key] !== undefined) {
        const remedy = `set ${variable} in the \`env:\` of the step and leave \`${key}\` out`;
        const isAzure = type === "azblob";
        problems.add(
          input,
          `\`${key}\` is a credential, and buildx writes it to its traces`,
          isAzure ? "give the account access by the runner's identity and leave it out" : remedy,
        );
      }
    return [{ ...attributes, type }];
  });
}
