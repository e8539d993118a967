import { createHash } from "node:crypto";
import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "@jessy-actions/reading/user-error";
import { writePrivateFile } from "../runner/file-content.ts";

/** Where ssh finds everything of a run. Paths alone: nothing may be there yet. */
export interface SshFolder {
  readonly folder: string;
  /** Beside the sockets: ssh gives its path to a shell on the way to a jump host, after it has expanded each "%" in it. */
  readonly config: string;
  readonly key: string;
  readonly jumpKey: string;
  readonly certificate: string;
  /** A folder with a file for each machine. */
  readonly knownHosts: string;
  readonly askpass: string;
  /** The askpass leaves a folder that begins so for each program that it has answered. */
  readonly asked: string;
  /** A folder of its own: the path of a socket may have 107 bytes, and folders of runners can be longer. */
  readonly sockets: string;
}

/** @param temporary of a gate, absolute: what follows from it is found again by `post`. */
export function sshFolder(temporary: string): SshFolder {
  const folder = join(temporary, "ssh");
  const hash = createHash("sha256").update(folder).digest("hex").slice(0, 12);
  const sockets = `/tmp/jessy-${hash}`;
  return {
    folder,
    config: join(sockets, "config"),
    key: join(folder, "key"),
    jumpKey: join(folder, "jump-key"),
    certificate: join(folder, "key-cert.pub"),
    knownHosts: join(folder, "known-hosts"),
    askpass: join(folder, "askpass"),
    asked: join(folder, "asked"),
    sockets,
  };
}

/**
 * Makes both folders anew. Everybody may write to /tmp, and the name can be guessed: a folder that another user made
 * first is refused.
 *
 * @throws UserError
 */
export function makeSshFolder({ folder, knownHosts, sockets, askpass }: SshFolder): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(knownHosts, { recursive: true, mode: 0o700 });
  const there = lstatSync(sockets, { throwIfNoEntry: false });
  if (there !== undefined && !(there.isDirectory() && there.uid === process.getuid?.()))
    throw new UserError(`${sockets} belongs to another user of this runner, and ssh's connections need it; remove it`);
  rmSync(sockets, { recursive: true, force: true });
  mkdirSync(sockets, { mode: 0o700 });
  writePrivateFile(askpass, ASKPASS);
  chmodSync(askpass, 0o700);
}

/** Aliases of machines that a connection was opened to. */
export function openSockets({ sockets }: SshFolder): readonly string[] {
  return existsSync(sockets) ? readdirSync(sockets).filter((name) => /^(?:host|jump)-\d+$/.test(name)) : [];
}

/** Keys and all. What is not there is no fault. */
export function wipeSshFolder({ folder, sockets }: SshFolder): void {
  rmSync(folder, { recursive: true, force: true });
  if (lstatSync(sockets, { throwIfNoEntry: false })?.isDirectory() === true)
    rmSync(sockets, { recursive: true, force: true });
}

/**
 * Answers ssh's question for a passphrase. A wrong one would be asked for again for ever, so every program gets one answer. The
 * passphrases come by the environment: they are in no file and in no argument.
 */
const ASKPASS = `#!/bin/sh
case "\${JESSY_ASKING:+/$JESSY_ASKING'}$1" in
  *"/jump-key'"*) name=jump-key passphrase=$JESSY_JUMP_PASSPHRASE ;;
  *"/key'"*) name=key passphrase=$JESSY_PASSPHRASE ;;
  *) exit 1 ;;
esac
mkdir "$JESSY_ASKED-$PPID-$name" 2>/dev/null || exit 1
printf '%s\\n' "$passphrase"
`;
