import {
  type ClientRequest,
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from "node:http";
import { request as secureRequest } from "node:https";
import type { AddressInfo } from "node:net";

export interface ProxiedRequest {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** The status of the answer; 0 when there was none. */
  status: number;
}

/** What happens to a request. */
export type FaultAct =
  /** The proxy answers itself; the registry sees nothing. */
  | { readonly answer: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  /** The connection breaks, after as many bytes of the request's body have reached the registry. */
  | { readonly resetAfter: number }
  /** The registry gets all, and its answer is lost. */
  | { readonly lose: true }
  /** The answer ends after as many bytes, and promised more. */
  | { readonly cutAnswerAt: number }
  /** An answer that never ends. */
  | { readonly endless: true }
  /** Milliseconds before the request goes on. */
  | { readonly delay: number }
  /** Headers of the answer that are not the registry's. */
  | { readonly lie: Readonly<Record<string, string>> };

export interface Fault {
  readonly when: (request: Pick<ProxiedRequest, "method" | "path">) => boolean;
  /** How often; default: once. */
  readonly times?: number;
  readonly act: FaultAct;
}

/** A proxy before a registry, which injects faults. */
export class FaultProxy {
  /** `127.0.0.1:PORT`. */
  readonly host: string;
  /** All that it was asked, in order. */
  readonly requests: ProxiedRequest[] = [];
  readonly #server: Server;
  readonly #target: { readonly host: string; readonly isTls: boolean };
  #faults: { fault: Fault; left: number }[] = [];

  /** @param target `HOST:PORT` of the registry. Any certificate is taken. */
  static async start(target: string, { isTls = false }: { readonly isTls?: boolean } = {}): Promise<FaultProxy> {
    const server = createServer({ keepAliveTimeout: 0, requestTimeout: 0 });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return new FaultProxy(server, { host: target, isTls });
  }

  private constructor(server: Server, target: { readonly host: string; readonly isTls: boolean }) {
    this.#server = server;
    this.#target = target;
    this.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.on("request", (asked, answer) => this.#pass(asked, answer));
  }

  /** From now on; replaces those before. */
  inject(...faults: readonly Fault[]): void {
    this.#faults = faults.map((fault) => ({ fault, left: fault.times ?? 1 }));
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #pass(asked: IncomingMessage, answer: ServerResponse): void {
    const { method = "", url: path = "", headers } = asked;
    const recorded: ProxiedRequest = { method, path, headers, status: 0 };
    this.requests.push(recorded);
    answer.on("finish", () => {
      recorded.status = answer.statusCode;
    });
    asked.on("error", () => undefined);
    const due = this.#faults.find(({ fault, left }) => left > 0 && fault.when({ method, path }));
    if (due === undefined) return this.#forward(asked, answer, undefined);
    due.left -= 1;
    const { act } = due.fault;
    if ("answer" in act) {
      asked.resume();
      asked.on("end", () => {
        const { body = "", headers = {} } = act;
        answer.writeHead(act.answer, headers);
        // One that promised more ends with its connection.
        if (Number(headers["content-length"] ?? 0) > body.length) answer.write(body, () => asked.socket.destroy());
        else answer.end(body);
      });
    } else if ("endless" in act) {
      answer.writeHead(200, { "content-type": "application/json" });
      const chunk = Buffer.alloc(65_536, " ");
      const more = () => {
        while (!answer.destroyed && answer.write(chunk));
      };
      answer.on("drain", more);
      more();
    } else if ("delay" in act) setTimeout(() => this.#forward(asked, answer, undefined), act.delay);
    else this.#forward(asked, answer, act);
  }

  #forward(asked: IncomingMessage, answer: ServerResponse, act: FaultAct | undefined): void {
    const { method, url: path, headers } = asked;
    const [host = "", port] = this.#target.host.split(":");
    const start = this.#target.isTls ? secureRequest : request;
    const passed = start({ host, port, method, path, headers, rejectUnauthorized: false, agent: false }, (upstream) => {
      if (act !== undefined && "lose" in act) {
        upstream.resume();
        upstream.on("end", () => asked.socket.destroy());
        return;
      }
      const lie = act !== undefined && "lie" in act ? act.lie : {};
      answer.writeHead(upstream.statusCode ?? 0, { ...upstream.headers, ...lie });
      if (act === undefined || !("cutAnswerAt" in act)) {
        upstream.pipe(answer);
        return;
      }
      const parts: Buffer[] = [];
      upstream.on("data", (part: Buffer) => parts.push(part));
      upstream.on("end", () =>
        answer.write(Buffer.concat(parts).subarray(0, act.cutAnswerAt), () => asked.socket.destroy()),
      );
    });
    passed.on("error", () => asked.socket.destroy());
    if (act === undefined || !("resetAfter" in act)) {
      asked.pipe(passed);
      return;
    }
    let left = act.resetAfter;
    asked.on("data", (part: Buffer) => {
      const taken = part.subarray(0, left);
      left -= taken.length;
      // The registry gets what was sent before the connection breaks.
      passed.write(taken, () => {
        if (left === 0) setTimeout(() => breakOff(asked, passed), 20);
      });
    });
    asked.on("end", () => asked.socket.destroy());
  }
}

function breakOff(asked: IncomingMessage, passed: ClientRequest): void {
  asked.socket.destroy();
  passed.destroy();
}
