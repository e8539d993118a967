import type { Tree } from "./read-tree.ts";

export interface RsyncPlaces {
  /** `ssh` arguments up to and including the host. */
  readonly ssh: readonly string[];
  readonly root: string;
  readonly path: string;
  readonly release: string;
  /** The release whose unchanged files are linked; empty: none. */
  readonly base: string;
}

/**
 * rsync(1) over the connection that is open. Files are told apart by content: a checkout gives every file a new time. Modes are
 * what a manifest says; names come by standard input, as they are.
 */
export function rsyncArguments({ ssh, root, path, release, base }: RsyncPlaces): readonly string[] {
  const host = ssh.at(-1)!;
  return [
    "--links",
    "--perms",
    "--chmod=Du=rwx,Dgo=rx,Fu=rwX,Fgo=rX",
    "--checksum",
    "--from0",
    "--files-from=-",
    "--protect-args",
    ...(base === "" ? [] : [`--link-dest=../../../releases/${base}`]),
    `--rsh=${["ssh", ...ssh.slice(0, -1)].map(word).join(" ")}`,
    "--",
    `${root}/`,
    `${host}:${path}/.jessy/incoming/${release}/`,
  ];
}

/** Everything of a tree by name: what `exclude` left out is not in it. */
export function rsyncInput({ files, folders, links }: Tree): Buffer {
  const names = [...folders, ...files.map(({ name }) => name), ...links.map(({ name }) => name)];
  return Buffer.from(names.map((name) => `${name}\0`).join(""), "latin1");
}

/** rsync splits `--rsh` at blanks outside of quotes; a quote within them is written twice. */
const word = (text: string): string => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "''")}'`);
