import { type Certificate, certificateProblem, parseCertificate } from "@jessy-actions/deployment/hosts/certificate";
import { type PrivateKey, repairPrivateKey } from "@jessy-actions/deployment/hosts/private-key";
import { writePrivateFile } from "@jessy-actions/kit/runner/file-content";
import type { Log } from "@jessy-actions/kit/runner/log";
import type { SshClient } from "@jessy-actions/kit/ssh/ssh-client";
import { UserError } from "@jessy-actions/reading/user-error";
import type { SshInputs } from "../inputs.ts";

/** Which files ssh finds, besides an agent. */
export interface Credentials {
  readonly hasKey: boolean;
  readonly hasJumpKey: boolean;
  readonly hasCertificate: boolean;
  /** Whether ssh will have to ask for a passphrase. */
  readonly needsPassphrase: boolean;
}

/** Masks what is secret, before anything else is done with it. */
export function maskCredentials({ privateKey, passphrase, jumpKey, jumpPassphrase }: SshInputs, log: Log): void {
  for (const secret of [privateKey, passphrase, jumpKey, jumpPassphrase]) if (secret.trim() !== "") log.mask(secret);
}

/** The keys as they will be written. @throws UserError for what the inputs were checked for already. */
export function readCredentials({ privateKey, passphrase, certificate, jumpKey, jumpPassphrase }: SshInputs): {
  readonly key: PrivateKey | undefined;
  readonly jumpKey: PrivateKey | undefined;
  readonly certificate: Certificate | undefined;
} {
  const isSet = (text: string) => text.trim() !== "";
  return {
    key: isSet(privateKey) ? repairPrivateKey(privateKey, passphrase) : undefined,
    jumpKey: isSet(jumpKey) ? repairPrivateKey(jumpKey, jumpPassphrase) : undefined,
    certificate: isSet(certificate) ? parseCertificate(certificate) : undefined,
  };
}

/**
 * Writes the keys for ssh, and lets OpenSSH itself read each before any host is asked.
 *
 * @param users of the hosts. @throws UserError
 */
export async function writeCredentials(
  { key, jumpKey, certificate }: ReturnType<typeof readCredentials>,
  client: SshClient,
  { users, log, now }: { readonly users: readonly string[]; readonly log: Log; readonly now: number },
): Promise<Credentials> {
  const { folder } = client;
  const write = async (input: string, file: string, one: PrivateKey | undefined): Promise<string | undefined> => {
    if (one === undefined) return undefined;
    log.mask(one.text);
    writePrivateFile(file, one.text);
    const { exitCode, stdout, stderr } = await client.publicKey(file);
    if (exitCode === 0) return stdout;
    const passphrase = input === "jump-key" ? "jump-passphrase" : "passphrase";
    throw new UserError(
      /incorrect passphrase/.test(stderr)
        ? `input \`${passphrase}\` does not open \`${input}\``
        : `input \`${input}\` is damaged: OpenSSH cannot read it (${stderr.trim().split(": ").at(-1)})`,
    );
  };
  const [publicKey] = await Promise.all([
    write("private-key", folder.key, key),
    write("jump-key", folder.jumpKey, jumpKey),
  ]);
  if (certificate !== undefined) {
    const problem = publicKey === undefined ? undefined : certificateProblem(certificate, { publicKey, users, now });
    if (problem !== undefined) throw new UserError(`input \`certificate\` ${problem}`);
    writePrivateFile(folder.certificate, certificate.text);
  }
  return {
    hasKey: key !== undefined,
    hasJumpKey: jumpKey !== undefined,
    hasCertificate: certificate !== undefined,
    needsPassphrase: key?.needsPassphrase === true || jumpKey?.needsPassphrase === true,
  };
}
