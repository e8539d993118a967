import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Host } from "@jessy-actions/deployment/hosts/host";
import type { Shell } from "../../../packages/deployment/testing/shells.ts";
import type { Remote } from "../src/connecting/remote.ts";

/** A folder that plays a host: an `ssh` of our own runs commands there, by the login shell and with the programs of `shell`. */
export interface FolderHost {
  readonly host: Host;
  readonly remote: Remote;
  /** With that `ssh` first on its PATH. */
  readonly environment: Readonly<Record<string, string>>;
  /** The user's home there. */
  readonly home: string;
}

/** @param programs folder of programs that the host finds before its own */
export function folderHost(folder: string, { command, searchPath }: Shell, programs?: string): FolderHost {
  const home = join(folder, "home");
  const bin = join(folder, "bin");
  for (const each of [home, bin]) mkdirSync(each, { recursive: true });
  const there = programs === undefined ? searchPath : `${programs}:${searchPath}`;
  // Like ssh: words after the host are joined by blanks, and its login shell reads them. One that is noisy.
  const ssh = `#!/bin/sh
until [ "$1" = host-1 ]; do shift; done
shift
cd '${home}' || exit 255
echo "Welcome to host-1"
exec env -i HOME='${home}' PATH='${there}' ${command.join(" ")} -c "$*"
`;
  writeFileSync(
    join(bin, "ssh"),
    ssh.replace('echo "Welcome to host-1"', 'case $* in *--server*) ;; *) echo "Welcome" ;; esac'),
    { mode: 0o755 },
  );
  const host = { name: "one", alias: "host-1", address: "192.0.2.1", port: 22, user: "deploy", jumps: [] };
  return {
    host,
    home,
    environment: { PATH: `${bin}:${process.env.PATH}` },
    remote: {
      run: async () => {
        throw new Error("a transfer runs no script");
      },
      arguments: () => ["-F", join(folder, "a config"), "--", "host-1"],
      close: async () => undefined,
    },
  };
}
