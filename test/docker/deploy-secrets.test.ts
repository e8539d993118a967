import { setTimeout as sleep } from "node:timers/promises";
import { Registry } from "@jessy-actions/kit/registry/registry";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { dockerPrograms } from "../../scripts/docker/programs.ts";
import { Farm, startFarm } from "../../scripts/farm/farm.ts";
import { FleetScenario } from "../ssh-deploy/fleet-scenario.ts";
import { findPlanted, shownBy, type Texts } from "../ssh-deploy/planted-secrets.ts";
import { ProcessWatch } from "../ssh-deploy/process-watch.ts";
import { pushService } from "./service-image.ts";
import { contentsBelow } from "./stored-files.ts";

/** Nobody's; so long and odd that they stand nowhere by chance. */
const USER = { username: "jessy", password: "hV6-yRk2Tc9sXo4eWn7p" };
const PLANTED: Texts = {
  "the registry's password": [USER.password],
  "the registry's login": [`${USER.username}:${USER.password}`],
};

const farm = await startFarm({ hosts: 1, docker: true, registryUser: USER });
if (!(farm instanceof Farm)) process.stderr.write(`skipped: the registry's password: ${farm.missing}\n`);

describe.skipIf(!(farm instanceof Farm))("the password of a registry", () => {
  const hosts = farm as Farm;
  let fleet: FleetScenario;

  beforeEach(async () => {
    fleet = await FleetScenario.start(hosts);
    const { paths } = await dockerPrograms();
    const registry = new Registry(hosts.registry!, {
      credential: USER,
      log: { debug: () => undefined, info: () => undefined, mask: () => undefined },
      certificateFolders: [`${hosts.configFolder}/docker/certs.d`],
    });
    await pushService(registry, "acme/api", "v1", { version: "v1" }, paths.busybox!);
    fleet.inner.repository.commit({
      "compose.yaml": "services:\n  api:\n    image: ${JESSY_IMAGE}\n    ports: ['8080:8080']\n",
    });
  });

  afterEach(async () => {
    hosts.run(hosts.hosts[0]!, "docker ps -aq | xargs -r docker rm -f; docker image prune -af");
    await fleet.close();
  });

  afterAll(() => hosts.stop());

  test.each([
    ["docker", { mode: "docker", container: "api", run: "--publish=8080:8080" }],
    ["compose", { mode: "compose" }],
  ])("stands in no process list, log, report or file, in mode %s", async (mode, inputs) => {
    const [host] = hosts.hosts;
    const marks = `/tmp/marks-${mode}`;
    hosts.run(host!, `mkdir ${marks}`);
    const watch = new ProcessWatch(fleet.inner.repository.folder);
    const deploy = (changes: Readonly<Record<string, string>>) =>
      fleet.deploy(
        {
          ...inputs,
          ...changes,
          image: `${hosts.registry}/acme/api:v1`,
          source: "",
          "registry-username": USER.username,
          gates: "http://127.0.0.1:8080/health contains=ok",
          "gate-deadline": "20s",
          "before-host": `: >${marks}/reached; while ! test -e ${marks}/go; do sleep 0.1; done`,
        },
        {
          env: {
            PATH: `${hosts.programFolder}:${process.env.PATH}`,
            XDG_CONFIG_HOME: hosts.configFolder,
            RUNNER_DEBUG: "1",
          },
        },
      );
    // It is needed.
    const refused = await deploy({ "registry-password": `not-${USER.password}` });
    expect(refused, refused.log).toMatchObject({ outcome: "failure" });
    const running = deploy({ "registry-password": USER.password });
    for (const end = Date.now() + 60_000; hosts.run(host!, `test -e ${marks}/reached`).exitCode !== 0; await sleep(50))
      if (Date.now() > end) throw new Error(`the script did not start: ${(await running).log}`);
    const meanwhile = { "process list of the host": hosts.processes(host!), files: [filesOf()] };
    hosts.run(host!, `: >${marks}/go`);
    const run = await running;
    expect(run, run.log).toMatchObject({ outcome: "success", states: "deployed" });
    const processes = await watch.stop();
    expect(processes.some(({ commandLine }) => commandLine.includes("docker"))).toBe(true);
    expect(filesOf()).not.toBe("");
    const places: readonly Texts[] = [
      meanwhile,
      {
        "command lines": processes.map(({ commandLine }) => commandLine),
        environments: processes.map(({ environment }) => environment),
        "files of the host": [filesOf()],
        "the runner's temporary folder": contentsBelow(fleet.temporary),
        "the checkout": contentsBelow(fleet.inner.repository.folder),
      },
      shownBy(refused),
      shownBy(run),
    ];
    expect(places.flatMap((place) => findPlanted(PLANTED, place))).toEqual([]);
  });

  /** Of the deployment, and of Docker's user. */
  const filesOf = () => hosts.run(hosts.hosts[0]!, `find ${fleet.path} /root /home /tmp -type f -exec cat {} +`).stdout;
});
