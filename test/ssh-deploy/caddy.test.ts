import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { engine } from "../../scripts/engines.ts";
import { Farm, startFarm } from "../../scripts/farm/farm.ts";
import { FleetScenario } from "./fleet-scenario.ts";

const program = engine("caddy");
const farm = program === undefined ? { missing: "Caddy" } : await startFarm({ hosts: 1 });
if (!(farm instanceof Farm)) process.stderr.write(`skipped: swaps behind Caddy: ${farm.missing}\n`);

const FRONT = 8080;
const ADMIN = "127.0.0.1:2019";
/** Of the two servers that take turns. */
const [BLUE, GREEN] = [9001, 9002];

/** Caddy as everybody has it before a service: all that is asked goes to one server. */
const CONFIGURATION = JSON.stringify({
  admin: { listen: ADMIN, config: { persist: false } },
  apps: {
    http: {
      servers: {
        front: {
          listen: [`:${FRONT}`],
          routes: [
            { handle: [{ "@id": "api", handler: "reverse_proxy", upstreams: [{ dial: `127.0.0.1:${BLUE}` }] }] },
          ],
        },
      },
    },
  },
});

/** Starts the service, which says its release, on port `$new`, and waits for its first answer. */
const START = `setsid "$CADDY" respond --listen 127.0.0.1:$new --body "$JESSY_RELEASE" </dev/null >/dev/null 2>&1 &
echo $! >pid-$new
until curl -fsS -o /dev/null http://127.0.0.1:$new/ 2>/dev/null; do sleep 0.05; done
echo $new >port
`;

/** The new server beside the old one, then Caddy's admin API, then the end of the old one, once it has answered what it was asked. */
const SWAP = `old=$(cat port 2>/dev/null || echo ${GREEN})
new=${BLUE}
if [ $old = ${BLUE} ]; then new=${GREEN}; fi
${START}curl -fsS -X PATCH -H 'content-type: application/json' -d '[{"dial":"127.0.0.1:'$new'"}]' http://${ADMIN}/id/api/upstreams
# What the old one was asked before is still on its way.
sleep 2
if [ -e pid-$old ]; then kill $(cat pid-$old); fi
`;

/** What most deployments do: the old one ends, the new one starts in its place. */
const RESTART = `new=${BLUE}
if [ -e pid-$new ]; then
  pid=$(cat pid-$new)
  kill $pid
  while kill -0 $pid 2>/dev/null; do sleep 0.05; done
fi
sleep 0.3
${START}`;

describe.skipIf(!(farm instanceof Farm))("a service behind Caddy", () => {
  const hosts = farm as Farm;
  let fleet: FleetScenario;
  let caddy = "";

  beforeEach(async () => {
    fleet = await FleetScenario.start(hosts);
    fleet.site("v1");
    // Hosts see this folder wherever the checkout is.
    caddy = join(hosts.programFolder, "caddy");
    copyFileSync(program!, caddy);
    const [host] = hosts.hosts;
    hosts.run(
      host!,
      `mkdir -p ${fleet.path} && printf '%s' '${CONFIGURATION}' >/tmp/front.json
      setsid ${caddy} run --config /tmp/front.json </dev/null >/tmp/front.log 2>&1 &`,
    );
    for (const end = Date.now() + 60_000; hosts.run(host!, `curl -fsS http://${ADMIN}/config/`).exitCode !== 0; ) {
      if (Date.now() > end) throw new Error(`Caddy did not start: ${hosts.run(host!, "cat /tmp/front.log").stdout}`);
      await sleep(50);
    }
  });

  afterEach(async () => {
    hosts.run(hosts.hosts[0]!, `for pid in $(pidof caddy); do kill -9 $pid; done`);
    await fleet.close();
  });

  afterAll(() => hosts.stop());

  /** The runner asks all through the switch, half a second before and after it as well. */
  const deploy = (script: string, release: string) =>
    fleet.deploy({
      mode: "command",
      source: "",
      env: `CADDY=${caddy}`,
      switch: script,
      rollback: script,
      serving: `curl -fsS http://127.0.0.1:${FRONT}/`,
      version: release,
      gates: `http://127.0.0.1:${FRONT}/ version=body`,
      "before-host": "sleep 0.5",
      "after-host": "sleep 0.5",
      "gate-deadline": "10s",
      "probe-url": `http://${hosts.hosts[0]!.address}:${FRONT}/`,
    });

  test("loses no request when its admin API switches from the old server to the new one", async () => {
    const first = await deploy(SWAP, "v1");
    expect(first, first.log).toMatchObject({ outcome: "success", states: "deployed" });
    for (const release of ["v2", "v3"]) {
      const swapped = await deploy(SWAP, release);
      expect(swapped, swapped.log).toMatchObject({ outcome: "success", states: "deployed", result: { release } });
      expect(swapped.result.downtime).toMatchObject({ lost: 0, milliseconds: 0 });
      expect(swapped.outputs.get("downtime-ms")).toBe("0");
      // Both servers were asked.
      expect(swapped.result.downtime!.requests).toBeGreaterThan(5);
    }
  });

  test("loses requests when it is restarted in its place, and the same measurement says so", async () => {
    const first = await deploy(RESTART, "v1");
    expect(first, first.log).toMatchObject({ outcome: "success", states: "deployed" });
    const restarted = await deploy(RESTART, "v2");
    expect(restarted, restarted.log).toMatchObject({
      outcome: "success",
      states: "deployed",
      result: { release: "v2" },
    });
    const { requests, lost, milliseconds } = restarted.result.downtime!;
    expect(lost).toBeGreaterThan(0);
    expect(requests).toBeGreaterThan(lost);
    expect(Number(restarted.outputs.get("downtime-ms"))).toBe(milliseconds);
    expect(restarted.summary).toMatch(/downtime|without an answer|lost/i);
  });
});
