import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { Farm, startFarm } from "../../scripts/farm/farm.ts";
import { contentsBelow } from "../docker/stored-files.ts";
import { TOKENS } from "../scenario.ts";
import { FleetScenario } from "./fleet-scenario.ts";
import { findPlanted, shownBy, type Texts } from "./planted-secrets.ts";
import { ProcessWatch, type SeenProcess } from "./process-watch.ts";

const farm = await startFarm({ hosts: 2 });
if (!(farm instanceof Farm)) process.stderr.write(`skipped: secrets of deployments: ${farm.missing}\n`);

/** Nobody's; so long and odd that they stand nowhere by chance. */
const PASSPHRASE = "qT7-mVx2Lr9zKd0wYh4s";
const JUMP_PASSPHRASE = "bN3-eRu8Jc6pWq1aZf5t";
const API_TOKEN = "uK5-xHd1Sg7vMb3nQo9y";
const DATABASE_PASSWORD = "pL8-tGw4Ea2kCj6iRs0f";
const CERTIFICATE_KEY = ["wX9-oZv5Ui3yTn7hBm1g", "jF2-lQk8Dp4rSe6cAa0x"];

describe.skipIf(!(farm instanceof Farm))("secrets of a deployment", () => {
  const hosts = farm as Farm;
  let fleet: FleetScenario;
  let keys: { readonly user: string; readonly jump: string };

  beforeEach(async () => {
    fleet = await FleetScenario.start(hosts);
    fleet.site("v1");
    keys = { user: makeKey(PASSPHRASE), jump: makeKey(JUMP_PASSPHRASE) };
  });

  afterEach(() => fleet.close());

  afterAll(() => hosts.stop());

  /** A key behind a passphrase, which all hosts accept. */
  function makeKey(passphrase: string): string {
    const folder = mkdtempSync(join(tmpdir(), "jessy-key-"));
    try {
      execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-C", "planted", "-N", passphrase, "-f", join(folder, "key")]);
      const line = readFileSync(join(folder, "key.pub"), "utf8").trim();
      for (const host of hosts.hosts) hosts.run(host, `echo '${line}' >>/run/jessy/authorized_keys`);
      return readFileSync(join(folder, "key"), "utf8");
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  /** The second host is reached through the first one, with a key of its own. */
  const secretInputs = (): Record<string, string> => {
    const [first, second] = hosts.hosts;
    return {
      hosts: `root@${second!.address} name=${second!.name}`,
      jump: `root@${first!.address}`,
      "private-key": keys.user,
      passphrase: PASSPHRASE,
      "jump-key": keys.jump,
      "jump-passphrase": JUMP_PASSPHRASE,
      secrets: `API_TOKEN=${API_TOKEN}\nCERTIFICATE_KEY<<END\n${CERTIFICATE_KEY.join("\n")}\nEND\n`,
      env: `DATABASE_PASSWORD=${DATABASE_PASSWORD}`,
      environment: "production",
    };
  };

  /** What must stand nowhere, in every form that it could take. */
  const planted = (): Texts => {
    const body = (key: string) => key.split("\n").filter((line) => line.length > 30 && !line.startsWith("-"));
    return {
      "the private key": body(keys.user),
      "the jump key": body(keys.jump),
      "the passphrase": [PASSPHRASE],
      "the jump key's passphrase": [JUMP_PASSPHRASE],
      "a secret": [API_TOKEN],
      "a secret of several lines": CERTIFICATE_KEY,
      "a variable with a secret's name": [DATABASE_PASSWORD],
      "the token": [TOKENS.person],
    };
  };

  const found = (places: Texts) => findPlanted(planted(), places);

  const left = () => ({
    "the runner's temporary folder": contentsBelow(fleet.temporary),
    "the checkout": contentsBelow(fleet.inner.repository.folder),
    ...Object.fromEntries(
      hosts.hosts.map((host) => [
        `files of ${host.name}`,
        [hosts.run(host, `find ${fleet.path} /tmp /root /home -type f -exec cat {} +`).stdout],
      ]),
    ),
  });

  /** Folders of ssh's sockets, by the configuration in each. */
  const leftSockets = (): readonly string[] =>
    readdirSync("/tmp")
      .filter((name) => /^jessy-[0-9a-f]{12}$/.test(name))
      .filter((name) => contentsBelow(join("/tmp", name)).some((text) => text.includes(fleet.temporary)));

  /**
   * Environments are their user's alone. ssh's own, and that of what it starts, holds the passphrases: it asks for them by
   * a program, and whatever opens a connection anew needs them.
   */
  const readable = (processes: readonly SeenProcess[]) => {
    const isOfSsh = ({ environment }: SeenProcess) => environment.includes("SSH_ASKPASS=");
    const environments = (some: readonly SeenProcess[]) => some.map(({ environment }) => environment);
    const ofSsh = found({ "environments of ssh": environments(processes.filter(isOfSsh)) });
    return [
      ...found({ "command lines": processes.map(({ commandLine }) => commandLine) }),
      ...found({ environments: environments(processes.filter((one) => !isOfSsh(one))) }),
      ...ofSsh.filter((what) => !/passphrase in/.test(what)),
    ];
  };

  const DEBUG = { RUNNER_DEBUG: "1", ACTIONS_STEP_DEBUG: "true", ACTIONS_RUNNER_DEBUG: "true" };

  const deploy = (changes: Readonly<Record<string, string>>) =>
    fleet.deploy(
      { ...secretInputs(), ...changes },
      // Jobs of other tests, which run meanwhile, have the usual token.
      { token: TOKENS.person, env: { PATH: `${hosts.programFolder}:${process.env.PATH}`, ...DEBUG } },
    );

  test.each(["tar", "rsync"])(
    "stand in no process list, log, report or file while and after it runs, by %s",
    async (transfer) => {
      const [, host] = hosts.hosts;
      const marks = `/tmp/marks-${transfer}`;
      hosts.run(host!, `mkdir ${marks}`);
      const hash = createHash("sha256")
        .update(`${API_TOKEN} ${DATABASE_PASSWORD} ${CERTIFICATE_KEY.join("\n")}`)
        .digest("hex");
      const script = `printf '%s %s %s' "$API_TOKEN" "$DATABASE_PASSWORD" "$CERTIFICATE_KEY" | sha256sum >${marks}/hash
      echo "with $API_TOKEN and $DATABASE_PASSWORD"; echo "$CERTIFICATE_KEY"
      : >${marks}/reached; while ! test -e ${marks}/go; do sleep 0.1; done`;
      const watch = new ProcessWatch(fleet.inner.repository.folder);
      const running = deploy({ transfer, "before-host": script });
      for (
        const end = Date.now() + 60_000;
        hosts.run(host!, `test -e ${marks}/reached`).exitCode !== 0;
        await sleep(50)
      )
        if (Date.now() > end) throw new Error(`the script did not start: ${(await running).log}`);
      const onHosts = hosts.hosts.map((one) => hosts.processes(one).join("\n"));
      await sleep(500);
      const meanwhile = await watch.stop();
      hosts.run(host!, `: >${marks}/go`);
      const run = await running;
      expect(run, run.log).toMatchObject({ outcome: "success", states: "deployed" });
      // What is searched is there: the secrets arrived, the script stood still, programs were seen, the log is the long one.
      expect(hosts.run(host!, `cat ${marks}/hash`).stdout).toContain(hash);
      expect(onHosts[1]).toContain("sleep 0.1");
      expect(meanwhile.filter(({ program }) => program === "ssh").length).toBeGreaterThan(2);
      expect(meanwhile.some(({ environment }) => environment.includes("PATH="))).toBe(true);
      expect(run.log).toMatch(/with \*\*\* and \*\*\*/);
      expect(run.log).toContain("::debug::");
      const all = [keys.user, keys.jump, PASSPHRASE, JUMP_PASSPHRASE, API_TOKEN, ...CERTIFICATE_KEY, DATABASE_PASSWORD];
      expect(found({ control: [...all, TOKENS.person] })).toHaveLength(Object.keys(planted()).length);
      expect([
        ...readable(meanwhile),
        ...found({ "process lists of hosts": onHosts }),
        ...found(shownBy(run)),
        ...found(left()),
      ]).toEqual([]);
      expect(leftSockets()).toEqual([]);
    },
  );

  test.each([
    ["a switch", { activate: 'echo "$API_TOKEN $DATABASE_PASSWORD"; echo "$CERTIFICATE_KEY" >&2; exit 1' }],
    ["a hook", { "before-deploy": 'echo "$API_TOKEN $DATABASE_PASSWORD"; echo "$CERTIFICATE_KEY" >&2; exit 1' }],
    ["a gate", { gates: 'command echo "$API_TOKEN $DATABASE_PASSWORD"; echo "$CERTIFICATE_KEY" >&2; exit 1' }],
  ])("stand nowhere in a report that quotes what %s printed", async (_, inputs) => {
    const run = await deploy(inputs);
    expect(run, run.log).toMatchObject({ outcome: "failure" });
    expect([...found(shownBy(run)), ...found(left())]).toEqual([]);
    expect(leftSockets()).toEqual([]);
  });

  test.each([
    ["a wrong passphrase", { passphrase: `${PASSPHRASE}!` }],
    ["a key that is cut", { "private-key": "CUT" }],
    ["a line of `secrets` without a name", { secrets: `${API_TOKEN}\n` }],
  ])("stand nowhere when %s is refused", async (_, inputs) => {
    const cut = keys.user.split("\n").slice(0, 3).join("\n");
    const run = await deploy({ ...inputs, ...("private-key" in inputs && { "private-key": cut }) });
    expect(run.outcome).toBe("failure");
    expect([...found(shownBy(run)), ...found(left())]).toEqual([]);
    expect(leftSockets()).toEqual([]);
  });
});
