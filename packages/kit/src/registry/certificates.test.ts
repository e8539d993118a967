import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { FakeRegistry, type FakeRegistryOptions } from "../../testing/fake-registry.ts";
import { AUTHORITY, CLIENT, SERVER } from "../../testing/tls-certificates.ts";
import { certificateFolders, readHostCertificates } from "./certificates.ts";
import { Registry } from "./registry.ts";

let folder: string;
const registries: FakeRegistry[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "certificates-"));
  // These names are of no machine; registries of this machine may have any certificate.
  const dns = process.getBuiltinModule("node:dns");
  vi.spyOn(dns, "lookup").mockImplementation(((
    _name: string,
    options: { all?: boolean },
    done: (...args: unknown[]) => void,
  ) =>
    options.all === true ? done(null, [{ address: "127.0.0.1", family: 4 }]) : done(null, "127.0.0.1", 4)) as never);
});

afterEach(async () => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
  for (const registry of registries.splice(0)) await registry.close();
});

/** A registry with a certificate of the private authority, and what Docker's folder holds for it. */
async function start(files: Readonly<Record<string, string>>, options: FakeRegistryOptions = {}) {
  const fake = await FakeRegistry.start({ tls: SERVER, ...options });
  registries.push(fake);
  const host = fake.host.replace("127.0.0.1", "registry.test");
  write(host, files);
  const said: string[] = [];
  const log = { debug: () => undefined, info: (line: string) => said.push(line), mask: () => undefined };
  const sleep = async () => undefined;
  return {
    host,
    said,
    registry: new Registry(host, { credential: undefined, log, sleep, certificateFolders: [folder] }),
  };
}

function write(host: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(join(folder, host));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, host, name), content);
}

describe("a registry with a private authority", () => {
  test("is trusted by the folder that Docker reads", async () => {
    const { registry, said } = await start({ "ca.crt": AUTHORITY, "README.txt": "x" });
    await registry.ping();
    expect(await registry.listTags("acme/app")).toEqual([]);
    expect(said).toEqual([]);
  });

  test("is refused without, once, with both remedies", async () => {
    const { registry, host, said } = await start({});
    await expect(registry.ping()).rejects.toThrow(
      `reach ${host}: no authority that this machine knows has signed its certificate (UNABLE_TO_VERIFY_LEAF_SIGNATURE); put the authority's certificate into /etc/docker/certs.d/${host}/ca.crt, or its path into the variable NODE_EXTRA_CA_CERTS of the step`,
    );
    expect(said).toEqual([]);
  });

  test("gives tokens elsewhere, by the same authority", async () => {
    const login = { scheme: "bearer", username: "u", password: "p", isPublic: true } as const;
    const tokens = await FakeRegistry.start({ tls: SERVER, login });
    registries.push(tokens);
    const realm = `https://${tokens.host.replace("127.0.0.1", "tokens.test")}/token`;
    const { registry } = await start({ "ca.crt": AUTHORITY }, { login: { ...login, realm } });
    await expect(registry.ping()).rejects.toThrow(/no credentials for .* are known/);
    expect(tokens.traffic).not.toEqual([]);
  });

  test("may ask for a client's certificate", async () => {
    const tls = { ...SERVER, ca: AUTHORITY };
    const files = { "ca.crt": AUTHORITY, "client.cert": CLIENT.cert, "client.key": CLIENT.key };
    await (await start(files, { tls })).registry.ping();
    const { registry, host } = await start({ "ca.crt": AUTHORITY }, { tls });
    await expect(registry.ping()).rejects.toThrow(
      `it asks for a client's certificate (ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED); put one into /etc/docker/certs.d/${host}/client.cert, and its key into client.key`,
    );
  });
});

describe("the folder of a registry", () => {
  test.each<[string, Readonly<Record<string, string>>, ReturnType<typeof readHostCertificates>, readonly RegExp[]]>([
    ["none", {}, { ca: [], client: undefined }, []],
    ["several authorities", { "b.crt": "B", "a.crt": "A" }, { ca: ["A", "B"], client: undefined }, []],
    [
      "a client",
      { "x.cert": "C", "x.key": "K", "ca.crt": "A", "other.key": "O" },
      { ca: ["A"], client: { cert: "C", key: "K" } },
      [],
    ],
    [
      "a client without its key",
      { "x.cert": "C" },
      { ca: [], client: undefined },
      [/x\.key is not used: .*ENOENT|no such file/],
    ],
  ])("%s", (_, files, certificates, lines) => {
    write("a.b:5000", files);
    const said: string[] = [];
    expect(readHostCertificates("a.b:5000", ["/nowhere", folder], (line) => said.push(line))).toEqual(certificates);
    expect(said).toHaveLength(lines.length);
    for (const [at, line] of lines.entries()) expect(said[at]).toMatch(line);
  });

  test("is the daemon's, or that of a daemon without root", () => {
    expect(certificateFolders({})).toEqual(["/etc/docker/certs.d"]);
    expect(certificateFolders({ HOME: "/h" })).toEqual(["/etc/docker/certs.d", "/h/.config/docker/certs.d"]);
    expect(certificateFolders({ HOME: "/h", XDG_CONFIG_HOME: "/c" })[1]).toBe("/c/docker/certs.d");
  });
});
