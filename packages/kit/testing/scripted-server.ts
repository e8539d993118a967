import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { type AddressInfo, createServer as createRawServer, type Server, type Socket } from "node:net";
import type { TlsOptions } from "node:tls";

export interface ScriptedOptions {
  /** Default: 127.0.0.1. */
  readonly address?: string;
  /** Default: any that is free. */
  readonly port?: number;
  readonly tls?: TlsOptions;
}

export interface SeenRequest {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** A server on this machine that does what a test says, right or wrong. */
export class ScriptedServer {
  readonly port: number;
  /** Whole requests, in order; none of a server of bytes. */
  readonly requests: SeenRequest[];
  /** How many connections it has had. */
  readonly connections: () => number;
  readonly #address: string;
  readonly #server: Server;
  readonly #open: Set<Socket>;

  /** Answers whole requests. */
  static async http(
    answer: (response: ServerResponse, request: SeenRequest) => void,
    options: ScriptedOptions = {},
  ): Promise<ScriptedServer> {
    const requests: SeenRequest[] = [];
    const listener: RequestListener = (request, response) => {
      const parts: Buffer[] = [];
      request.on("error", () => undefined);
      request.on("data", (part: Buffer) => parts.push(part));
      request.on("end", () => {
        const { method = "", url: path = "", headers } = request;
        const seen = { method, path, headers, body: Buffer.concat(parts).toString() };
        requests.push(seen);
        answer(response, seen);
      });
    };
    const server = options.tls === undefined ? createServer(listener) : createSecureServer(options.tls, listener);
    return ScriptedServer.#listen(server, options, requests);
  }

  /** Gets each connection as bytes. */
  static raw(answer: (socket: Socket) => void, options: Omit<ScriptedOptions, "tls"> = {}): Promise<ScriptedServer> {
    return ScriptedServer.#listen(createRawServer(answer), options, []);
  }

  /** Sends the same bytes to everybody, once something was asked, and then does as said. */
  static bytes(bytes: string | Buffer, then: "end" | "wait" | "reset" = "end"): Promise<ScriptedServer> {
    return ScriptedServer.raw((socket) =>
      socket.once("data", () =>
        socket.write(bytes, () => {
          if (then === "end") socket.end();
          if (then === "reset") setTimeout(() => socket.resetAndDestroy(), 20);
        }),
      ),
    );
  }

  static async #listen(
    server: Server,
    { address = "127.0.0.1", port = 0 }: ScriptedOptions,
    requests: SeenRequest[],
  ): Promise<ScriptedServer> {
    const open = new Set<Socket>();
    let connections = 0;
    server.on("connection", (socket) => {
      connections += 1;
      open.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => open.delete(socket));
    });
    server.on("tlsClientError", () => undefined);
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, address, resolve);
    });
    return new ScriptedServer(server, address, requests, open, () => connections);
  }

  private constructor(
    server: Server,
    address: string,
    requests: SeenRequest[],
    open: Set<Socket>,
    connections: () => number,
  ) {
    this.#server = server;
    this.#address = address;
    this.#open = open;
    this.requests = requests;
    this.connections = connections;
    this.port = (server.address() as AddressInfo).port;
  }

  /** `http://127.0.0.1:PORT/path`. @param host another name for it. */
  url(path = "/", host = this.#address.includes(":") ? `[${this.#address}]` : this.#address): string {
    return `http://${host}:${this.port}${path}`;
  }

  secureUrl(path = "/", host?: string): string {
    return this.url(path, host).replace("http:", "https:");
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const socket of this.#open) socket.destroy();
    await closed;
  }
}

/** A port of this machine at which nothing listens. */
export async function closedPort(address = "127.0.0.1"): Promise<number> {
  const server = await ScriptedServer.raw(() => undefined, { address });
  await server.close();
  return server.port;
}
