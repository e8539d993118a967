import { afterEach, describe, expect, test } from "vitest";
import { answered, failed, Servers } from "../../testing/probing.ts";
import { ScriptedServer } from "../../testing/scripted-server.ts";
import { SERVICE, SERVICE_AUTHORITY } from "../../testing/service-certificates.ts";

const servers = new Servers();

afterEach(() => servers.close());

describe("a certificate", () => {
  const certificateAuthority = SERVICE_AUTHORITY;

  test("that is valid gives its facts", async () => {
    const server = await servers.start(ScriptedServer.http((response) => response.end(), { tls: SERVICE.valid }));
    const { certificate, timing } = await answered(server.secureUrl(), { certificateAuthority });
    expect(certificate).toEqual({
      subject: "service.test",
      issuer: "jessy service authority",
      notAfter: Date.UTC(2120, 0, 1),
    });
    expect(timing.tls).toBeGreaterThanOrEqual(timing.connect!);
  });

  test("is the name's, by a pinned address", async () => {
    const names: unknown[] = [];
    const tls = {
      ...SERVICE.valid,
      SNICallback: (name: string, done: (error: null) => void) => {
        names.push(name);
        done(null);
      },
    };
    const server = await servers.start(ScriptedServer.http((response) => response.end(), { tls }));
    for (const name of ["service.test", "service.test."])
      await answered(server.secureUrl("/", name), { certificateAuthority, address: "127.0.0.1" });
    expect(names).toEqual(["service.test", "service.test"]);
  });

  test.each<[keyof typeof SERVICE, string, string]>([
    ["expired", "certificate", "the certificate of service.test expired on 2021-03-04"],
    [
      "notYet",
      "certificate-not-yet-valid",
      "the certificate of service.test is not valid before 2110-01-01; is the clock right?",
    ],
    ["otherName", "certificate", "the certificate is for other.test, *.other.test, not for service.test"],
    [
      "selfSigned",
      "certificate",
      "no authority that this machine trusts has signed the certificate of service.test (DEPTH_ZERO_SELF_SIGNED_CERT)",
    ],
  ])("%s", async (kind, failure, message) => {
    const server = await servers.start(ScriptedServer.http((response) => response.end(), { tls: SERVICE[kind] }));
    const outcome = await failed(server.secureUrl("/", "service.test"), { certificateAuthority, address: "127.0.0.1" });
    expect(outcome).toMatchObject({ failure, message, phase: "tls", address: "127.0.0.1" });
    expect(server.requests).toEqual([]);
  });

  test("of an unknown authority", async () => {
    const server = await servers.start(ScriptedServer.http((response) => response.end(), { tls: SERVICE.valid }));
    expect((await failed(server.secureUrl())).message).toMatch(/^no authority that this machine trusts .*\(UNABLE_TO_/);
  });

  test("of an authority that is not PEM is no failure of the service's", async () => {
    const server = await servers.start(ScriptedServer.http((response) => response.end(), { tls: SERVICE.valid }));
    expect((await failed(server.secureUrl(), { certificateAuthority: "nonsense" })).kind).toBe("failure");
  });

  test("that never comes: TLS to a server of plain HTTP, and of old TLS", async () => {
    const plain = await servers.start(ScriptedServer.http((response) => response.end()));
    expect(await failed(plain.secureUrl())).toMatchObject({
      failure: "tls",
      message: expect.stringContaining("does not speak TLS"),
    });
    const tls = { ...SERVICE.valid, minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "ALL:@SECLEVEL=0" } as const;
    const old = await servers.start(ScriptedServer.http((response) => response.end(), { tls }));
    expect(await failed(old.secureUrl())).toMatchObject({
      failure: "tls",
      message: expect.stringContaining("in common with us"),
    });
    const closing = await servers.start(ScriptedServer.bytes(""));
    expect(await failed(closing.secureUrl())).toMatchObject({ failure: "reset", phase: "tls" });
  });
});
