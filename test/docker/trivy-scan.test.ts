import { execFileSync } from "node:child_process";
import { delimiter, dirname } from "node:path";
import { expect, test } from "vitest";
import { findNetwork, scanTarget } from "../../actions/trivy-scan/src/scanning/scan-target.ts";
import { folderOf, scanIo, scanningOf, targetOf } from "../../actions/trivy-scan/testing/scanning.ts";
import { dockerStack } from "../../scripts/docker-stack.ts";
import { engine as program } from "../../scripts/engines.ts";
import { trivyDatabase } from "../conformance/trivy-database.ts";

const { engine, registries } = await dockerStack();
const trivy = program("trivy");
const database = trivy === undefined ? undefined : trivyDatabase();

const CARGO_LOCK =
  '[[package]]\nname = "smallvec"\nversion = "1.6.0"\nsource = "registry+https://github.com/rust-lang/crates.io-index"\n';

test.skipIf(!engine || !registries || database === undefined)(
  "an image of two platforms, first of the engine that built it, then of its registry",
  async () => {
    const folder = folderOf({ Dockerfile: "FROM scratch\nCOPY Cargo.lock /app/\n", "Cargo.lock": CARGO_LOCK });
    const PATH = [dirname(engine!.docker), process.env.PATH].join(delimiter);
    const environment = { PATH, DOCKER_HOST: engine!.dockerHost, DOCKER_CONFIG: engine!.configFolder };
    const docker = (...args: string[]) =>
      execFileSync(engine!.docker, args, {
        cwd: folder,
        env: { ...process.env, ...environment },
        encoding: "utf8",
        stdio: "pipe",
      });
    const image = `${registries!.plain.host}/scanned/app:1`;
    docker("buildx", "build", "--platform", "linux/amd64,linux/arm64", "--tag", image, ".");
    const io = scanIo(folder, environment);
    const network = await findNetwork(io);
    const scan = () =>
      scanTarget(
        targetOf("image", image, "app"),
        folder,
        scanningOf(trivy!, { scanners: ["vuln"] }, { databaseFolder: database!, network }),
        io,
      );
    const found = {
      scan: {
        digest: docker("image", "inspect", "--format", "{{.Id}}", image).trim(),
        scanned: { "lang-pkgs": 2 },
        findings: [{ id: "CVE-2021-25900", place: { target: "app", file: "app/Cargo.lock" } }],
      },
    };
    expect(await scan()).toMatchObject(found);
    docker("push", "--quiet", image);
    docker("image", "rm", image);
    expect(await scan()).toMatchObject(found);
  },
);
