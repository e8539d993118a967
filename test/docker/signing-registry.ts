import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Descriptor, descriptorOf } from "@jessy-actions/images/oci/descriptor";
import { OCI_CONFIG, OCI_INDEX, OCI_MANIFEST } from "@jessy-actions/images/oci/media-types";

interface Blob {
  readonly descriptor: Descriptor;
  readonly bytes: Uint8Array;
}

const START_ATTEMPTS = 300;

/** A registry on loopback, with as much of a client as signatures need. */
export class SigningRegistry {
  readonly host: string;
  readonly #child: ChildProcess;

  private constructor(host: string, child: ChildProcess) {
    this.host = host;
    this.#child = child;
  }

  static async start(program: string, folder: string): Promise<SigningRegistry> {
    const host = `127.0.0.1:${await freePort()}`;
    const config = join(folder, "registry.yml");
    writeFileSync(
      config,
      `version: 0.1\nlog: {level: error}\nstorage: {filesystem: {rootdirectory: ${join(folder, "blobs")}}}\nhttp: {addr: "${host}"}\n`,
    );
    const registry = new SigningRegistry(host, spawn(program, ["serve", config], { stdio: "ignore" }));
    for (let attempt = 0; attempt < START_ATTEMPTS; attempt++) {
      if (
        await fetch(`http://${host}/v2/`).then(
          ({ ok }) => ok,
          () => false,
        )
      )
        return registry;
      await sleep(100);
    }
    await registry.stop();
    throw new Error(`${program} does not answer`);
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const ended = once(this.#child, "exit");
    this.#child.kill("SIGKILL");
    await ended;
  }

  /** An image of one platform that no other repository has. @returns its descriptor */
  async pushImage(repository: string): Promise<Descriptor> {
    const config = Buffer.from(
      JSON.stringify({
        architecture: "amd64",
        os: "linux",
        config: { Labels: { repository } },
        rootfs: { type: "layers", diff_ids: [] },
      }),
    );
    const descriptor = descriptorOf(OCI_CONFIG, config);
    await this.pushBlob(repository, { descriptor, bytes: config });
    const manifest = Buffer.from(
      JSON.stringify({ schemaVersion: 2, mediaType: OCI_MANIFEST, config: descriptor, layers: [] }),
    );
    await this.pushManifest(repository, "latest", OCI_MANIFEST, manifest);
    return descriptorOf(OCI_MANIFEST, manifest);
  }

  async pushBlob(repository: string, { descriptor, bytes }: Blob): Promise<void> {
    const upload = await fetch(`http://${this.host}/v2/${repository}/blobs/uploads/`, { method: "POST" });
    const target = new URL(upload.headers.get("location")!);
    target.searchParams.set("digest", descriptor.digest);
    await expectOk(await fetch(target, { method: "PUT", body: Buffer.from(bytes) }));
  }

  async pushManifest(repository: string, reference: string, mediaType: string, bytes: Uint8Array): Promise<void> {
    const target = `http://${this.host}/v2/${repository}/manifests/${reference}`;
    await expectOk(
      await fetch(target, { method: "PUT", body: Buffer.from(bytes), headers: { "content-type": mediaType } }),
    );
  }

  /** Undefined when there is none. */
  async manifest(repository: string, reference: string): Promise<Buffer | undefined> {
    const headers = { accept: `${OCI_MANIFEST}, ${OCI_INDEX}` };
    const response = await fetch(`http://${this.host}/v2/${repository}/manifests/${reference}`, { headers });
    if (response.status === 404) return undefined;
    await expectOk(response.clone());
    return Buffer.from(await response.arrayBuffer());
  }

  async blob(repository: string, { digest }: Pick<Descriptor, "digest">): Promise<Buffer> {
    const response = await fetch(`http://${this.host}/v2/${repository}/blobs/${digest}`);
    return Buffer.from(await response.arrayBuffer());
  }
}

async function expectOk(response: Response): Promise<void> {
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${await response.text()}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}
