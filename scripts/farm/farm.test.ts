import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Farm, type FarmHost, startFarm } from "./farm.ts";
import { ACCOUNTS, type Account } from "./host-script.ts";

const started = await startFarm({ hosts: 2, sshd: { 2: ["MaxSessions 1"] }, disk: { 2: "size=64k" } });
if (!(started instanceof Farm)) process.stderr.write(`skipped: hosts to deploy to: ${started.missing}\n`);

describe.skipIf(!(started instanceof Farm))("hosts of our own", () => {
  const farm = started as Farm;
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "jessy-farm-"));
    writeFileSync(join(folder, "key"), farm.keys.user, { mode: 0o600 });
    writeFileSync(join(folder, "known_hosts"), farm.knownHosts);
  });

  afterAll(() => farm.stop());

  const ssh = ({ address }: FarmHost, account: Account, command: string) => {
    const options = ["BatchMode=yes", "ConnectTimeout=2", `UserKnownHostsFile=${join(folder, "known_hosts")}`];
    const args = ["-F", "none", "-i", join(folder, "key"), ...options.flatMap((one) => ["-o", one])];
    return spawnSync("ssh", [...args, `${account}@${address}`, command], { encoding: "utf8" });
  };

  test.each(["root", "deploy", "dash", "busybox"] as const)("%s gets a shell", (account) => {
    const [host] = farm.hosts;
    expect(ssh(host!, account, "id -un; hostname; echo $0").stdout.split("\n").slice(0, 2)).toEqual([account, "h1"]);
  });

  test("rsync starts on both sides", () => {
    expect(farm.run(farm.hosts[0]!, "rsync --version").stdout).toContain("protocol version");
    expect(spawnSync(join(farm.programFolder, "rsync"), ["--version"], { encoding: "utf8" }).status).toBe(0);
  });

  test("an account without a shell says so", () => {
    expect(ssh(farm.hosts[0]!, "nologin", "true")).toMatchObject({ status: 1 });
    expect(Object.keys(ACCOUNTS)).toContain("nologin");
  });

  test("what is written on one host is not on the other, nor here", () => {
    const [one, other] = farm.hosts;
    expect(farm.run(one!, "echo mine >/srv/file").exitCode).toBe(0);
    expect(farm.run(other!, "cat /srv/file").exitCode).toBe(1);
    expect(farm.run(other!, "head -c 100000 /dev/zero >/srv/large").stderr).toContain("No space left on device");
  });

  test("a cable that is pulled ends the way to a host, and not what runs there", () => {
    const [host] = farm.hosts;
    farm.run(host!, "sleep 1000 >/dev/null 2>&1 &");
    farm.cut(host!);
    expect(ssh(host!, "root", "true").status).toBe(255);
    expect(farm.processes(host!)).toContain("sleep 1000 ");
    farm.heal(host!);
    expect(ssh(host!, "root", "true").status).toBe(0);
  });

  test("a host can vanish", () => {
    const host = farm.hosts[1]!;
    farm.vanish(host);
    expect(() => farm.run(host, "true")).toThrow("h2 does not run");
    expect(ssh(host, "root", "true").status).toBe(255);
  });
});
