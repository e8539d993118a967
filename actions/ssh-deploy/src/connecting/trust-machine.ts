import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { shownAddress } from "@jessy-actions/deployment/hosts/host-address";
import { type HostKeyPin, knownHostLines, trustedKeys } from "@jessy-actions/deployment/hosts/host-key-pins";
import { fingerprintOf, type PublicKey, readPublicKey } from "@jessy-actions/deployment/hosts/public-key";
import type { SshMachine } from "@jessy-actions/deployment/hosts/ssh-config";
import { readFile, writePrivateFile } from "@jessy-actions/kit/runner/file-content";
import { diagnose } from "@jessy-actions/kit/ssh/diagnosis";
import type { SshClient } from "@jessy-actions/kit/ssh/ssh-client";
import type { Connected } from "./remote.ts";

type Failed = Extract<Connected, { readonly state: "failed" }>;

/** Best first: what people should pin. Certificates are left out, since a key is what is looked for. */
const ALGORITHMS = [
  "ssh-ed25519",
  "ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,ecdsa-sha2-nistp521",
  "rsa-sha2-512,rsa-sha2-256",
] as const;

/**
 * Writes what ssh may trust of a machine. A pinned fingerprint says nothing of its key's type, so the machine shows its keys
 * first, and those that are pinned are trusted: which type ssh agrees on with it does not matter.
 *
 * @returns why the machine cannot be trusted, with the line to paste.
 */
export async function trustMachine(
  machine: SshMachine,
  pins: readonly HostKeyPin[],
  client: SshClient,
): Promise<Failed | undefined> {
  const trusted = trustedKeys(pins, machine);
  const write = (found: readonly PublicKey[]) =>
    writePrivateFile(join(client.folder.knownHosts, machine.alias), knownHostLines(trusted, found, machine));
  if (trusted.keys.length > 0 || trusted.authorities.length > 0) {
    write([]);
    return undefined;
  }
  const isPinned = (key: PublicKey) => trusted.fingerprints.includes(fingerprintOf(key));
  const shown = await showKeys(machine, client, isPinned);
  if (!Array.isArray(shown)) return shown as Failed;
  const found = shown.filter(isPinned);
  if (found.length > 0) {
    write(found);
    return undefined;
  }
  return trusted.fingerprints.length === 0
    ? failed("host-key-unknown", `\`host-keys\` pins no key of ${shownAddress(machine)}${advice(machine, shown)}`)
    : failed(
        "host-key-changed",
        `${shownAddress(machine)} shows none of the keys whose fingerprints \`host-keys\` pins${advice(machine, shown)}`,
      );
}

/** What a machine shows now, for the message about a host key that ssh refused; empty where it shows none. */
export async function pasteAdvice(machine: SshMachine, client: SshClient): Promise<string> {
  const shown = await showKeys(machine, client, () => true);
  return Array.isArray(shown) ? advice(machine, shown) : "";
}

function advice(machine: SshMachine, shown: readonly PublicKey[]): string {
  const [key] = shown;
  if (key === undefined) return "";
  const line = knownHostLines({ keys: [key], authorities: [], revoked: [], fingerprints: [] }, [], machine).trim();
  // As code: a report's text has invisible breaks in what looks like a commit, as in `ssh-ed25519`, which people paste.
  return `; it shows ${fingerprintOf(key)}. If that is what \`ssh-keygen -lf /etc/ssh/${fileOf(key)}\` says on the host itself, add this line to \`host-keys\`: \`${line}\``;
}

function fileOf({ type }: PublicKey): string {
  return `ssh_host_${type === "ssh-ed25519" ? "ed25519" : type === "ssh-rsa" ? "rsa" : "ecdsa"}_key.pub`;
}

/** One type after the other, until one is enough. @returns why none is shown. */
async function showKeys(
  machine: SshMachine,
  client: SshClient,
  isEnough: (key: PublicKey) => boolean,
): Promise<readonly PublicKey[] | Failed> {
  const file = join(client.folder.knownHosts, `${machine.alias}.shown`);
  const keys: PublicKey[] = [];
  for (const algorithms of ALGORITHMS) {
    rmSync(file, { force: true });
    const { stderr } = await client.showHostKey(machine.alias, algorithms, file);
    const [, type = "", blob = ""] = existsSync(file) ? readFile(file).toString().trim().split(/\s+/) : [];
    const key = readPublicKey(type, blob);
    if (key !== undefined) keys.push(key);
    else if (!/no matching host key type/i.test(stderr)) return { state: "failed", ...diagnose(stderr) };
    if (key !== undefined && isEnough(key)) break;
  }
  rmSync(file, { force: true });
  return keys;
}

function failed(cause: Failed["cause"], message: string): Failed {
  return { state: "failed", cause, message };
}
