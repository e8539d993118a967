import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dockerPrograms } from "../../../scripts/docker/programs.ts";

/** A host's sh as scripts find it: bash in its POSIX mode, dash, or busybox with nothing but its own small programs. */
export interface TestShell {
  readonly name: "bash" | "dash" | "busybox";
  /** What sshd would start. */
  readonly login: string;
  /** Where `sh` is that shell. */
  readonly path: string;
}

/** The shells that this machine has. */
export async function testShells(): Promise<readonly TestShell[]> {
  const folder = mkdtempSync(join(tmpdir(), "jessy-shells-"));
  const { busybox } = (await dockerPrograms()).paths;
  const shells: TestShell[] = [];
  for (const name of ["bash", "dash"] as const) {
    const file = ["/bin", "/usr/bin"].map((place) => join(place, name)).find((path) => existsSync(path));
    if (file === undefined) continue;
    mkdirSync(join(folder, name));
    symlinkSync(file, join(folder, name, "sh"));
    shells.push({ name, login: file, path: `${join(folder, name)}:/usr/bin:/bin` });
  }
  if (busybox !== undefined) {
    const programs = join(folder, "busybox");
    mkdirSync(programs);
    for (const applet of execFileSync(busybox, ["--list"], { encoding: "utf8" }).trim().split("\n"))
      symlinkSync(busybox, join(programs, applet));
    shells.push({ name: "busybox", login: join(programs, "ash"), path: programs });
  }
  return shells;
}
