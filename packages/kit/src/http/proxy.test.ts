import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { AUTHORITY, SERVER } from "../../testing/tls-certificates.ts";

let folder: string;
let github: Server;
let proxy: Server;
let proxyUrl: string;
/** What the proxy was asked for: hosts to connect to, or whole addresses. */
let asked: string[];
/** Where tunnels to a port of TLS end; undefined: the proxy refuses them. */
let tunnelPort: number | undefined;

beforeEach(async () => {
  tunnelPort = undefined;
  folder = mkdtempSync(join(tmpdir(), "jessy-proxy-"));
  asked = [];
  github = createServer((request, response) => {
    request.resume();
    request.on("end", () => response.end(JSON.stringify({ path: request.url })));
  });
  proxy = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    request.resume();
    request.on("end", () => response.writeHead(201).end("{}"));
  });
  proxy.on("connect", ({ url = "" }, socket) => {
    asked.push(url);
    // Whatever the name, GitHub answers; a port of TLS it is not.
    if (url.endsWith(":443") && tunnelPort === undefined) return void socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
    const upstream = connect(tunnelPort ?? (github.address() as AddressInfo).port, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      socket.pipe(upstream).pipe(socket);
    });
    for (const [end, other] of [
      [socket, upstream],
      [upstream, socket],
    ] as const) {
      end.on("error", () => {});
      end.on("close", () => other.destroy());
    }
  });
  for (const server of [github, proxy])
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  proxyUrl = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
});

afterEach(async () => {
  for (const server of [github, proxy]) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  rmSync(folder, { recursive: true });
});

/** Runs a script with the client in a process of its own: a proxy is set for a whole process. */
function runClient(script: string, environment: Record<string, string>): Promise<string> {
  const program = `import { GitHub } from ${JSON.stringify(new URL("../github/client.ts", import.meta.url).href)};
    import { uploadFile } from ${JSON.stringify(new URL("../github/file-upload.ts", import.meta.url).href)};
    import { deliver } from ${JSON.stringify(new URL("../web-service/delivery.ts", import.meta.url).href)};
    import { downloadFile } from ${JSON.stringify(new URL("../download/download-file.ts", import.meta.url).href)};
    const anything = ({ raw }) => raw;
    const client = (apiUrl) => new GitHub({ token: "t", apiUrl, graphqlUrl: "", log: { info() {}, debug() {} }, sleep: async () => {} });
    console.log(JSON.stringify(${script}));`;
  return new Promise((resolve, reject) => {
    const args = ["--input-type=module", "--eval", program];
    const options = { env: { PATH: process.env.PATH, ...environment }, timeout: 30_000 };
    execFile(process.execPath, args, options, (error, stdout) => (error === null ? resolve(stdout) : reject(error)));
  });
}

test("requests go through HTTP_PROXY, to a host that only the proxy knows", async () => {
  const said = await runClient('await client("http://github.invalid/api").request("GET /x", {}, anything)', {
    HTTP_PROXY: proxyUrl,
  });
  expect(JSON.parse(said)).toEqual({ path: "/api/x" });
  expect(asked).toEqual(["github.invalid:80"]);
});

test("requests to an https host ask HTTPS_PROXY for a tunnel, and nothing goes around it", async () => {
  const request =
    'await client("https://github.invalid").request("POST /x", {}, anything).catch((error) => error.message)';
  expect(JSON.parse(await runClient(request, { https_proxy: proxyUrl }))).toMatch(/^POST \/x: no answer: fetch failed/);
  expect(asked).toEqual(["github.invalid:443"]);
});

test("a host in NO_PROXY is asked directly", async () => {
  const api = `http://127.0.0.1:${(github.address() as AddressInfo).port}`;
  const environment = { HTTP_PROXY: proxyUrl, NO_PROXY: "127.0.0.1" };
  expect(JSON.parse(await runClient(`await client("${api}").request("GET /x", {}, anything)`, environment))).toEqual({
    path: "/x",
  });
  expect(asked).toEqual([]);
});

test("an upload goes through the proxy, too", async () => {
  const path = join(folder, "a.bin");
  writeFileSync(path, "0123456789");
  const upload = { url: "http://uploads.invalid/a?name=b", token: "t", path, size: 10, contentType: "x/y" };
  const said = await runClient(`await uploadFile({ ...${JSON.stringify(upload)}, shape: anything })`, {
    HTTP_PROXY: proxyUrl,
  });
  expect(JSON.parse(said)).toMatchObject({ status: 201 });
  expect(asked).toEqual(["POST http://uploads.invalid/a?name=b"]);
});

/** A message through a tunnel of the proxy, to a server that trusts nobody's word but its own certificate. */
async function deliverThroughTunnel(onRequest: RequestListener): Promise<unknown> {
  const server = createTlsServer(SERVER, onRequest);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  tunnelPort = (server.address() as AddressInfo).port;
  const authority = join(folder, "authority.pem");
  writeFileSync(authority, AUTHORITY);
  const request = `{ method: "POST", url: new URL("https://registry.test/hook"), headers: {}, body: "{}" }`;
  const said = await runClient(`await deliver(${request})`, { https_proxy: proxyUrl, NODE_EXTRA_CA_CERTS: authority });
  server.closeAllConnections();
  server.close();
  return JSON.parse(said);
}

test("a message goes through the proxy's tunnel", async () => {
  const outcome = await deliverThroughTunnel((request, response) => {
    request.resume();
    response.end(`took ${request.url}`);
  });
  expect(outcome).toMatchObject({ kind: "answer", status: 200, body: "took /hook" });
  expect(asked).toEqual(["registry.test:443"]);
});

test("behind a proxy, too, a message that was on its way is told from one that was not", async () => {
  const outcome = await deliverThroughTunnel((request) => void request.socket.destroy());
  expect(outcome).toMatchObject({ kind: "unanswered" });
  tunnelPort = undefined;
  const request = `{ method: "POST", url: new URL("https://registry.test/hook"), headers: {}, body: "{}" }`;
  const refused = await runClient(`await deliver(${request})`, { https_proxy: proxyUrl });
  expect(JSON.parse(refused)).toMatchObject({ kind: "unsent", isFinal: false });
});

test("a download goes through the proxy, too", async () => {
  const file = { path: join(folder, "a.bin"), sha256: "", maxBytes: 10, redirectHosts: [] };
  const request = `await downloadFile({ ...${JSON.stringify(file)}, url: "https://downloads.invalid/a" }, {
    log: { info() {} }, sleep: async () => {} }).catch((error) => error.message)`;
  expect(JSON.parse(await runClient(request, { https_proxy: proxyUrl }))).toMatch(
    /^downloads\.invalid does not answer/,
  );
  expect(new Set(asked)).toEqual(new Set(["downloads.invalid:443"]));
});
