import { connect } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { answered, failed, Servers } from "../../testing/probing.ts";
import { closedPort, ScriptedServer } from "../../testing/scripted-server.ts";
import { SERVICE, SERVICE_AUTHORITY } from "../../testing/service-certificates.ts";

const servers = new Servers();

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await servers.close();
});

describe("behind a proxy", () => {
  const startProxy = () =>
    servers.start(ScriptedServer.http((response, { path }) => response.end(`by proxy: ${path}`)));

  test("the proxy is asked for a name, and told its credentials", async () => {
    const proxy = await startProxy();
    vi.stubEnv("http_proxy", proxy.url("", "me:pw@127.0.0.1"));
    vi.stubEnv("no_proxy", "");
    const { body, address } = await answered("http://u:p@app.invalid:81/path?x=1");
    expect([body.toString(), address]).toEqual(["by proxy: http://app.invalid:81/path?x=1", "127.0.0.1"]);
    expect(proxy.requests[0]?.headers).toMatchObject({
      host: "app.invalid:81",
      "proxy-authorization": `Basic ${btoa("me:pw")}`,
      authorization: `Basic ${btoa("u:p")}`,
    });
  });

  test("a pinned address and an excluded name never go by it", async () => {
    const proxy = await startProxy();
    const server = await servers.start(ScriptedServer.http((response) => response.end("direct")));
    vi.stubEnv("http_proxy", proxy.url());
    vi.stubEnv("no_proxy", "127.0.0.1");
    expect((await answered(server.url("/", "app.invalid"), { address: "127.0.0.1" })).body.toString()).toBe("direct");
    expect((await answered(server.url())).body.toString()).toBe("direct");
    expect(proxy.requests).toEqual([]);
  });

  test("https goes through a tunnel, and the certificate is the service's", async () => {
    const server = await servers.start(
      ScriptedServer.http((response) => response.end("secure"), { tls: SERVICE.valid }),
    );
    const asked: string[] = [];
    const proxy = await servers.start(
      ScriptedServer.raw((socket) =>
        socket.once("data", (head) => {
          asked.push(head.toString());
          if (asked.at(-1)?.startsWith("CONNECT refused.test")) return socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
          const upstream = connect(server.port, "127.0.0.1", () => {
            socket.write("HTTP/1.1 200 OK\r\n\r\n");
            socket.pipe(upstream).pipe(socket);
          });
          for (const end of [socket, upstream]) end.on("error", () => undefined);
          return undefined;
        }),
      ),
    );
    vi.stubEnv("https_proxy", proxy.url("", "me:pw@127.0.0.1"));
    vi.stubEnv("no_proxy", "");
    const request = { certificateAuthority: SERVICE_AUTHORITY };
    const { body, certificate } = await answered("https://service.test/", request);
    expect([body.toString(), certificate?.subject]).toEqual(["secure", "service.test"]);
    expect(asked[0]).toMatch(
      /^CONNECT service\.test:443 HTTP\/1\.1\r\nhost: service\.test:443\r\nproxy-authorization: Basic /i,
    );
    expect((await failed("https://wrong.test/", request)).message).toContain("is for service.test");
    expect(await failed("https://refused.test/", request)).toMatchObject({
      failure: "unreachable",
      phase: "connect",
      message: `the proxy 127.0.0.1:${proxy.port} opens no way to refused.test:443: status 403`,
    });
  });

  test("that speaks TLS itself", async () => {
    const proxy = await servers.start(
      ScriptedServer.http((response, { path }) => response.end(`by proxy: ${path}`), { tls: SERVICE.valid }),
    );
    vi.stubEnv("http_proxy", proxy.secureUrl("", "localhost"));
    vi.stubEnv("no_proxy", "");
    const { body } = await answered("http://app.invalid/", { certificateAuthority: SERVICE_AUTHORITY });
    expect(body.toString()).toBe("by proxy: http://app.invalid/");
  });

  test("that is down is named", async () => {
    const port = await closedPort();
    vi.stubEnv("https_proxy", `http://127.0.0.1:${port}`);
    vi.stubEnv("no_proxy", "");
    expect(await failed("https://app.invalid/")).toMatchObject({
      failure: "refused",
      message: `the proxy 127.0.0.1:${port}: connection refused by 127.0.0.1:${port}`,
    });
  });

  test("metadata services are refused by name and by address", async () => {
    const proxy = await startProxy();
    vi.stubEnv("http_proxy", proxy.url());
    vi.stubEnv("no_proxy", "");
    for (const url of ["http://metadata.google.internal/", "http://169.254.169.254/"])
      expect((await failed(url)).failure).toBe("forbidden-address");
    expect(proxy.requests).toEqual([]);
  });
});
