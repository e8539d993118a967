import { parseCertificate } from "@jessy-actions/deployment/hosts/certificate";
import { parseHostKeys } from "@jessy-actions/deployment/hosts/host-key-pins";
import { repairPrivateKey } from "@jessy-actions/deployment/hosts/private-key";
import type { InputReader } from "@jessy-actions/kit/runner/inputs";
import { UserError } from "@jessy-actions/reading/user-error";
import type { SshInputs } from "./deployment-inputs.ts";

/** Keys are kept as they were written, and are read here only to say what is wrong with them. */
export function readSsh(reader: InputReader): SshInputs {
  const ssh: SshInputs = {
    privateKey: reader.verbatim("private-key"),
    passphrase: reader.verbatim("passphrase"),
    certificate: reader.string("certificate"),
    agent: reader.optional("agent"),
    jumpKey: reader.verbatim("jump-key"),
    jumpPassphrase: reader.verbatim("jump-passphrase"),
    hostKeys: reader.string("host-keys"),
  };
  readSecretly(reader, "private-key", ssh.privateKey, (text) => repairPrivateKey(text, ssh.passphrase));
  readSecretly(reader, "jump-key", ssh.jumpKey, (text) => repairPrivateKey(text, ssh.jumpPassphrase));
  readSecretly(reader, "certificate", ssh.certificate, parseCertificate);
  reader.adopt(() => parseHostKeys(ssh.hostKeys), [], "host-keys");
  const { privateKey, passphrase, certificate, agent, jumpKey, jumpPassphrase } = ssh;
  const isEmpty = (text: string) => text.trim() === "";
  if (isEmpty(privateKey) && agent === undefined)
    reader.problem(
      "private-key",
      "is empty, and there is no `agent`; is the secret set in the repository, and spelt like this?",
    );
  if (!isEmpty(passphrase) && isEmpty(privateKey))
    reader.problem("passphrase", "is set, and `private-key` is empty; leave it out");
  if (certificate !== "" && isEmpty(privateKey))
    reader.problem("certificate", "is set, and `private-key`, the key that it certifies, is empty");
  if (!isEmpty(jumpPassphrase) && isEmpty(jumpKey))
    reader.problem("jump-passphrase", "is set, and `jump-key` is empty; leave it out");
  if (agent !== undefined && !/^\/[^\0\r\n]{1,100}$/.test(agent))
    reader.wrong("agent", agent, "the absolute path of an agent's socket, such as `${{ env.SSH_AUTH_SOCK }}`");
  if (!isEmpty(jumpKey) && reader.string("jump") === "")
    reader.problem("jump-key", "is set, and `jump` is empty; leave it out");
  return ssh;
}

/** An empty one has its own rules. */
function readSecretly(reader: InputReader, name: string, text: string, read: (text: string) => unknown): void {
  if (text.trim() === "") return;
  try {
    read(text);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    reader.problem(name, error.message);
  }
}
