/** Names that people give to secrets. */
const NAMES =
  /TOKEN|SECRET|PASSW(?:OR)?D|PASSPHRASE|CREDENTIAL|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|SIGNING_?KEY|(?:^|_)PAT$|(?:^|_)AUTH(?:$|_)|SSH_AUTH_SOCK|NETRC|_KEYS?(?:$|_)|_PWD$|CONNECTION_?STRING|DATABASE_URL|WEBHOOK|DSN$/i;

/** What issuers begin their secrets with, so that scanners find them, and the forms in which secrets travel. */
const VALUES = [
  // GitHub, GitLab, npm, PyPI, crates.io, RubyGems, Docker, Hugging Face
  /\bgh[a-z]_\w{16,}/,
  /\bgithub_pat_\w{20,}/,
  /\bgl[a-z]{2,5}-[\w-]{20,}/,
  /\bnpm_[A-Za-z0-9]{30,}/,
  /\bpypi-[\w-]{50,}/,
  /\bcio[A-Za-z0-9]{32}\b/,
  /\brubygems_[0-9a-f]{40,}/,
  /\bdckr_[a-z]{3}_[\w-]{20,}/,
  /\bhf_[A-Za-z0-9]{30,}/,
  // AWS, Google, Azure
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/,
  /\bAIza[\w-]{35}/,
  /\bya29\.[\w-]{20,}/,
  /\bAccountKey=[\w+/]{20,}/i,
  // Slack, Stripe, SendGrid, DigitalOcean, Vault, age, AI services
  /\bxox[a-z]-[\w-]{10,}/,
  /\bxapp-[\w-]{10,}/,
  /\bhooks\.slack\.com\/services\/\w/,
  /\b[srp]k_(?:live|test)_\w{10,}/,
  /\bSG\.[\w-]{16,}\./,
  /\bdop_v1_\w{20,}/,
  /\bhv[sb]\.[\w-]{20,}/,
  /\bAGE-SECRET-KEY-1/,
  /\bsk-[\w-]{20,}/,
  // Keys, signed tokens, authorization headers, addresses with a password
  /-----BEGIN [A-Z0-9 ]*PRIVATE KEY/,
  /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\./,
  /\b(?:basic|bearer) [\w+/=.~-]{20,}/i,
  /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@]{0,200}:[^\s/@]{1,200}@/i,
];

/** Longer values are not searched: the kernel takes no longer ones. */
const MAX_LENGTH = 131_072;

/** Whether a variable looks like a credential, by its name or by its value. */
export function looksLikeCredential(name: string, value: string): boolean {
  return NAMES.test(name) || value.length > MAX_LENGTH || VALUES.some((form) => form.test(value));
}
