import { createServer, type RequestListener, type Server } from "node:http";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { afterEach, expect, test } from "vitest";
import { deliver } from "./delivery.ts";

let server: Server | ReturnType<typeof createTcpServer> | undefined;

afterEach(async () => {
  if (server === undefined) return;
  if ("closeAllConnections" in server) server.closeAllConnections();
  await new Promise((resolve) => server!.close(resolve));
  server = undefined;
});

async function listen(listening: NonNullable<typeof server>, protocol = "http"): Promise<URL> {
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  return new URL(`${protocol}://127.0.0.1:${(listening.address() as AddressInfo).port}/hook/t0ps3cret`);
}

const answering = (listener: RequestListener) => listen(createServer(listener));
const post = (url: URL, idleTimeout?: number) =>
  deliver({ method: "POST", url, headers: { "content-type": "text/plain" }, body: "grüße" }, idleTimeout);

test("a message goes out once, whole, on a connection of its own", async () => {
  const seen: string[] = [];
  const connections = new Set<unknown>();
  const url = await answering(async (request, response) => {
    connections.add(request.socket);
    let body = "";
    for await (const chunk of request) body += chunk;
    seen.push(`${request.method} ${request.url} ${request.headers["content-length"]} ${body}`);
    response.writeHead(418, { "Retry-After": "0.5" }).end("short and stout");
  });
  expect(await post(url)).toMatchObject({
    kind: "answer",
    status: 418,
    headers: { "retry-after": "0.5" },
    body: "short and stout",
  });
  await post(url);
  expect(seen).toEqual(Array(2).fill("POST /hook/t0ps3cret 7 grüße"));
  expect(connections.size).toBe(2);
});

test("a redirect is an answer: nothing is sent elsewhere", async () => {
  let requests = 0;
  const url = await answering((request, response) => {
    requests++;
    request.resume();
    response.writeHead(307, { location: "/other" }).end();
  });
  expect(await post(url)).toMatchObject({ kind: "answer", status: 307 });
  expect(requests).toBe(1);
});

test("where nothing listens, nothing was sent", async () => {
  const url = await answering(() => {});
  const closed = server!;
  server = undefined;
  await new Promise((resolve) => closed.close(resolve));
  expect(await post(url)).toMatchObject({ kind: "unsent", isFinal: false });
});

test("a name that does not resolve", async () => {
  expect(await post(new URL("https://hooks.invalid/t0ps3cret"))).toEqual({
    kind: "unsent",
    reason: "there is no host hooks.invalid",
    isFinal: true,
  });
});

test("a handshake that fails sent nothing", async () => {
  const url = await listen(
    createTcpServer((socket) => socket.once("data", () => socket.end("HTTP/1.1 400 No TLS here\r\n\r\n"))),
    "https",
  );
  expect(await post(url)).toMatchObject({ kind: "unsent" });
});

test("a handshake that never ends sent nothing", async () => {
  const url = await listen(
    createTcpServer((socket) => socket.resume()),
    "https",
  );
  expect(await post(url, 100)).toEqual({
    kind: "unsent",
    reason: "the connection moved nothing for 0.1 s",
    isFinal: false,
  });
});

test("a certificate that nobody vouches for is said without a registry's advice", async () => {
  const { createServer: createTlsServer } = await import("node:https");
  const { SERVER } = await import("../../testing/tls-certificates.ts");
  const url = await listen(createTlsServer(SERVER) as unknown as Server, "https");
  expect(await post(url)).toEqual({
    kind: "unsent",
    reason: "the certificate of 127.0.0.1 is not trusted (UNABLE_TO_VERIFY_LEAF_SIGNATURE)",
    isFinal: true,
  });
});

test.each<[string, RequestListener, string]>([
  ["a connection that ends before the answer", (request) => void request.socket.destroy(), "socket hang up"],
  ["an answer that never comes", () => {}, "the connection moved nothing for 0.1 s"],
  [
    "an answer that is cut off",
    (_, response) => {
      response.writeHead(200, { "content-length": "10" }).write("half");
      setTimeout(() => response.destroy(), 10);
    },
    "the connection ended in the middle of the answer",
  ],
])("%s leaves open whether the message arrived", async (_, listener, reason) => {
  expect(await post(await answering(listener), 100)).toEqual({ kind: "unanswered", reason });
});

test("no reason holds the address, which is a credential", async () => {
  const url = await answering((request) => void request.socket.destroy());
  expect(JSON.stringify(await post(url))).not.toContain("t0ps3cret");
});
