import { Registry } from "@jessy-actions/kit/registry/registry";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { dockerPrograms } from "../../scripts/docker/programs.ts";
import { Farm, type FarmHost, startFarm } from "../../scripts/farm/farm.ts";
import { FleetScenario } from "../ssh-deploy/fleet-scenario.ts";
import { pushService, type Service } from "./service-image.ts";

const farm = await startFarm({ hosts: 3, docker: true });
if (!(farm instanceof Farm)) process.stderr.write(`skipped: deployments of containers: ${farm.missing}\n`);
const quiet = { debug: () => undefined, info: () => undefined, mask: () => undefined };

describe.skipIf(!(farm instanceof Farm))("containers on a fleet", () => {
  const hosts = farm as Farm;
  let fleet: FleetScenario;
  let registry: Registry;

  beforeEach(async () => {
    fleet = await FleetScenario.start(hosts);
    registry = new Registry(hosts.registry!, {
      log: quiet,
      certificateFolders: [`${hosts.configFolder}/docker/certs.d`],
    });
    fleet.inner.repository.commit({
      "compose.yaml": "services:\n  api:\n    image: ${JESSY_IMAGE}\n    ports: ['8080:8080']\n",
    });
  });

  afterEach(async () => {
    for (const host of hosts.hosts) hosts.run(host, "docker ps -aq | xargs -r docker rm -f");
    await fleet.close();
  });

  afterAll(() => hosts.stop());

  const push = async (tag: string, service: Partial<Service> = {}) => {
    const { paths } = await dockerPrograms();
    return await pushService(registry, "acme/api", tag, { version: tag, ...service }, paths.busybox!);
  };

  const deploy = (tag: string, changes: Readonly<Record<string, string>>) =>
    fleet.deploy(
      {
        image: `${hosts.registry}/acme/api:${tag}`,
        source: "",
        gates: "http://127.0.0.1:8080/health contains=ok",
        "gate-deadline": "20s",
        ...changes,
      },
      { env: { PATH: `${hosts.programFolder}:${process.env.PATH}`, XDG_CONFIG_HOME: hosts.configFolder } },
    );

  const served = () =>
    hosts.hosts
      .map((host: FarmHost) =>
        hosts.run(host, "/run/jessy/ash -c 'wget -q -O - http://127.0.0.1:8080/version 2>/dev/null || echo -'"),
      )
      .map(({ stdout }) => stdout.trim())
      .join(" ");

  const MODES: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ["docker", { mode: "docker", container: "api", run: "--publish=8080:8080" }],
    ["compose", { mode: "compose" }],
  ];

  test.each(MODES)("%s: every host gets the digest, and an ill image goes back everywhere", async (_, inputs) => {
    const digest = await push("v1");
    const first = await deploy("v1", inputs);
    expect(first, first.log).toMatchObject({ outcome: "success", states: "deployed deployed deployed" });
    expect(served()).toBe("v1 v1 v1");
    expect(first.outputs.get("release")).toContain(digest);
    const again = await deploy("v1", inputs);
    expect(again, again.log).toMatchObject({ outcome: "success", states: "unchanged unchanged unchanged" });
    await push("v2", { healthy: false });
    const failed = await deploy("v2", { ...inputs, batches: "1", "gate-deadline": "3s" });
    expect(failed, failed.log).toMatchObject({ outcome: "failure", result: { outcome: "rolled-back" } });
    expect(served()).toBe("v1 v1 v1");
    expect(failed.result.hosts[0]!.failure!.log).toContain("version v2 listens");
    await push("v3");
    const healed = await deploy("v3", inputs);
    expect(healed, healed.log).toMatchObject({ outcome: "success", states: "deployed deployed deployed" });
    expect(served()).toBe("v3 v3 v3");
  });

  test("a tag that moves meanwhile changes nothing: a digest is deployed", async () => {
    const digest = await push("v1");
    const [, , last] = hosts.hosts;
    const inputs = { ...MODES[0]![1], "verify-image": "none", image: `${hosts.registry}/acme/api:v1@${digest}` };
    await push("v1", { version: "another" });
    const step = await deploy("v1", inputs);
    expect(step, step.log).toMatchObject({ outcome: "success" });
    expect(hosts.run(last!, "docker inspect --format '{{.Config.Image}}' api").stdout).toContain(digest);
    expect(served()).toBe("v1 v1 v1");
  });

  test("an image without the signature that is asked for touches no host", async () => {
    await push("v1");
    const key =
      "-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE2G2Y+2tabdTV5BcGiBIx0a9fAFwrkBbmLSGtks4L3qX6yYY0zufBnhC8Ur/iy55GhWP/9A/bY2LhC30M9+RYtw==\n-----END PUBLIC KEY-----";
    const step = await deploy("v1", { ...MODES[0]![1], "verify-image": "signature", "verify-key": key });
    expect(step.outcome).toBe("failure");
    expect(step.log).toContain("it has no signature");
    expect(served()).toBe("- - -");
  });
});
