import type { Socket } from "node:net";
import { type Attempt, ProbeFault } from "./attempt.ts";
import { peerOf } from "./words.ts";

/** The credentials of a proxy's address, as it takes them. */
export function proxyHeaders({ username, password }: URL): Readonly<Record<string, string>> {
  if (username === "") return {};
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { "proxy-authorization": `Basic ${Buffer.from(pair).toString("base64")}` };
}

/** Asks a proxy for a way through to the URL's host. @throws ProbeFault when it refuses, or Node's error. */
export async function openTunnel(socket: Socket, url: URL, proxy: URL, attempt: Attempt): Promise<Socket> {
  const target = peerOf(url);
  const request = process.getBuiltinModule("node:http").request({
    method: "CONNECT",
    path: target,
    headers: { host: target, ...proxyHeaders(proxy) },
    createConnection: () => socket,
  });
  request.end();
  return new Promise((resolve, reject) => {
    request.once("error", reject);
    request.once("response", ({ statusCode }) => reject(refusal(statusCode)));
    request.once("connect", ({ statusCode }, tunnel: Socket, head) => {
      if (statusCode !== 200) return reject(refusal(statusCode));
      if (head.length > 0) tunnel.unshift(head);
      attempt.hold(tunnel);
      return resolve(tunnel);
    });
  });

  function refusal(status: number | undefined): ProbeFault {
    return new ProbeFault("unreachable", `the proxy ${proxy.host} opens no way to ${target}: status ${status}`);
  }
}
