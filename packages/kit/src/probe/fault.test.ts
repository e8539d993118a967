import { afterEach, describe, expect, test, vi } from "vitest";
import { failed, Servers } from "../../testing/probing.ts";
import { closedPort, ScriptedServer } from "../../testing/scripted-server.ts";
import type { Phase } from "./attempt.ts";
import { faultOf } from "./fault.ts";
import type { ProbeFailure, ProbeFailureKind } from "./probe.ts";

const servers = new Servers();

afterEach(async () => {
  vi.restoreAllMocks();
  await servers.close();
});

describe("no answer", () => {
  test("without a name", async () => {
    expect(await failed("http://nothing.invalid/")).toMatchObject({
      failure: "name",
      phase: "lookup",
      message: "the name nothing.invalid does not resolve",
      address: undefined,
    });
  });

  test("without an address of the family", async () => {
    expect((await failed("http://127.0.0.1/", { family: 6 })).message).toBe("127.0.0.1 has no IPv6 address");
  });

  test("from a port at which nothing listens", async () => {
    const port = await closedPort();
    expect(await failed(`http://127.0.0.1:${port}/`)).toMatchObject({
      failure: "refused",
      phase: "connect",
      message: `connection refused by 127.0.0.1:${port}`,
      address: "127.0.0.1",
    });
  });

  test.each<[string, () => Promise<ScriptedServer>, Partial<ProbeFailure>]>([
    ["that closes", () => ScriptedServer.bytes(""), { failure: "reset", phase: "headers" }],
    ["that resets", () => ScriptedServer.bytes("", "reset"), { failure: "reset", phase: "headers" }],
    [
      "that closes amid its headers",
      () => ScriptedServer.bytes("HTTP/1.1 200 OK\r\nx"),
      { failure: "reset", phase: "headers" },
    ],
    [
      "that resets amid its body",
      () => ScriptedServer.bytes("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nx", "reset"),
      { failure: "reset", phase: "body" },
    ],
    [
      "that ends before its body's length",
      () => ScriptedServer.bytes("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nx"),
      { failure: "reset", phase: "body" },
    ],
    [
      "that ends amid its chunks",
      () => ScriptedServer.bytes("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n9\r\nx"),
      { failure: "reset", phase: "body" },
    ],
    [
      "that speaks SSH",
      () => ScriptedServer.bytes("SSH-2.0-OpenSSH_9.2\r\n"),
      { failure: "protocol", phase: "headers" },
    ],
    [
      "that speaks HTTP/2",
      () => ScriptedServer.bytes(Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0])),
      { failure: "protocol", message: expect.stringContaining("it begins with HTTP/2") },
    ],
    [
      "with endless headers",
      () => ScriptedServer.bytes(`HTTP/1.1 200 OK\r\nx: ${"x".repeat(70_000)}`, "wait"),
      { failure: "protocol", message: expect.stringContaining("larger than 16 KiB") },
    ],
    [
      "with two lengths",
      () => ScriptedServer.bytes("HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nok"),
      { failure: "protocol" },
    ],
  ])("from a server %s", async (_, start, expected) => {
    expect(await failed((await servers.start(start())).url())).toMatchObject({ address: "127.0.0.1", ...expected });
  });

  test.each<[string, (url: string) => string, string]>([
    ["nothing after the connection", (url) => url, "headers"],
    ["no TLS handshake", (url) => url.replace("http:", "https:"), "tls"],
  ])("within the time: %s", async (_, change, phase) => {
    const server = await servers.start(ScriptedServer.raw(() => undefined));
    const failure = await failed(change(server.url()), { timeout: 100 });
    expect(failure).toMatchObject({ failure: "timeout", phase, address: "127.0.0.1" });
    expect(failure.message).toMatch(/^no (?:answer from|TLS handshake with) 127\.0\.0\.1:\d+ within 0\.1 s$/);
  });

  test.each(["HTTP/1.1 200 OK\r\nx-slow: ", "HTTP/1.1 200 OK\r\ncontent-length: 1000000\r\n\r\n"])(
    "from a server that sends byte by byte for ever after %j",
    async (begin) => {
      const server = await servers.start(
        ScriptedServer.raw((socket) => {
          socket.write(begin);
          const timer = setInterval(() => socket.write("x"), 10);
          socket.on("close", () => clearInterval(timer));
        }),
      );
      const { failure, phase, message } = await failed(server.url(), { timeout: 150 });
      expect([failure, phase]).toEqual(["timeout", begin.includes("length") ? "body" : "headers"]);
      if (phase === "body") expect(message).toMatch(/did not end within 0\.15 s, after \d+ bytes of its body$/);
    },
  );

  test("when the name server says nothing", async () => {
    vi.spyOn(process.getBuiltinModule("node:dns"), "lookup").mockImplementation((() => undefined) as never);
    expect(await failed("http://slow.test/", { timeout: 50 })).toMatchObject({ failure: "timeout", phase: "lookup" });
  });

  test("of a request that cannot be sent says so, without its values", async () => {
    const server = await servers.start(ScriptedServer.http((response) => response.end()));
    const failure = await failed(server.url(), { headers: [["authorization", "Bearer s3cret\nx"]] });
    expect([failure.failure, failure.message.includes("s3cret")]).toEqual(["protocol", false]);
  });

  test("from another protocol than HTTP", async () => {
    expect((await failed("ftp://a.test/")).message).toBe("ftp: is not HTTP");
  });

  test("has its time limit even at zero", async () => {
    expect((await failed("http://127.0.0.1:1/", { timeout: 0 })).failure).toMatch(/^(?:timeout|refused)$/);
  });
});

describe("what the system says", () => {
  const peer = "10.0.0.1:443";

  test.each<[string, string, Phase, ProbeFailureKind, string]>([
    ["EHOSTUNREACH", "", "connect", "unreachable", "10.0.0.1:443 is not reachable (EHOSTUNREACH)"],
    ["EADDRNOTAVAIL", "", "connect", "unreachable", "10.0.0.1:443 is not reachable (EADDRNOTAVAIL)"],
    ["EPERM", "", "connect", "unreachable", "10.0.0.1:443 is not reachable (EPERM)"],
    ["ETIMEDOUT", "", "connect", "timeout", "10.0.0.1:443 does not answer (ETIMEDOUT)"],
    ["EPIPE", "", "headers", "reset", "10.0.0.1:443 ended the connection without an answer"],
    ["ECONNRESET", "", "body", "reset", "10.0.0.1:443 ended the connection in the middle of the answer"],
    [
      "ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR",
      "",
      "tls",
      "tls",
      "the TLS handshake with 10.0.0.1:443 failed (ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR)",
    ],
    ["", "no code", "tls", "tls", "the TLS handshake with 10.0.0.1:443 failed (no code)"],
    ["HPE_INVALID_CONSTANT", "", "headers", "protocol", "10.0.0.1:443 does not speak HTTP/1: HPE_INVALID_CONSTANT"],
    [
      "Z_DATA_ERROR",
      "",
      "body",
      "protocol",
      "the body from 10.0.0.1:443 is not encoded as its content-encoding says (Z_DATA_ERROR)",
    ],
    ["", "no idea", "headers", "protocol", "the request to 10.0.0.1:443 failed: no idea"],
  ])("%s%s in %s is %s", (code, message, phase, failure, words) => {
    const fault = faultOf(Object.assign(new Error(message), { code }), { phase, peer });
    expect([fault.failure, fault.message]).toEqual([failure, words]);
  });
});
