import { type IncomingHttpHeaders, request } from "node:http";

/** What the emulator answers. */
export interface EmulatorAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/**
 * One request to the emulator, on a connection of its own. The emulator ends idle connections after 5 s, so a kept one could be reset under
 * the next request; a new connection on loopback costs next to nothing.
 */
export function askEmulator(
  url: string,
  method: string,
  headers: Readonly<Record<string, string>>,
  body?: unknown,
): Promise<EmulatorAnswer> {
  return new Promise((resolve, reject) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const sent = request(url, { method, headers: { ...headers, "content-type": "application/json" }, agent: false });
    sent.on("error", reject);
    sent.on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        });
      });
    });
    sent.end(text);
  });
}
