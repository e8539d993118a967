import { type Certificate, certificateProblem, parseCertificate } from "@jessy-actions/deployment/hosts/certificate";
import { type PrivateKey, repairPrivateKey } from "@jessy-actions/deployment/hosts/private-key";
import { writePrivateFile } from "@jessy-actions/kit/runner/file-content";
import type { Log } from "@jessy-actions/kit/runner/log";
import type { SshClient } from "@jessy-actions/kit/ssh/ssh-client";
import { UserError, UserErrors } from "@jessy-actions/reading/user-error";
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

/** The keys that can be used, as they will be written. @throws UserErrors with each that cannot. */
export function readCredentials(ssh: SshInputs): {
  readonly key: PrivateKey | undefined;
  readonly jumpKey: PrivateKey | undefined;
  readonly certificate: Certificate | undefined;
} {
  const problems: string[] = [];
  const read = <T>(input: string, text: string, parse: () => T): T | undefined => {
    if (text.trim() === "") return undefined;
    try {
      return parse();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(`input \`${input}\` ${error.message}`);
      return undefined;
    }
  };
  const key = read("private-key", ssh.privateKey, () => repairPrivateKey(ssh.privateKey, ssh.passphrase));
  const jumpKey = read("jump-key", ssh.jumpKey, () => repairPrivateKey(ssh.jumpKey, ssh.jumpPassphrase));
  const certificate = read("certificate", ssh.certificate, () => parseCertificate(ssh.certificate));
  if (key === undefined && ssh.agent === undefined && problems.length === 0)
    problems.push(
      "input `private-key` is empty, and so is `agent`: the secret does not exist, or this run may not read it",
    );
  if (problems.length > 0) throw new UserErrors(problems);
  return { key, jumpKey, certificate };
}

/**
 * Writes the keys for ssh, and lets OpenSSH itself read each before any host is asked.
 *
 * @param users of the hosts. @throws UserErrors
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
