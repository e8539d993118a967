import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseHosts, parseJumps } from "@jessy-actions/deployment/hosts/parse-hosts";
import type { ActionIo, PhaseIo } from "@jessy-actions/kit/action/io";
import { sshFolder } from "@jessy-actions/kit/ssh/ssh-folder";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { Farm, type FarmHost, startFarm } from "../../../../scripts/farm/farm.ts";
import type { SshInputs } from "../inputs.ts";
import { leaveHosts, openRemote, remoteLeftBy, remoteOf } from "./open-remote.ts";

const started = await startFarm({
  hosts: 3,
  sshd: { 3: ["ForceCommand echo only-this"] },
});
if (!(started instanceof Farm)) process.stderr.write(`skipped: connections to hosts: ${started.missing}\n`);

const SECRET = "s3cr3t-passphrase-7f3a";

describe.skipIf(!(started instanceof Farm))("connections to hosts", () => {
  const farm = started as Farm;
  const [one, two, forced] = (started instanceof Farm ? started.hosts : []) as [FarmHost, FarmHost, FarmHost];
  const opened: ActionIo[] = [];

  afterEach(async () => {
    for (const io of opened.splice(0)) await leaveHosts(phaseOf(io), "");
  });
  afterAll(() => farm.stop());

  function ioIn(
    temporary = mkdtempSync(join(tmpdir(), "jessy 100% of $x ")),
  ): ActionIo & { readonly masked: string[] } {
    const masked: string[] = [];
    const log = { mask: (secret: string) => masked.push(secret), info: () => undefined };
    const io = { environment: { PATH: process.env.PATH, SECRET }, temporary, log, masked } as unknown as ActionIo & {
      readonly masked: string[];
    };
    opened.push(io);
    return io;
  }

  const phaseOf = (io: ActionIo) => ({ ...io, temporary: () => io.temporary }) as unknown as PhaseIo;

  const SSH: SshInputs = {
    privateKey: "",
    passphrase: "",
    certificate: "",
    agent: undefined,
    jumpKey: "",
    jumpPassphrase: "",
    hostKeys: "",
  };

  /** @param lines of `hosts`. */
  async function open(lines: readonly string[], ssh: Partial<SshInputs> = {}, jump: readonly string[] = []) {
    const jumps = parseJumps(jump, { user: "root", port: 22 });
    const hosts = parseHosts(lines, { user: "root", port: 22, jumps });
    const io = ioIn();
    const inputs = {
      hosts,
      ssh: { ...SSH, privateKey: farm.keys.user, hostKeys: farm.knownHosts, ...ssh },
      timeouts: { connect: 3000, script: 20_000, total: 60_000 },
    };
    const { remote, connections } = await openRemote(inputs, io, "run-1");
    const [host] = hosts;
    const [connection] = connections.values();
    return { io, remote, hosts, host: host!, connections, connection: connection! };
  }

  const script = (body: string, environment = {}, timeout = 20_000) => ({ title: "test", body, environment, timeout });
  const failure = async (...args: Parameters<typeof open>) => {
    const { connection } = await open(...args);
    return connection.state === "failed" ? connection : undefined;
  };
  const address = ({ address }: FarmHost) => address;

  describe("host keys", () => {
    test.each<[string, () => string]>([
      ["lines of known_hosts", () => farm.knownHosts],
      ["a fingerprint", () => one.fingerprint],
      ["a fingerprint of another type than ssh prefers", () => fingerprint(one.keys[1]!)],
      ["a fingerprint after the host", () => `${one.address} ${one.fingerprint}=`],
      ["a bare public key", () => one.keys[1]!],
      ["only the other type's line", () => `${one.address} ${one.keys[1]}`],
      ["a certificate authority", () => `@cert-authority 10.214.* ${farm.keys.authority}`],
      ["a hashed line", () => hashed(one)],
      ["revoked keys of others", () => `${farm.knownHosts}@revoked * ${publicKeyOf(farm.keys.stranger)}`],
    ])("%s", async (_, hostKeys) => {
      const { connection } = await open([address(one)], { hostKeys: hostKeys() });
      expect(connection).toEqual({ state: "connected", duration: expect.any(Number) });
    });

    test("nothing pinned: refused, with the line to paste", async () => {
      const failed = await failure([address(one)], { hostKeys: "" });
      expect(failed).toMatchObject({ cause: "host-key-unknown" });
      expect(failed!.message).toContain(one.fingerprint);
      expect(failed!.message.endsWith(`\`host-keys\`: \`${one.knownHost}\``)).toBe(true);
      expect((await failure([address(one)], { hostKeys: one.knownHost }))?.message).toBe(undefined);
    });

    test.each<[string, string, () => string]>([
      ["another host's key", "host-key-changed", () => `${one.address} ${two.keys[0]}`],
      ["another fingerprint", "host-key-changed", () => two.fingerprint],
      ["another authority", "host-key-unknown", () => `@cert-authority * ${publicKeyOf(farm.keys.stranger)}`],
      ["a revoked key", "host-key-revoked", () => `${farm.knownHosts}@revoked * ${one.keys[0]}`],
      ["another host alone", "host-key-unknown", () => two.knownHost],
    ])("%s: refused", async (_, cause, hostKeys) => {
      expect(await failure([address(one)], { hostKeys: hostKeys() })).toMatchObject({ cause });
    });
  });

  describe("ways", () => {
    test("through a jump host, whose key is pinned as well", async () => {
      const { connection, remote, host } = await open([address(one)], {}, [address(two)]);
      expect(connection).toMatchObject({ state: "connected" });
      expect(await remote.run(host, script("hostname"))).toMatchObject({ exitCode: 0, tail: "h1" });
    });

    test("through a jump host by fingerprints alone", async () => {
      const hostKeys = `${fingerprint(one.keys[1]!)}\n${two.fingerprint}`;
      expect(await failure([address(one)], { hostKeys }, [address(two)])).toBe(undefined);
    });

    test("through two", async () => {
      expect(await failure([address(one)], {}, [address(two), `deploy@${address(one)}`])).toBe(undefined);
    });

    test("a jump host that is not pinned is named", async () => {
      expect(await failure([address(one)], { hostKeys: one.knownHost }, [address(two)])).toMatchObject({
        cause: "jump",
        message: expect.stringContaining(`its jump host ${two.address}: \`host-keys\` pins no key`),
      });
    });

    test("a jump host has a key of its own", async () => {
      const keys = { privateKey: farm.keys.user, jumpKey: farm.keys.stranger };
      expect(await failure([address(one)], keys, [address(two)])).toMatchObject({ cause: "jump" });
      expect(
        await failure([address(one)], { privateKey: farm.keys.stranger, jumpKey: farm.keys.user }, [address(two)]),
      ).toMatchObject({
        cause: "authentication",
        message: expect.stringContaining("it does not accept the key for this user; is"),
      });
    });

    test("what has no sshd", async () => {
      const hostKeys = `* ${one.keys[0]}`;
      expect(await failure([`${address(one)}:2`], { hostKeys })).toMatchObject({ cause: "refused" });
      expect(await failure([one.address.replace(/\d+$/, "250")], { hostKeys })).toMatchObject({
        cause: expect.stringMatching(/timeout|unreachable/),
      });
      expect(await failure(["no-such-host.invalid"], { hostKeys })).toMatchObject({ cause: "unreachable" });
    });
  });

  describe("accounts", () => {
    test.each(["root", "deploy", "dash", "busybox"])("%s runs scripts", async (user) => {
      const { remote, host } = await open([`${user}@${address(one)}`]);
      const end = await remote.run(host, script('fact user "$(id -un)"; fact text "$TEXT"', { TEXT: "it's\n$(x)" }));
      expect(end).toMatchObject({ kind: "exited", exitCode: 0, facts: { user, text: "it's\n$(x)" } });
    });

    test("an account without a shell, a forced command, and a stranger's key each say so", async () => {
      expect(await failure([`nologin@${address(one)}`])).toMatchObject({
        cause: "no-shell",
        message: expect.stringContaining("This account is currently not available"),
      });
      expect(await failure([address(forced)])).toMatchObject({
        cause: "forced-command",
        message: expect.stringContaining("says: only-this"),
      });
      expect(await failure([address(one)], { privateKey: farm.keys.stranger })).toMatchObject({
        cause: "authentication",
      });
    });
  });

  describe("keys", () => {
    const locked = () => {
      const file = join(mkdtempSync(join(tmpdir(), "jessy-locked-")), "key");
      execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", SECRET, "-a", "1", "-f", file]);
      return execFileSync("cat", [file], { encoding: "utf8" });
    };

    test("a passphrase opens a key, and a wrong one is said before any host is asked", async () => {
      const privateKey = lockedCopy(farm.keys.user, SECRET);
      const { connection, io } = await open([address(one), address(two)], { privateKey, passphrase: SECRET });
      expect(connection.state).toBe("connected");
      expect(io.masked).toContain(SECRET);
      await expect(open([address(one)], { privateKey: locked(), passphrase: "wrong" })).rejects.toThrow(
        "input `passphrase` does not open `private-key`",
      );
    });

    test("certificates, and what is wrong with one", async () => {
      const certificate = farm.keys.userCertificate;
      expect(await failure([address(one)], { certificate })).toBe(undefined);
      await expect(open([address(one)], { certificate, privateKey: farm.keys.stranger })).rejects.toThrow(
        "input `certificate` is for another key than `private-key`",
      );
      await expect(open([`dash@${address(one)}`], { certificate })).rejects.toThrow(
        'is for "root", "deploy", and the user is "dash"',
      );
    });

    test("an agent", async () => {
      const folder = mkdtempSync("/tmp/jessy-agent-");
      const socket = join(folder, "a");
      const text = execFileSync("ssh-agent", ["-a", socket], { encoding: "utf8" });
      const pid = Number(/SSH_AGENT_PID=(\d+)/.exec(text)![1]);
      try {
        execFileSync("ssh-add", ["-q", "-"], {
          input: farm.keys.user,
          env: { ...process.env, SSH_AUTH_SOCK: socket },
          stdio: ["pipe", "ignore", "ignore"],
        });
        expect(await failure([address(one)], { privateKey: "", agent: socket })).toBe(undefined);
      } finally {
        process.kill(pid);
        rmSync(folder, { recursive: true, force: true });
      }
    });
  });

  describe("what is left", () => {
    test("keys are for their owner alone, and nothing stays after the end", async () => {
      const { io, remote } = await open([address(one)]);
      expect(remoteOf(io)).toBe(remote);
      const folder = sshFolder(io.temporary);
      for (const file of [folder.key, folder.config]) expect(statSync(file).mode & 0o777).toBe(0o600);
      for (const place of [folder.folder, folder.sockets]) expect(statSync(place).mode & 0o777).toBe(0o700);
      expect(readdirSync(folder.sockets)).toEqual(["config", "host-1"]);
      execFileSync("ssh", ["-O", "check", "-F", folder.config, "host-1"], { stdio: "ignore" });
      await leaveHosts(phaseOf(io), "");
      expect([existsSync(folder.folder), existsSync(folder.sockets)]).toEqual([false, false]);
      expect(execFileSync("ps", ["-eo", "args"], { encoding: "utf8" })).not.toContain(folder.sockets);
      await leaveHosts(phaseOf(io), "");
    });

    test("post goes by the connections that main left", async () => {
      const { io, host } = await open([address(one)]);
      const later = remoteLeftBy(phaseOf(io), "", "run-1");
      expect(await later.run(host, script("hostname"), { outlivesCancel: true })).toMatchObject({ tail: "h1" });
    });

    test("nothing secret in any process list", async () => {
      const privateKey = lockedCopy(farm.keys.user, SECRET);
      const { remote, host } = await open([address(one)], { privateKey, passphrase: SECRET });
      const running = remote.run(host, script(`sleep 0.6 # ${SECRET}`, { TOKEN: SECRET }));
      await wait(300);
      const there = farm.processes(one).join("\n");
      const here = execFileSync("ps", ["-eo", "args"], { encoding: "utf8" });
      expect(there).toContain("jessy-script run-1");
      expect(there + here).not.toContain(SECRET);
      expect(await running).toMatchObject({ kind: "exited", exitCode: 0 });
    });
  });

  describe("how scripts end", () => {
    test("at their limit the host ends the whole tree", async () => {
      const { remote, host } = await open([address(one)]);
      const end = await remote.run(host, script("echo begun; sleep 1000", {}, 500));
      expect(end).toMatchObject({ kind: "timeout", isEnded: true, tail: "begun" });
      expect(farm.processes(one).filter((line) => line.startsWith("sleep 1000"))).toEqual([]);
    });

    test("when the caller's time is over", async () => {
      const { remote, host } = await open([address(one)]);
      const end = await remote.run(host, script("sleep 1000"), { signal: AbortSignal.timeout(300) });
      expect(end).toMatchObject({ kind: "timeout", isEnded: true });
    });

    test("a process in the background keeps nobody waiting", async () => {
      const { remote, host } = await open([address(one)]);
      expect(await remote.run(host, script("sleep 5 & echo up"))).toMatchObject({
        kind: "exited",
        exitCode: 0,
        tail: "up",
      });
    });

    test("255 is the script's own", async () => {
      const { remote, host } = await open([address(one)]);
      expect(await remote.run(host, script("exit 255"))).toMatchObject({ kind: "exited", exitCode: 255 });
    });

    test("a connection that was lost is made anew", async () => {
      const { remote, host } = await open([address(one)]);
      await remote.close();
      expect(await remote.run(host, script("hostname"))).toMatchObject({ kind: "exited", exitCode: 0, tail: "h1" });
    });

    test("more scripts at once than a connection takes", async () => {
      const { remote, host } = await open([address(one)]);
      const ends = await Promise.all(Array.from({ length: 14 }, () => remote.run(host, script("sleep 0.3; echo ok"))));
      expect(ends.map(({ kind, tail }) => `${kind} ${tail}`)).toEqual(Array.from({ length: 14 }, () => "exited ok"));
    });

    test("a host that is cut off goes on; healed, the script is ended before the next one", async () => {
      const { remote, host } = await open([address(one)]);
      const running = remote.run(host, script("echo begun; sleep 1000", {}, 120_000));
      await expect.poll(() => farm.processes(one).some((line) => line.startsWith("sleep 1000"))).toBe(true);
      farm.cut(one);
      expect(await running).toMatchObject({ kind: "lost", tail: "begun" });
      expect(farm.processes(one).some((line) => line.startsWith("sleep 1000"))).toBe(true);
      farm.heal(one);
      const next = await remote.run(host, script("hostname"));
      expect(next).toMatchObject({ kind: "exited", exitCode: 0, tail: "h1" });
      expect(farm.processes(one).some((line) => line.startsWith("sleep 1000"))).toBe(false);
    });

    test("a host that vanishes", async () => {
      const { remote, host } = await open([address(two)]);
      const running = remote.run(host, script("echo begun; sleep 1000", {}, 120_000));
      await wait(300);
      farm.vanish(two);
      expect(await running).toMatchObject({ kind: "lost", tail: "begun" });
      expect(await remote.run(host, script("hostname"))).toMatchObject({ kind: "lost" });
    });
  });
});

function fingerprint(key: string): string {
  return execFileSync("ssh-keygen", ["-lf", "-"], { input: key, encoding: "utf8" }).split(" ")[1]!;
}

function inFile<T>(content: string, work: (file: string) => T): T {
  const file = join(mkdtempSync(join(tmpdir(), "jessy-key-")), "key");
  writeFileSync(file, content, { mode: 0o600 });
  return work(file);
}

function publicKeyOf(privateKey: string): string {
  return inFile(privateKey, (file) => execFileSync("ssh-keygen", ["-y", "-f", file], { encoding: "utf8" }).trim());
}

function lockedCopy(privateKey: string, passphrase: string): string {
  return inFile(privateKey, (file) => {
    execFileSync("ssh-keygen", ["-q", "-p", "-P", "", "-N", passphrase, "-a", "1", "-f", file]);
    return execFileSync("cat", [file], { encoding: "utf8" });
  });
}

function hashed({ knownHost }: FarmHost): string {
  return inFile(`${knownHost}\n`, (file) => {
    execFileSync("ssh-keygen", ["-q", "-H", "-f", file], { stdio: "ignore" });
    return execFileSync("cat", [file], { encoding: "utf8" });
  });
}
