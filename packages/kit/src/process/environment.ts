import type { ProcessOptions } from "./process.ts";

/** What any program may need of the machine: where things are, its language, and the way to the network. */
export const OF_THE_MACHINE = new RegExp(
  `^(?:${[
    "PATH|HOME|USER|LOGNAME|SHELL|TERM|TMPDIR|TMP|TEMP|XDG_[A-Z_]+",
    "LANG|LANGUAGE|LC_[A-Z]+|TZ",
    "SSL_CERT_(?:FILE|DIR)|(?:https?|all|no)_proxy",
    "SystemRoot|ComSpec|PATHEXT|APPDATA|LOCALAPPDATA|USERPROFILE",
  ].join("|")})$`,
  "i",
);

/**
 * An environment by allow-list: what any program may need, and what `pattern` names. Nothing of the runner's is in it:
 * inputs, state, tokens and the paths of its command files stay with us.
 *
 * @param pattern matches whole names.
 */
export function pickEnvironment(
  environment: ProcessOptions["environment"],
  pattern: RegExp,
): ProcessOptions["environment"] {
  const isAllowed = (name: string) => OF_THE_MACHINE.test(name) || pattern.test(name);
  return Object.fromEntries(Object.entries(environment).filter(([name]) => isAllowed(name)));
}
