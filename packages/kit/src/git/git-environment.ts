import { pickEnvironment } from "../process/environment.ts";
import type { ProcessOptions } from "../process/process.ts";

type Variables = ProcessOptions["environment"];

const NONE = /^$/;

/** The way to a remote: agents that hold keys, and certificates of a company's own. Nothing here names a program. */
const WAY_TO_A_REMOTE = /^(?:SSH_(?:AUTH_SOCK|AGENT_PID)|GIT_SSL_(?:CAINFO|CAPATH|CERT|KEY))$/;

/**
 * What every git of ours gets beside the machine's own variables. No `GIT_*` is inherited: such variables lead git to
 * another repository (`GIT_DIR`), change answers (`GIT_EXTERNAL_DIFF`), run programs (`GIT_SSH_COMMAND`) or write files
 * (`GIT_TRACE`).
 */
const OURS: Variables = {
  LC_ALL: "C",
  // Earlier steps write to the user's configuration. What counts comes from `settings.ts`.
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_ATTR_NOSYSTEM: "1",
  // Replace refs and grafts make git show other parents and contents than a commit has.
  GIT_NO_REPLACE_OBJECTS: "1",
  GIT_GRAFT_FILE: "/dev/null",
  GIT_LITERAL_PATHSPECS: "0",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_TERMINAL_PROMPT: "0",
  // An empty one also outranks `core.askPass`, which names a program.
  GIT_ASKPASS: "",
  GIT_PAGER: "cat",
};

/** For questions about the clone: no credentials, no way to the network. */
export function localEnvironment(environment: Variables): Variables {
  return {
    ...pickEnvironment(environment, NONE),
    ...OURS,
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_NO_LAZY_FETCH: "1",
    // Git before 2.44 does not know the variable above, but no git uses a protocol that is not allowed.
    GIT_ALLOW_PROTOCOL: "none",
  };
}

/**
 * For talking to a remote. The machine's configuration (`/etc/gitconfig`) counts, where administrators set proxies and
 * certificates.
 *
 * @param protocol the only one that git may use.
 */
export function remoteEnvironment(environment: Variables, protocol: string): Variables {
  return {
    ...pickEnvironment(environment, WAY_TO_A_REMOTE),
    ...OURS,
    GIT_ALLOW_PROTOCOL: protocol,
    // Outranks `core.sshCommand`.
    GIT_SSH_COMMAND: "ssh",
    GIT_SSH_VARIANT: "ssh",
  };
}
