/** Every option that configuration, attributes or the working directory could choose otherwise. */
const FIXED = [
  "--no-color",
  "--no-ext-diff",
  "--no-textconv",
  "--no-relative",
  "--diff-algorithm=myers",
  "--indent-heuristic",
  "--submodule=short",
  "--src-prefix=a/",
  "--dst-prefix=b/",
  "-O/dev/null",
];

/**
 * For the changed lines of two commits: no context, renames detected, every file as text. Otherwise a pull request could
 * hide its lines with its own `.gitattributes`.
 */
export const PATCH_OPTIONS = [
  ...FIXED,
  "--patch",
  "--unified=0",
  "--inter-hunk-context=0",
  "--text",
  "--find-renames=50%",
  "--ignore-submodules=all",
];

/** For the paths that differ: a renamed file counts as two, a submodule by its commit. */
export const PATHS_OPTIONS = [...FIXED, "--name-only", "--no-renames", "-z", "--ignore-submodules=none"];

/** For the paths that differ, with those that were moved: each by its status. A submodule differs by its commit. */
export const CHANGES_OPTIONS = [...FIXED, "--name-status", "--find-renames=50%", "-z", "--ignore-submodules=none"];
