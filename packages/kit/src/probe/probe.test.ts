import { connect } from "node:net";
import { brotliCompressSync, createGzip, deflateSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, test, vi } from "vitest";
import { closedPort, LoopbackServer } from "../../testing/loopback-server.ts";
import { SERVICE, SERVICE_AUTHORITY } from "../../testing/service-certificates.ts";
import { type ProbeAnswer, type ProbeFailure, type ProbeRequest, probe } from "./probe.ts";

const servers: LoopbackServer[] = [];

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  for (const server of servers.splice(0)) await server.close();
});

async function started(server: Promise<LoopbackServer>): Promise<LoopbackServer> {
  servers.push(await server);
  return server;
}

function ask(
  url: string,
  request: Partial<ProbeRequest> = {},
  signal?: AbortSignal,
): Promise<ProbeAnswer | ProbeFailure> {
  const all: ProbeRequest = {
    method: "GET",
    url: new URL(url),
    headers: [],
    body: undefined,
    address: undefined,
    family: undefined,
    timeout: 60_000,
    maxBodyBytes: 1_048_576,
    redirect: "none",
    certificateAuthority: undefined,
    allowsMetadata: false,
    ...request,
  };
  return probe(all, signal);
}

async function answered(url: string, request: Partial<ProbeRequest> = {}): Promise<ProbeAnswer> {
  const outcome = await ask(url, request);
  if (outcome.kind === "failure") throw new Error(outcome.message);
  return outcome;
}

async function failed(url: string, request: Partial<ProbeRequest> = {}): Promise<ProbeFailure> {
  const outcome = await ask(url, request);
  if (outcome.kind === "answer") throw new Error(`an answer: ${outcome.status}`);
  return outcome;
}

/** Names of no machine. */
function resolveNames(names: Readonly<Record<string, readonly string[]>>): void {
  const real = process.getBuiltinModule("node:dns").lookup;
  vi.spyOn(process.getBuiltinModule("node:dns"), "lookup").mockImplementation(((
    name: string,
    options: { family: number },
    done: (...args: readonly unknown[]) => void,
  ) => {
    const known = names[name];
    if (known === undefined) return (real as (...args: readonly unknown[]) => void)(name, options, done);
    const found = known.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    const wanted = found.filter(({ family }) => options.family === 0 || options.family === family);
    return wanted.length === 0 ? done(Object.assign(new Error(), { code: "ENOTFOUND" })) : done(null, wanted);
  }) as never);
}

describe("an answer", () => {
  test("has its status, headers, body, address and the time of each phase", async () => {
    const server = await started(
      LoopbackServer.http((response) =>
        response
          .writeHead(
            503,
            [
              ["X-Twice", "a"],
              ["X-Twice", "b"],
              ["Set-Cookie", "s=1"],
              ["Set-Cookie", "t=2"],
            ].flat(),
          )
          .end("down"),
      ),
    );
    const { status, headers, body, isCut, address, timing, certificate, redirects } = await answered(
      server.url("/a?b=c"),
    );
    expect([status, body.toString(), isCut, address, certificate, redirects]).toEqual([
      503,
      "down",
      false,
      "127.0.0.1",
      undefined,
      [],
    ]);
    expect([headers["x-twice"], headers["set-cookie"]]).toEqual(["a, b", "s=1, t=2"]);
    const { lookup, connect, tls, firstByte, total } = timing;
    expect([lookup, connect, firstByte, total].toSorted((a, b) => a! - b!)).toEqual([
      lookup,
      connect,
      firstByte,
      total,
    ]);
    expect(tls).toBeUndefined();
    expect(server.requests[0]).toMatchObject({
      method: "GET",
      path: "/a?b=c",
      headers: { host: `127.0.0.1:${server.port}`, connection: "close" },
    });
  });

  test("comes by a connection of its own each time", async () => {
    const server = await started(LoopbackServer.http((response) => response.end()));
    for (const _ of [1, 2, 3]) await answered(server.url());
    expect(server.connections()).toBe(3);
  });

  test("to a request with method, headers and body, as given", async () => {
    const server = await started(LoopbackServer.http((response) => response.end()));
    await answered(server.url(), {
      method: "POST",
      headers: [
        ["Host", "app.example"],
        ["X-A", "1"],
        ["X-A", "2"],
        ["Content-Type", "application/json"],
      ],
      body: '{"ä":1}',
    });
    expect(server.requests[0]).toMatchObject({
      method: "POST",
      body: '{"ä":1}',
      headers: { host: "app.example", "x-a": "1, 2", "content-type": "application/json", "content-length": "8" },
    });
  });

  test("with the credentials of the URL", async () => {
    const server = await started(LoopbackServer.http((response) => response.end()));
    await answered(server.url("/", "me:p%40ss@127.0.0.1"));
    expect(server.requests[0]?.headers.authorization).toBe(`Basic ${btoa("me:p@ss")}`);
  });

  test.each<[string, string, string]>([
    ["HTTP/1.0 without a length", "HTTP/1.0 200 OK\r\n\r\nuntil the end", "until the end"],
    ["204", "HTTP/1.1 204 No Content\r\n\r\n", ""],
    ["304", "HTTP/1.1 304 Not Modified\r\ncontent-length: 5\r\n\r\n", ""],
    [
      "early hints first",
      "HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok",
      "ok",
    ],
    ["chunks", "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n", "ok"],
    ["another protocol", "HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n", ""],
    ["gzip, and nothing", "HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 0\r\n\r\n", ""],
  ])("%s", async (_, bytes, body) => {
    const server = await started(LoopbackServer.bytes(bytes, bytes.startsWith("HTTP/1.0") ? "end" : "wait"));
    expect((await answered(server.url())).body.toString()).toBe(body);
  });

  test("to HEAD has no body, whatever its length says", async () => {
    const server = await started(
      LoopbackServer.bytes("HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 99\r\n\r\n", "wait"),
    );
    expect((await answered(server.url(), { method: "HEAD" })).body).toHaveLength(0);
  });
});

