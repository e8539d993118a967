/** A setting of git's; a key may occur several times. */
export type Setting = readonly [key: string, value: string];

/**
 * Settings that a clone must not choose for us: it may come from a fork, and earlier steps may have changed it. They go
 * by environment, which outranks every configuration file and never appears in a process list.
 */
export const SETTINGS: readonly Setting[] = [
  // The workspace of a container job belongs to another user (actions/checkout#766).
  ["safe.directory", "*"],
  // Programs.
  ["core.fsmonitor", "false"],
  ["core.hooksPath", "/dev/null"],
  ["core.alternateRefsCommand", ":"],
  ["protocol.ext.allow", "never"],
  // What answers look like.
  ["core.quotePath", "false"],
  ["core.bigFileThreshold", "512m"],
  ["core.abbrev", "auto"],
  ["diff.renameLimit", "5000"],
  // Which answers are right: a commit graph can be forged, and authors can be mapped to others.
  ["core.commitGraph", "false"],
  ["mailmap.file", "/dev/null"],
  ["mailmap.blob", ""],
  ["core.checkStat", "default"],
  ["core.trustctime", "true"],
  ["core.untrackedCache", "false"],
  // What a checkout writes.
  ["core.attributesFile", "/dev/null"],
  ["core.autocrlf", "false"],
  ["core.eol", "lf"],
  ["core.sparseCheckout", "false"],
  ["core.sparseCheckoutCone", "false"],
  ["core.protectHFS", "true"],
  ["core.protectNTFS", "true"],
  ["submodule.recurse", "false"],
  ...(process.platform === "win32" ? [] : [["core.symlinks", "true"] as const]),
  // What a fetch does beside fetching.
  ["fetch.prune", "false"],
  ["fetch.pruneTags", "false"],
  ["fetch.writeCommitGraph", "false"],
  ["gc.auto", "0"],
  ["maintenance.auto", "false"],
];

/** Settings as the environment of a process. */
export function settingsEnvironment(settings: readonly Setting[]): Record<string, string> {
  const environment: Record<string, string> = { GIT_CONFIG_COUNT: String(settings.length) };
  for (const [at, [key, value]] of settings.entries()) {
    environment[`GIT_CONFIG_KEY_${at}`] = key;
    environment[`GIT_CONFIG_VALUE_${at}`] = value;
  }
  return environment;
}
