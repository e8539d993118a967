/** Why there is no connection, as ssh's own words say it. */
export interface SshDiagnosis {
  readonly cause:
    | "unreachable"
    | "refused"
    | "timeout"
    | "host-key-unknown"
    | "host-key-changed"
    | "host-key-revoked"
    | "authentication"
    | "jump"
    | "busy"
    | "protocol";
  /** A sentence, without a full stop. Untrusted: it may quote what the other side said. */
  readonly message: string;
}

type Rule = readonly [form: RegExp, cause: SshDiagnosis["cause"], message: (match: RegExpExecArray) => string];

/** In this order: what comes first explains what comes after it. Of OpenSSH 8.2 to 10. */
const RULES: readonly Rule[] = [
  [/REVOKED HOST KEY DETECTED/, "host-key-revoked", () => "it shows a host key that `host-keys` revokes"],
  [
    /REMOTE HOST IDENTIFICATION HAS CHANGED/,
    "host-key-changed",
    () => "it shows another host key than `host-keys` pins: it was set up anew, or something stands in between",
  ],
  [
    /No (\S+) host key is known for/,
    "host-key-unknown",
    ([, type]) => `it shows a host key of type ${type}, and \`host-keys\` pins none of that type`,
  ],
  [
    /(?:Certificate invalid|certificate.* (?:expired|not yet valid)|name is not a listed principal)[^\n]*/i,
    "host-key-changed",
    ([text]) => `the certificate of its host key is refused: ${text}`,
  ],
  [/Host key verification failed/, "host-key-unknown", () => "its host key could not be verified"],
  [/Could not resolve hostname [^\n]*?: ([^\n]+)/, "unreachable", ([, why]) => `its name leads to no address: ${why}`],
  [
    /no matching (host key type|key exchange method|cipher|MAC) found\.?(?: Their offer: ([^\n]*))?/i,
    "protocol",
    ([, what, offer]) => `it has no ${what} that this runner's OpenSSH accepts${offer ? `; it offers ${offer}` : ""}`,
  ],
  [
    /Connection timed out during banner exchange|banner exchange[^\n]*timed? ?out/i,
    "timeout",
    () => "something answers there, and does not speak SSH in time",
  ],
  [/connect to host [^\n]*: Connection refused/, "refused", () => "nothing listens on that port"],
  [
    /connect to host [^\n]*: (?:Connection timed out|Operation timed out)/,
    "timeout",
    () => "it did not answer in time",
  ],
  [/connect to host [^\n]*: ([^\n]+)/, "unreachable", ([, why]) => `it cannot be reached: ${why}`],
  [/(?:open failed|stdio forwarding failed)[^\n]*/, "jump", () => "the jump host could not reach it"],
  [
    /(?:kex_exchange_identification|ssh_exchange_identification|banner exchange): ([^\n]*)/,
    "busy",
    ([, why]) =>
      `it closed the connection before a word (${why}): too many connections at once, or an address that it does not let in`,
  ],
  [/incorrect passphrase supplied/, "authentication", () => "the passphrase does not open the key"],
  [/Load key "[^"]*": ([^\n]+)/, "authentication", ([, why]) => `the key cannot be used: ${why}`],
  [
    /Too many authentication failures/,
    "authentication",
    () => "it took too many keys from the agent; set the one key that it accepts",
  ],
  [/Permission denied \(([^)\n]*)\)/, "authentication", ([, methods = ""]) => deniedMessage(methods)],
  [/(?:account|password) (?:has )?expired[^\n]*/i, "authentication", ([text]) => text],
  [
    /Bad configuration option: ([^\n]+)|Bad key types|Unsupported option "([^"]+)"/,
    "protocol",
    ([text]) => `this runner's OpenSSH is too old: ${text}`,
  ],
  [
    /Connection (?:closed|reset) by [^\n]*/,
    "protocol",
    ([text]) => `it ended the connection while it was set up (${text})`,
  ],
  [/took longer than|timed? ?out/i, "timeout", () => "it did not answer in time"],
];

function deniedMessage(methods: string): string {
  if (/publickey/.test(methods))
    return "it does not accept the key for this user; is the public key in the user's `authorized_keys` there?";
  return `it takes no keys from this user, only ${methods.split(",").join(", ")}`;
}

/** @param stderr of ssh, in English. */
export function diagnose(stderr: string): SshDiagnosis {
  for (const [form, cause, message] of RULES) {
    const match = form.exec(stderr);
    if (match !== null) return { cause, message: message(match) };
  }
  const last = stderr.trim().split("\n").at(-1) ?? "";
  return { cause: "protocol", message: last === "" ? "ssh ended without a word" : `ssh says: ${last}` };
}
