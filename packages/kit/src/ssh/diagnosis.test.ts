import { expect, test } from "vitest";
import { diagnose } from "./diagnosis.ts";

/** What OpenSSH 9.2 wrote, on hosts of our own. */
test.each<[string, string, string]>([
  [
    "ssh: Could not resolve hostname x.invalid: Name or service not known",
    "unreachable",
    "its name leads to no address: Name or service not known",
  ],
  ["ssh: connect to host 10.0.0.1 port 22: Connection refused", "refused", "nothing listens on that port"],
  ["ssh: connect to host 10.0.0.1 port 22: Connection timed out", "timeout", "it did not answer in time"],
  ["ssh: connect to host 10.0.0.1 port 22: No route to host", "unreachable", "it cannot be reached: No route to host"],
  [
    "Connection timed out during banner exchange\r\nConnection to 10.0.0.1 port 22 timed out",
    "timeout",
    "does not speak SSH in time",
  ],
  [
    "kex_exchange_identification: Connection closed by remote host\r\nConnection closed by 10.0.0.1 port 22",
    "busy",
    "too many connections at once",
  ],
  ["kex_exchange_identification: read: Connection reset by peer", "busy", "too many connections at once"],
  [
    "root@10.0.0.1: Permission denied (publickey).",
    "authentication",
    "it does not accept the key for this user; is the public key in the user's `authorized_keys` there?",
  ],
  [
    "root@10.0.0.1: Permission denied (publickey,password).",
    "authentication",
    "it does not accept the key for this user; is the public key in the user's `authorized_keys` there?",
  ],
  [
    "root@10.0.0.1: Permission denied (password,keyboard-interactive).",
    "authentication",
    "only password, keyboard-interactive",
  ],
  ["Received disconnect from 10.0.0.1 port 22:2: Too many authentication failures", "authentication", "too many keys"],
  [
    "@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\r\nHost key verification failed.",
    "host-key-changed",
    "another host key",
  ],
  [
    "@       WARNING: REVOKED HOST KEY DETECTED!               @\r\nHost key verification failed.",
    "host-key-revoked",
    "revokes",
  ],
  [
    "No ED25519 host key is known for 10.0.0.1 and you have requested strict checking.\r\nHost key verification failed.",
    "host-key-unknown",
    "type ED25519",
  ],
  [
    "Unable to negotiate with 10.0.0.1 port 22: no matching host key type found. Their offer: ssh-dss",
    "protocol",
    "it offers ssh-dss",
  ],
  [
    "channel 0: open failed: connect failed: Connection refused\r\nstdio forwarding failed",
    "jump",
    "the jump host could not reach it",
  ],
  ['Load key "/t/key": incorrect passphrase supplied to decrypt private key', "authentication", "the passphrase"],
  [
    'Load key "/t/key": error in libcrypto\r\nroot@h: Permission denied (publickey).',
    "authentication",
    "error in libcrypto",
  ],
  ["ssh -M took longer than 30 s and was ended", "timeout", "it did not answer in time"],
  ["Connection reset by 10.0.0.1 port 22", "protocol", "it ended the connection while it was set up"],
  ["something new\nand its end", "protocol", "ssh says: and its end"],
  ["", "protocol", "ssh ended without a word"],
])("%s", (stderr, cause, message) => {
  expect(diagnose(stderr)).toEqual({ cause, message: expect.stringContaining(message) });
});
