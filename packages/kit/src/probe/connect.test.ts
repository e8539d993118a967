import { Socket } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { answered, failed, lookupOf, Servers } from "../../testing/probing.ts";
import { closedPort, ScriptedServer } from "../../testing/scripted-server.ts";

const servers = new Servers();

afterEach(async () => {
  vi.restoreAllMocks();
  await servers.close();
});

function resolveNames(names: Parameters<typeof lookupOf>[0]): void {
  vi.spyOn(process.getBuiltinModule("node:dns"), "lookup").mockImplementation(lookupOf(names) as never);
}

/** Addresses that take packets and answer none. @returns the connections to them. */
function silence(...addresses: readonly string[]): readonly Socket[] {
  const net = process.getBuiltinModule("node:net");
  const real = net.connect;
  const silent: Socket[] = [];
  vi.spyOn(net, "connect").mockImplementation(((options: { readonly host: string; readonly port: number }) => {
    if (!addresses.includes(options.host)) return real(options);
    silent.push(new Socket());
    return silent.at(-1)!;
  }) as never);
  return silent;
}

describe("the address", () => {
  test("is the pinned one; the name stays in Host", async () => {
    const server = await servers.start(ScriptedServer.http((response) => response.end(), { address: "127.0.2.2" }));
    const { address } = await answered(server.url("/", "app.example"), { address: "127.0.2.2" });
    expect([address, server.requests[0]?.headers.host]).toEqual(["127.0.2.2", `app.example:${server.port}`]);
  });

  test("is no name: that would be looked up unseen", async () => {
    const { failure, message } = await failed("http://app.test/", { address: "metadata.google.internal" });
    expect([failure, message]).toEqual(["name", "metadata.google.internal is not an IP address"]);
  });

  test("is the next one when the first refuses", async () => {
    const server = await servers.start(ScriptedServer.http((response) => response.end(), { address: "127.0.2.2" }));
    resolveNames({ "app.test": ["127.0.2.1", "127.0.2.2"] });
    expect((await answered(server.url("/", "app.test"))).address).toBe("127.0.2.2");
  });

  test("of both families: the other one when nothing listens by IPv6", async () => {
    const server = await servers.start(ScriptedServer.http((response) => response.end()));
    resolveNames({ localhost: ["::1", "127.0.0.1"] });
    expect((await answered(server.url("/", "localhost"))).address).toBe("127.0.0.1");
    expect((await failed(server.url("/", "localhost"), { family: 6 })).message).toBe(
      `connection refused by [::1]:${server.port}`,
    );
  });

  test("by IPv6 alone", async () => {
    const server = await servers.start(ScriptedServer.http((response) => response.end(), { address: "::1" }));
    expect((await answered(server.url())).address).toBe("::1");
  });

  test("that says nothing is overtaken by the next one, and closed", async () => {
    const server = await servers.start(ScriptedServer.http((response) => response.end(), { address: "127.0.2.2" }));
    resolveNames({ "app.test": ["127.0.2.1", "127.0.2.2"] });
    const silent = silence("127.0.2.1");
    expect((await answered(server.url("/", "app.test"))).address).toBe("127.0.2.2");
    expect(silent.map(({ destroyed }) => destroyed)).toEqual([true]);
  });

  test("is not tried any more when the time is over", async () => {
    resolveNames({ "app.test": ["127.0.2.1", "127.0.2.2"] });
    const silent = silence("127.0.2.1", "127.0.2.2");
    expect((await failed("http://app.test/", { timeout: 50 })).failure).toBe("timeout");
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(silent).toHaveLength(1);
  });

  test("of none that says anything: all of them are named", async () => {
    resolveNames({ "app.test": ["127.0.2.1", "127.0.2.2"] });
    const silent = silence("127.0.2.1", "127.0.2.2");
    const { failure, phase, message } = await failed("http://app.test/", { timeout: 400 });
    expect([failure, phase]).toEqual(["timeout", "connect"]);
    expect(message).toBe("no connection to 127.0.2.1:80 and 127.0.2.2:80 within 0.4 s");
    expect(silent.every(({ destroyed }) => destroyed)).toBe(true);
  });

  test("of none that answers: all of them are named", async () => {
    const port = await closedPort();
    resolveNames({ "app.test": ["127.0.2.1", "::1"] });
    const { failure, message } = await failed(`http://app.test:${port}/`);
    expect([failure, message]).toEqual([
      "refused",
      `connection refused by 127.0.2.1:${port}; connection refused by [::1]:${port}`,
    ]);
  });

  test.each([
    ["http://169.254.169.254/latest", "169.254.169.254 is a cloud's metadata service"],
    ["http://2852039166/", "169.254.169.254 is"],
    ["http://[::ffff:169.254.169.254]/", "::ffff:a9fe:a9fe is"],
    ["http://[2002:a9fe:a9fe::1]/", "2002:a9fe:a9fe::1 is"],
    ["http://[2001::4136:e378:8000:63bf:5601:5601]/", "2001:0:4136:e378:8000:63bf:5601:5601 is"],
    ["http://rebound.test/", "rebound.test leads to 169.254.169.254, which is"],
  ])("%s is refused", async (url, words) => {
    resolveNames({ "rebound.test": ["127.0.0.1", "169.254.169.254"] });
    const { failure, message } = await failed(url);
    expect([failure, message.replace("2001::4136", "2001:0:4136").startsWith(words)]).toEqual([
      "forbidden-address",
      true,
    ]);
  });

  test("of a metadata service may be pinned neither, unless it is allowed", async () => {
    expect((await failed("http://app.test/", { address: "169.254.169.254" })).failure).toBe("forbidden-address");
    // Link-local without a zone: no network takes it.
    const allowed = await failed("http://app.test/", { address: "fe80::1", allowsMetadata: true, timeout: 50 });
    expect(allowed.failure).not.toBe("forbidden-address");
    expect((await failed("http://app.test/", { address: "fe80::1" })).failure).toBe("forbidden-address");
  });
});
