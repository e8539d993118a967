import { describe, expect, test } from "vitest";
import { parseHosts, parseJumps } from "./parse-hosts.ts";
import { sshConfig, sshMachines } from "./ssh-config.ts";

const DEFAULTS = { user: "deploy", port: 22, jumps: [] };
const PATHS = {
  knownHosts: "/t/known hosts 100%",
  sockets: "/tmp/s",
  key: "/t/key",
  certificate: "/t/key-cert.pub",
  jumpKey: undefined,
  agent: undefined,
};
const OPTIONS = { connectTimeout: 2500, mayAsk: false };

/** The lines of one machine. */
function block(config: string, alias: string): readonly string[] {
  const [, text = ""] = config.split(`Host ${alias}\n`);
  return text.split("\n\n")[0]!.trim().split(/\n\s*/);
}

describe("the configuration of a run", () => {
  test("every way once, and each machine in a block of its own", () => {
    const jumps = parseJumps(["ops@bastion", "inner:23"], DEFAULTS);
    const machines = sshMachines(
      parseHosts(["a", "root@[::1]:2222", "c jump=ops@bastion", "d jump=none"], { ...DEFAULTS, jumps }),
    );
    expect(machines.jumps.map(({ alias, address, through }) => [alias, address, through])).toEqual([
      ["jump-1", "bastion", undefined],
      ["jump-2", "inner", "jump-1"],
    ]);
    expect(machines.hosts.map(({ alias, through }) => [alias, through])).toEqual([
      ["host-1", "jump-2"],
      ["host-2", "jump-2"],
      ["host-3", "jump-1"],
      ["host-4", undefined],
    ]);
    const config = sshConfig(machines, PATHS, OPTIONS);
    expect(block(config, "host-2")).toEqual([
      "HostName ::1",
      "Port 2222",
      "User root",
      'UserKnownHostsFile "/t/known hosts 100%%/host-2"',
      "ProxyJump jump-2",
      'IdentityFile "/t/key"',
      'CertificateFile "/t/key-cert.pub"',
    ]);
    expect(block(config, "host-4")).not.toContain("ProxyJump jump-2");
    expect(config).toContain("  ConnectTimeout 3\n");
    expect(config).toContain("  StrictHostKeyChecking yes\n");
    expect(config).toContain("  BatchMode yes\n");
  });

  test("a key of the jump hosts is theirs alone, and the certificate is not", () => {
    const machines = sshMachines(parseHosts(["a jump=b"], DEFAULTS));
    const config = sshConfig(machines, { ...PATHS, jumpKey: "/t/jump-key" }, { ...OPTIONS, mayAsk: true });
    expect(block(config, "jump-1").slice(-1)).toEqual(['IdentityFile "/t/jump-key"']);
    expect(block(config, "host-1")).toContain('IdentityFile "/t/key"');
    expect(config).toContain("  BatchMode no\n");
  });

  test("an agent alone", () => {
    const config = sshConfig(
      sshMachines(parseHosts(["a"], DEFAULTS)),
      { ...PATHS, key: undefined, certificate: undefined, agent: "/run/a" },
      OPTIONS,
    );
    expect(config).toContain('  IdentityAgent "/run/a"\n');
    expect(config).toContain("  IdentitiesOnly no\n");
    expect(block(config, "host-1")).toContain("IdentityFile none");
  });

  test.each(['/a"b', "/a\nb", "/a\\b", "/$" + "{HOME}"])(
    "a path that ssh would read otherwise is refused: %j",
    (agent) => {
      expect(() => sshConfig(sshMachines([]), { ...PATHS, agent }, OPTIONS)).toThrow("cannot hold the path");
    },
  );
});
