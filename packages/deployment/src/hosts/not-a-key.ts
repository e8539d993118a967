/** Why a text without a private key in it is none, as a sentence without a subject; never quotes the text. */
export function whyNotAKey(text: string): string {
  const known = NOT_KEYS.find(([form]) => form.test(text));
  return known?.[1] ?? "holds no private key: it has no line `-----BEGIN ... PRIVATE KEY-----`";
}

const NOT_KEYS: readonly (readonly [form: RegExp, why: string])[] = [
  [/^\**$/, "holds only asterisks: it was copied from a log or a settings page that hides it"],
  [/\$\{\{/, "holds `${{`: the expression was not evaluated; write it unquoted in the workflow"],
  [
    /PuTTY-User-Key-File-/,
    "is a PuTTY key; convert it by `puttygen key.ppk -O private-openssh -o key`, and use what is in `key`",
  ],
  [/-----?\s*BEGIN SSH2? ENCRYPTED PRIVATE KEY/, "is a key of ssh.com; convert it by `ssh-keygen -i -f FILE`"],
  [/BEGIN PGP /, "is a PGP key; ssh needs a key of its own, made by `ssh-keygen -t ed25519`"],
  [/BEGIN CERTIFICATE-----/, "is an X.509 certificate; ssh needs the private key"],
  [/SSH PRIVATE KEY FILE FORMAT 1/, "is a key for version 1 of SSH, which no host accepts any more"],
  [
    /^(?:\S*\s+)?(?:ssh-(?:rsa|ed25519|dss)|ecdsa-sha2-\S+|sk-\S+)-cert-v01@openssh\.com\s/m,
    "is a certificate; it belongs into `certificate`, and the private key here",
  ],
  [
    /^(?:ssh-(?:rsa|ed25519|dss)|ecdsa-sha2-\S+|sk-\S+@openssh\.com)\s+AAAA|BEGIN (?:RSA |SSH2 )?PUBLIC KEY/m,
    "is a public key (a file that ends in `.pub`); use the private key, the file beside it",
  ],
  [/^SHA256:|^MD5:/, "is a fingerprint; it belongs into `host-keys`, and the private key here"],
  [/^(?:~|\.{0,2})\/[^\n]{0,200}$|^[A-Za-z]:\\[^\n]{0,200}$/, "is a path; write what is in the file"],
];
