import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { proxyFor } from "../http/proxy-address.ts";
import { type Attempt, ProbeFault } from "./attempt.ts";
import { type ProbeBody, readBody } from "./body.ts";
import { connect } from "./connect.ts";
import { faultOf } from "./fault.ts";
import { isMetadataAddress, isMetadataName } from "./forbidden.ts";
import { ipVersion } from "./ip-address.ts";
import { lookUp } from "./lookup.ts";
import type { ProbeCertificate } from "./outcome.ts";
import { secure } from "./secure.ts";
import { openTunnel, proxyHeaders } from "./tunnel.ts";
import { hostOf, peerOf, portOf } from "./words.ts";

/** One request, redirects apart. */
export interface Hop {
  readonly method: string;
  readonly url: URL;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string | undefined;
  readonly address: string | undefined;
  readonly family: 4 | 6 | undefined;
  readonly maxBodyBytes: number;
  readonly certificateAuthority: string | undefined;
  readonly allowsMetadata: boolean;
}

export interface HopAnswer extends ProbeBody {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly certificate: ProbeCertificate | undefined;
}

interface Connection {
  readonly socket: Socket;
  readonly certificate?: ProbeCertificate;
  /** That speaks plain HTTP for us. */
  readonly proxy?: URL | undefined;
}

/** Connects, sends one request and reads its answer. @throws ProbeFault or Node's error. */
export async function exchange(hop: Hop, attempt: Attempt): Promise<HopAnswer> {
  const connection = await open(hop, attempt);
  attempt.phase = "headers";
  const response = await send(hop, connection);
  attempt.mark("firstByte");
  attempt.phase = "body";
  const { statusCode: status = 0, headersDistinct } = response;
  const headers = Object.entries(headersDistinct).map(([name, values]) => [name, (values ?? []).join(", ")]);
  const body = await readBody(response, hop.maxBodyBytes, attempt);
  return { status, headers: Object.fromEntries(headers), certificate: connection.certificate, ...body };
}

async function open(hop: Hop, attempt: Attempt): Promise<Connection> {
  const { url, certificateAuthority: authority } = hop;
  const host = hostOf(url);
  // A pinned address is one host of several, which no proxy would find.
  const proxy = hop.address === undefined ? proxyFor(url, process.env) : undefined;
  if (proxy !== undefined) return openThroughProxy(hop, proxy, attempt);
  const addresses = hop.address === undefined ? await lookUp(host, hop.family) : pinned(hop.address);
  attempt.mark("lookup");
  const forbidden = hop.allowsMetadata ? undefined : addresses.find(isMetadataAddress);
  if (forbidden !== undefined) {
    attempt.address = forbidden;
    throw forbiddenFault(host === forbidden ? forbidden : `${host} leads to ${forbidden}, which`);
  }
  const socket = await connect(addresses, portOf(url), attempt);
  return url.protocol === "https:" ? secure(socket, host, authority, attempt) : { socket };
}

/** A name would be looked up unseen. */
function pinned(address: string): readonly string[] {
  if (ipVersion(address) === undefined) throw new ProbeFault("name", `${address} is not an IP address`);
  return [address];
}

async function openThroughProxy(
  { url, certificateAuthority: authority, allowsMetadata }: Hop,
  proxy: URL,
  attempt: Attempt,
): Promise<Connection> {
  const host = hostOf(url);
  if (!allowsMetadata && (isMetadataAddress(host) || isMetadataName(host))) throw forbiddenFault(host);
  attempt.peer = `the proxy ${proxy.host}`;
  const plain = await reachProxy(proxy, attempt);
  attempt.peer = `the proxy ${proxy.host}`;
  const { socket } =
    proxy.protocol === "https:" ? await secure(plain, hostOf(proxy), authority, attempt) : { socket: plain };
  if (url.protocol === "http:") return { socket, proxy };
  attempt.phase = "connect";
  const tunnel = await openTunnel(socket, url, proxy, attempt);
  attempt.peer = `${peerOf(url)} by the proxy ${proxy.host}`;
  return secure(tunnel, host, authority, attempt);
}

async function reachProxy(proxy: URL, attempt: Attempt): Promise<Socket> {
  try {
    const addresses = await lookUp(hostOf(proxy), undefined);
    attempt.mark("lookup");
    return await connect(addresses, portOf(proxy), attempt);
  } catch (error) {
    const { failure, message } = faultOf(error, attempt);
    throw new ProbeFault(failure, `the proxy ${proxy.host}: ${message}`);
  }
}

function forbiddenFault(what: string): ProbeFault {
  return new ProbeFault("forbidden-address", `${what} is a cloud's metadata service, which is not asked`);
}

async function send(hop: Hop, { socket, proxy }: Connection): Promise<IncomingMessage> {
  const { method, url, body } = hop;
  // node:https would open a connection of its own; this one speaks TLS already.
  const request = process.getBuiltinModule("node:http").request({
    method,
    path: proxy === undefined ? `${url.pathname}${url.search}` : withoutUser(url),
    headers: headersOf(hop, proxy),
    createConnection: () => socket,
  });
  const responded = new Promise<IncomingMessage>((resolve, reject) => {
    request.once("response", resolve);
    // 101: the answer to a request that asked for another protocol. It has no body.
    request.once("upgrade", (response, upgraded) => {
      upgraded.destroy();
      resolve(response);
    });
    // Always heard: a second error without a listener would end the process.
    request.on("error", reject);
    request.once("close", () => reject(Object.assign(new Error("closed"), { code: "ECONNRESET" })));
  });
  request.end(body);
  return responded;
}

function headersOf({ url, headers, body }: Hop, proxy: URL | undefined): Record<string, string | string[]> {
  const all: Record<string, string | string[]> = {
    host: url.host,
    "user-agent": "jessy-actions",
    accept: "*/*",
    ...(url.username !== "" && { authorization: proxyHeaders(url)["proxy-authorization"]! }),
    ...(proxy !== undefined && proxyHeaders(proxy)),
  };
  const own = Map.groupBy(headers, ([name]) => name.toLowerCase());
  for (const [name, entries] of own) {
    const values = entries.map(([, value]) => value);
    all[name] = values.length === 1 ? values[0]! : values;
  }
  // Whatever was said of it: a server waits for the rest of a body that is shorter.
  delete all["transfer-encoding"];
  delete all["content-length"];
  if (body !== undefined) all["content-length"] = String(Buffer.byteLength(body));
  return all;
}

function withoutUser(url: URL): string {
  const bare = new URL(url);
  bare.username = "";
  bare.password = "";
  bare.hash = "";
  return bare.href;
}
