import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** An HTTP server on a free port of this machine's loopback address. */
export class LoopbackServer {
  readonly url: string;
  readonly #server: Server;

  /**
   * Connections stay open until the client or `close` ends them. Node would end an idle one after 5 s: in a process that was busy until then,
   * that moment is the one at which a client sends its next request on it, and the client sees a reset.
   */
  static async start(): Promise<LoopbackServer> {
    const server = createServer({ keepAliveTimeout: 0, headersTimeout: 0, requestTimeout: 0 });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return new LoopbackServer(server);
  }

  private constructor(server: Server) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  onRequest(listener: RequestListener): void {
    this.#server.on("request", listener);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
