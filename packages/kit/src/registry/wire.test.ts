import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { send } from "./wire.ts";

let server: Server;

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** @param answers says which requests get an answer; the others' connection ends. */
async function start(answers: (request: number, onConnection: number) => boolean): Promise<URL> {
  let requests = 0;
  const counts = new WeakMap<object, number>();
  server = createServer((request, response) => {
    const count = (counts.get(request.socket) ?? 0) + 1;
    counts.set(request.socket, count);
    if (answers(++requests, count)) response.end(String(requests));
    else request.socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
}

const get = (url: URL) => send({ method: "GET", url, headers: {}, maxBytes: 1000, isInsecure: false });

test("a connection that the server closed while it was idle is no failure", async () => {
  const url = await start((_, onConnection) => onConnection === 1);
  expect((await get(url)).body.toString()).toBe("1");
  expect((await get(url)).body.toString()).toBe("3");
});

test("a connection that ends though it is new is one", async () => {
  const url = await start(() => false);
  await expect(get(url)).rejects.toMatchObject({ code: "ECONNRESET", isFinal: false });
});

test("what has a body may have arrived, and is for the caller", async () => {
  const url = await start((_, onConnection) => onConnection === 1);
  await get(url);
  const { Readable } = await import("node:stream");
  const body = { size: 1, open: () => Readable.from([Buffer.from("x")]) };
  const put = send({ method: "PUT", url, headers: {}, body, maxBytes: 1000, isInsecure: false });
  await expect(put).rejects.toMatchObject({ code: "ECONNRESET" });
});

test("a connection that moves nothing is given up, and may be tried again", async () => {
  server = createServer(() => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const idle = send({ method: "GET", url, headers: {}, maxBytes: 1000, isInsecure: false, idleTimeout: 50 });
  await expect(idle).rejects.toMatchObject({ message: "the connection moved nothing for 0.05 s", isFinal: false });
});
