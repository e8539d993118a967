/** Keys and certificates of a farm, made anew for each. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface FarmKeys {
  /** The private key that every account accepts, as OpenSSH writes it. */
  readonly user: string;
  /** Its certificate by the farm's authority. */
  readonly userCertificate: string;
  /** `ssh-ed25519 AAAA...`: signs host keys and the user's key. */
  readonly authority: string;
  /** A key that no account accepts. */
  readonly stranger: string;
}

/** @param folder gets `keys/`. */
export function makeKeys(folder: string): FarmKeys {
  const at = (name: string) => join(folder, "keys", name);
  mkdirSync(join(folder, "keys"), { mode: 0o700 });
  for (const name of ["authority", "user", "stranger"]) keygen("-t", "ed25519", "-C", name, "-f", at(name));
  keygen("-s", at("authority"), "-I", "deploy", "-n", "root,deploy", "-V", "+1h", at("user.pub"));
  const read = (name: string) => readFileSync(at(name), "utf8");
  return {
    user: read("user"),
    userCertificate: read("user-cert.pub").trim(),
    authority: read("authority.pub").trim().split(" ").slice(0, 2).join(" "),
    stranger: read("stranger"),
  };
}

export const HOST_KEY_TYPES = ["ed25519", "ecdsa"] as const;

/** Keys of a host and a certificate for its addresses. @returns public lines without comments. */
export function makeHostKeys(folder: string, names: readonly string[]): readonly string[] {
  const authority = join(folder, "../keys/authority");
  return HOST_KEY_TYPES.map((type) => {
    const file = join(folder, `host_${type}`);
    keygen("-t", type, "-C", "", "-f", file);
    if (type === "ed25519")
      keygen("-s", authority, "-h", "-I", names.join(), "-n", names.join(), "-V", "+1h", `${file}.pub`);
    return readFileSync(`${file}.pub`, "utf8").trim().split(" ").slice(0, 2).join(" ");
  });
}

function keygen(...args: readonly string[]): void {
  const isNew = args[0] === "-t";
  execFileSync("ssh-keygen", ["-q", ...(isNew ? ["-N", ""] : []), ...args], { stdio: ["ignore", "ignore", "pipe"] });
}