describe("a body", () => {
  test.each([4, 5, 6])("of 5 bytes, %i wanted", async (maxBodyBytes) => {
    const server = await started(LoopbackServer.http((response) => response.end("12345")));
    const { body, isCut } = await answered(server.url(), { maxBodyBytes });
    expect([body.toString(), isCut]).toEqual(["12345".slice(0, maxBodyBytes), maxBodyBytes < 5]);
  });

  test("without an end is cut", async () => {
    const server = await started(
      LoopbackServer.http((response) => {
        const chunk = Buffer.alloc(65_536, "x");
        const more = () => {
          while (!response.destroyed && response.write(chunk));
        };
        response.on("drain", more);
        more();
      }),
    );
    const { body, isCut } = await answered(server.url());
    expect([body.length, isCut]).toEqual([1_048_576, true]);
  });

  test.each([
    ["gzip", gzipSync("hello")],
    ["X-GZIP", gzipSync("hello")],
    ["deflate", deflateSync("hello")],
    ["br", brotliCompressSync("hello")],
    ["identity", Buffer.from("hello")],
    ["gzip, br", brotliCompressSync(gzipSync("hello"))],
    ["snappy", Buffer.from("hello")],
  ])("in %s", async (encoding, bytes) => {
    const server = await started(
      LoopbackServer.http((response) => response.writeHead(200, { "content-encoding": encoding }).end(bytes)),
    );
    expect((await answered(server.url())).body.toString()).toBe("hello");
  });

  test("that unpacks to gigabytes is cut, and the rest never unpacked", async () => {
    const server = await started(
      LoopbackServer.http((response) => {
        response.writeHead(200, { "content-encoding": "gzip" });
        const packed = createGzip();
        packed.pipe(response);
        const zeros = Buffer.alloc(1_048_576);
        const more = () => {
          while (!response.destroyed && packed.write(zeros));
        };
        packed.on("drain", more);
        response.on("close", () => packed.destroy());
        more();
      }),
    );
    const { body, isCut } = await answered(server.url(), { maxBodyBytes: 1000 });
    expect([body.length, isCut]).toEqual([1000, true]);
  });

  test.each([
    ["is no gzip", Buffer.from("hello")],
    ["is half a gzip", gzipSync("hello").subarray(0, 15)],
  ])("that %s is no answer", async (_, bytes) => {
    const server = await started(
      LoopbackServer.http((response) => response.writeHead(200, { "content-encoding": "gzip" }).end(bytes)),
    );
    expect(await failed(server.url())).toMatchObject({
      failure: "protocol",
      phase: "body",
      message: expect.stringContaining("content-encoding"),
    });
  });
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

  test.each<[string, Promise<LoopbackServer>, Partial<ProbeFailure>]>([
    ["that closes", LoopbackServer.bytes(""), { failure: "reset", phase: "headers" }],
    ["that resets", LoopbackServer.bytes("", "reset"), { failure: "reset", phase: "headers" }],
    [
      "that closes amid its headers",
      LoopbackServer.bytes("HTTP/1.1 200 OK\r\nx"),
      { failure: "reset", phase: "headers" },
    ],
    [
      "that resets amid its body",
      LoopbackServer.bytes("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nx", "reset"),
      { failure: "reset", phase: "body" },
    ],
    [
      "that ends before its body's length",
      LoopbackServer.bytes("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nx"),
      { failure: "reset", phase: "body" },
    ],
    [
      "that ends amid its chunks",
      LoopbackServer.bytes("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n9\r\nx"),
      { failure: "reset", phase: "body" },
    ],
    ["that speaks SSH", LoopbackServer.bytes("SSH-2.0-OpenSSH_9.2\r\n"), { failure: "protocol", phase: "headers" }],
    [
      "that speaks HTTP/2",
      LoopbackServer.bytes(Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0])),
      { failure: "protocol", message: expect.stringContaining("it begins with HTTP/2") },
    ],
    [
      "with endless headers",
      LoopbackServer.bytes(`HTTP/1.1 200 OK\r\nx: ${"x".repeat(70_000)}`, "wait"),
      { failure: "protocol", message: expect.stringContaining("larger than 16 KiB") },
    ],
    [
      "with two lengths",
      LoopbackServer.bytes("HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nok"),
      { failure: "protocol" },
    ],
  ])("from a server %s", async (_, server, expected) => {
    expect(await failed((await started(server)).url())).toMatchObject({ address: "127.0.0.1", ...expected });
  });

  test.each<[string, (url: string) => string, string]>([
    ["nothing after the connection", (url) => url, "headers"],
    ["no TLS handshake", (url) => url.replace("http:", "https:"), "tls"],
  ])("within the time: %s", async (_, change, phase) => {
    const server = await started(LoopbackServer.raw(() => undefined));
    const failure = await failed(change(server.url()), { timeout: 100 });
    expect(failure).toMatchObject({ failure: "timeout", phase, address: "127.0.0.1" });
    expect(failure.message).toMatch(/^no (?:answer from|TLS handshake with) 127\.0\.0\.1:\d+ within 0\.1 s$/);
  });

  test.each(["HTTP/1.1 200 OK\r\nx-slow: ", "HTTP/1.1 200 OK\r\ncontent-length: 1000000\r\n\r\n"])(
    "from a server that sends byte by byte for ever after %j",
    async (begin) => {
      const server = await started(
        LoopbackServer.raw((socket) => {
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
    const server = await started(LoopbackServer.http((response) => response.end()));
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

describe("a cancelled probe", () => {
  test("throws the reason, and closes its connection", async () => {
    let closed: () => void;
    const isClosed = new Promise<void>((resolve) => {
      closed = resolve;
    });
    const cancel = new AbortController();
    const server = await started(
      LoopbackServer.raw((socket) => {
        socket.on("close", closed);
        cancel.abort(new Error("cancelled by the runner"));
      }),
    );
    await expect(ask(server.url(), {}, cancel.signal)).rejects.toThrow("cancelled by the runner");
    await isClosed;
    await expect(ask(server.url(), {}, cancel.signal)).rejects.toThrow("cancelled by the runner");
  });
});

describe("the address", () => {
  test("is the pinned one; the name stays in Host", async () => {
    const server = await started(LoopbackServer.http((response) => response.end(), { address: "127.0.2.2" }));
    const { address } = await answered(server.url("/", "app.example"), { address: "127.0.2.2" });
    expect([address, server.requests[0]?.headers.host]).toEqual(["127.0.2.2", `app.example:${server.port}`]);
  });

  test("is the next one when the first refuses", async () => {
    const server = await started(LoopbackServer.http((response) => response.end(), { address: "127.0.2.2" }));
    resolveNames({ "app.test": ["127.0.2.1", "127.0.2.2"] });
    expect((await answered(server.url("/", "app.test"))).address).toBe("127.0.2.2");
  });

  test("of both families: the other one when nothing listens by IPv6", async () => {
    const server = await started(LoopbackServer.http((response) => response.end()));
    resolveNames({ localhost: ["::1", "127.0.0.1"] });
    expect((await answered(server.url("/", "localhost"))).address).toBe("127.0.0.1");
    expect((await failed(server.url("/", "localhost"), { family: 6 })).message).toBe(
      `connection refused by [::1]:${server.port}`,
    );
  });

  test("by IPv6 alone", async () => {
    const server = await started(LoopbackServer.http((response) => response.end(), { address: "::1" }));
    expect((await answered(server.url())).address).toBe("::1");
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

describe("a certificate", () => {
  const certificateAuthority = SERVICE_AUTHORITY;

  test("that is valid gives its facts", async () => {
    const server = await started(LoopbackServer.http((response) => response.end(), { tls: SERVICE.valid }));
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
    const server = await started(LoopbackServer.http((response) => response.end(), { tls }));
    await answered(server.secureUrl("/", "service.test"), { certificateAuthority, address: "127.0.0.1" });
    expect(names).toEqual(["service.test"]);
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
    const server = await started(LoopbackServer.http((response) => response.end(), { tls: SERVICE[kind] }));
    const outcome = await failed(server.secureUrl("/", "service.test"), { certificateAuthority, address: "127.0.0.1" });
    expect(outcome).toMatchObject({ failure, message, phase: "tls", address: "127.0.0.1" });
    expect(server.requests).toEqual([]);
  });

  test("of an unknown authority", async () => {
    const server = await started(LoopbackServer.http((response) => response.end(), { tls: SERVICE.valid }));
    expect((await failed(server.secureUrl())).message).toMatch(/^no authority that this machine trusts .*\(UNABLE_TO_/);
  });

  test("of an authority that is not PEM is no failure of the service's", async () => {
    const server = await started(LoopbackServer.http((response) => response.end(), { tls: SERVICE.valid }));
    expect((await failed(server.secureUrl(), { certificateAuthority: "nonsense" })).kind).toBe("failure");
  });

  test("that never comes: TLS to a server of plain HTTP, and of old TLS", async () => {
    const plain = await started(LoopbackServer.http((response) => response.end()));
    expect(await failed(plain.secureUrl())).toMatchObject({
      failure: "tls",
      message: expect.stringContaining("does not speak TLS"),
    });
    const tls = { ...SERVICE.valid, minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "ALL:@SECLEVEL=0" } as const;
    const old = await started(LoopbackServer.http((response) => response.end(), { tls }));
    expect(await failed(old.secureUrl())).toMatchObject({
      failure: "tls",
      message: expect.stringContaining("in common with us"),
    });
    const closing = await started(LoopbackServer.bytes(""));
    expect(await failed(closing.secureUrl())).toMatchObject({ failure: "reset", phase: "tls" });
  });
});

describe("a redirect", () => {
  const leadingTo = (locations: Readonly<Record<string, string>>, status = 302) =>
    started(
      LoopbackServer.http((response, { path }) => {
        const location = locations[path];
        if (location === undefined) response.end("here");
        else response.writeHead(status, { location }).end();
      }),
    );

  test("is the answer unless it is to be followed", async () => {
    const server = await leadingTo({ "/": "/next" });
    expect(await answered(server.url())).toMatchObject({ status: 302, redirects: [] });
    const { status, redirects } = await answered(server.url(), { redirect: "same-host" });
    expect([status, redirects]).toEqual([200, [server.url("/next")]]);
  });

  test("five are followed, and no sixth", async () => {
    const server = await leadingTo(Object.fromEntries([..."012345"].map((at) => [`/${at}`, `/${Number(at) + 1}`])));
    expect((await answered(server.url("/1"), { redirect: "follow" })).redirects).toHaveLength(5);
    expect(await failed(server.url("/0"), { redirect: "follow" })).toMatchObject({
      failure: "redirect",
      message: expect.stringContaining("more than 5 redirects"),
    });
    const loop = await leadingTo({ "/": "/" });
    expect((await failed(loop.url(), { redirect: "same-host" })).failure).toBe("redirect");
  });

  test("to another host: only when told, and without what could be a credential", async () => {
    const other = await started(LoopbackServer.http((response) => response.end()));
    const server = await leadingTo({ "/": other.url("/?token=secret", "localhost") });
    const headers = [
      ["Authorization", "Bearer x"],
      ["Cookie", "x"],
      ["X-Api-Key", "x"],
      ["Accept", "text/html"],
    ] as const;
    const url = server.url("/", "me:pw@127.0.0.1");
    expect(await failed(url, { headers, redirect: "same-host" })).toMatchObject({
      failure: "redirect",
      message: `${server.url()} redirects to ${other.url("/?…", "localhost")}, another host, which the check does not follow`,
    });
    const { redirects } = await answered(url, { headers, redirect: "follow" });
    expect(redirects).toEqual([other.url("/?…", "localhost")]);
    expect(server.requests[0]?.headers).toMatchObject({ authorization: "Bearer x", "x-api-key": "x" });
    const { host, accept, ...rest } = other.requests[0]!.headers;
    expect([host, accept, Object.keys(rest)]).toEqual([
      `localhost:${other.port}`,
      "text/html",
      ["user-agent", "connection"],
    ]);
  });

  test("to the metadata service is refused like the address itself", async () => {
    const server = await leadingTo({ "/": "http://[::ffff:a9fe:a9fe]/latest/meta-data" });
    expect((await failed(server.url(), { redirect: "follow" })).failure).toBe("forbidden-address");
  });

  test("of a pinned name stays at the address, also at another port", async () => {
    const other = await started(LoopbackServer.http((response) => response.end(), { address: "127.0.2.1" }));
    const server = await started(
      LoopbackServer.http((response) => response.writeHead(301, { location: other.url("/", "app.example") }).end(), {
        address: "127.0.2.1",
      }),
    );
    const { address } = await answered(server.url("/", "app.example"), { address: "127.0.2.1", redirect: "same-host" });
    expect([address, other.requests.length]).toEqual(["127.0.2.1", 1]);
  });

  test("from https to http is never followed", async () => {
    const server = await started(
      LoopbackServer.http((response) => response.writeHead(301, { location: "http://127.0.0.1/" }).end(), {
        tls: SERVICE.valid,
      }),
    );
    const request = { certificateAuthority: SERVICE_AUTHORITY, redirect: "follow" } as const;
    expect((await failed(server.secureUrl(), request)).message).toContain("from https to http, which is not followed");
  });

  test.each([
    ["javascript:alert(1)", "a redirect to another protocol, javascript:"],
    ["http://[", "a redirect that names no address"],
    ["", ""],
  ])("to %j", async (location, words) => {
    const server = await leadingTo({ "/": location });
    const { failure, message } = await failed(server.url(), { redirect: "follow" });
    expect([failure, message.includes(words)]).toEqual(["redirect", true]);
  });

  test.each<[number, string, string]>([
    [301, "POST", "GET "],
    [302, "POST", "GET "],
    [303, "PUT", "GET "],
    [307, "POST", "POST body"],
    [308, "PUT", "PUT body"],
    [302, "PUT", "PUT body"],
  ])("%i of a %s asks again as %s", async (status, method, expected) => {
    const server = await leadingTo({ "/": "/next" }, status);
    await answered(server.url(), {
      method,
      body: "body",
      headers: [["content-type", "text/plain"]],
      redirect: "follow",
    });
    const next = server.requests[1]!;
    expect([`${next.method} ${next.body}`, next.headers["content-type"]]).toEqual([
      expected,
      expected.endsWith(" ") ? undefined : "text/plain",
    ]);
  });

  test("of a request with a body leads to no other origin", async () => {
    const server = await leadingTo({ "/": "http://other.test/" }, 307);
    const { message } = await failed(server.url(), { method: "POST", body: "secret", redirect: "follow" });
    expect(message).toContain("another origin, which must not get the request's body");
  });

  test("shares the time of the request", async () => {
    let left = 4;
    const server = await started(
      LoopbackServer.http((response) =>
        setTimeout(() => response.writeHead(302, { location: `/${left--}` }).end(), 60),
      ),
    );
    expect((await failed(server.url(), { redirect: "follow", timeout: 150 })).failure).toBe("timeout");
  });
});

describe("behind a proxy", () => {
  const startProxy = () => started(LoopbackServer.http((response, { path }) => response.end(`by proxy: ${path}`)));

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
    const server = await started(LoopbackServer.http((response) => response.end("direct")));
    vi.stubEnv("http_proxy", proxy.url());
    vi.stubEnv("no_proxy", "127.0.0.1");
    expect((await answered(server.url("/", "app.invalid"), { address: "127.0.0.1" })).body.toString()).toBe("direct");
    expect((await answered(server.url())).body.toString()).toBe("direct");
    expect(proxy.requests).toEqual([]);
  });

  test("https goes through a tunnel, and the certificate is the service's", async () => {
    const server = await started(LoopbackServer.http((response) => response.end("secure"), { tls: SERVICE.valid }));
    const asked: string[] = [];
    const proxy = await started(
      LoopbackServer.raw((socket) =>
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
    const proxy = await started(
      LoopbackServer.http((response, { path }) => response.end(`by proxy: ${path}`), { tls: SERVICE.valid }),
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
