import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { answered, ask, Servers } from "../../testing/probing.ts";
import { ScriptedServer } from "../../testing/scripted-server.ts";

const servers = new Servers();

afterEach(() => servers.close());

describe("an answer", () => {
  test("has its status, headers, body, address and the time of each phase", async () => {
    const server = await servers.start(
      ScriptedServer.http((response) =>
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
    const server = await servers.start(ScriptedServer.http((response) => response.end()));
    for (const _ of [1, 2, 3]) await answered(server.url());
    expect(server.connections()).toBe(3);
  });

  test("to a request with method, headers and body, as given", async () => {
    const server = await servers.start(ScriptedServer.http((response) => response.end()));
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

  test("to a request whose length is what is sent, whatever its headers say", async () => {
    const server = await servers.start(ScriptedServer.http((response) => response.end()));
    const headers = [
      ["Content-Length", "99"],
      ["Transfer-Encoding", "chunked"],
    ] as const;
    await answered(server.url(), { method: "POST", headers, body: "1234" });
    await answered(server.url(), { headers, timeout: 2 ** 40 });
    expect(server.requests.map(({ headers, body }) => [headers["content-length"], body])).toEqual([
      ["4", "1234"],
      [undefined, ""],
    ]);
  });

  test("with the credentials of the URL", async () => {
    const server = await servers.start(ScriptedServer.http((response) => response.end()));
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
    const server = await servers.start(ScriptedServer.bytes(bytes, bytes.startsWith("HTTP/1.0") ? "end" : "wait"));
    expect((await answered(server.url())).body.toString()).toBe(body);
  });

  test("to HEAD has no body, whatever its length says", async () => {
    const server = await servers.start(
      ScriptedServer.bytes("HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 99\r\n\r\n", "wait"),
    );
    expect((await answered(server.url(), { method: "HEAD" })).body).toHaveLength(0);
  });
});

describe("a cancelled probe", () => {
  test("throws the reason, and closes its connection", async () => {
    let closed: () => void;
    const isClosed = new Promise<void>((resolve) => {
      closed = resolve;
    });
    const cancel = new AbortController();
    const server = await servers.start(
      ScriptedServer.raw((socket) => {
        socket.on("close", closed);
        cancel.abort(new Error("cancelled by the runner"));
      }),
    );
    await expect(ask(server.url(), {}, cancel.signal)).rejects.toThrow("cancelled by the runner");
    await isClosed;
    await expect(ask(server.url(), {}, cancel.signal)).rejects.toThrow("cancelled by the runner");
  });
});

test("whatever bytes a server sends, there is an outcome of one line", async () => {
  const piece = fc.oneof(
    fc.constantFrom(
      "HTTP/1.1 200 OK\r\n",
      "HTTP/1.0 302 Found\r\nlocation: /\r\n",
      "HTTP/1.1 100 Continue\r\n\r\n",
      "content-length: 5\r\n",
      "content-length: -1\r\n",
      "transfer-encoding: chunked\r\n",
      "content-encoding: gzip\r\n",
      "\r\n",
      "5\r\nhello\r\n",
      "0\r\n\r\n",
      "ffffffffffffffff\r\n",
      "hello",
    ),
    fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes).toString("latin1")),
  );
  const ending = fc.constantFrom("end" as const, "reset" as const, "wait" as const);
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 8 }), ending, async (pieces, then) => {
      const server = await ScriptedServer.bytes(Buffer.from(pieces.join(""), "latin1"), then);
      const outcome = await ask(server.url(), { timeout: 50, redirect: "follow" });
      await server.close();
      if (outcome.kind === "failure") expect(outcome.message).toMatch(/^[^\p{Cc}\p{Cf}\u2028\u2029]{1,300}$/u);
    }),
  );
});
