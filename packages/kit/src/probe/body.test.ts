import { brotliCompressSync, createGzip, deflateSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { answered, failed, Servers } from "../../testing/probing.ts";
import { ScriptedServer } from "../../testing/scripted-server.ts";

const servers = new Servers();

afterEach(() => servers.close());

describe("a body", () => {
  test.each([4, 5, 6])("of 5 bytes, %i wanted", async (maxBodyBytes) => {
    const server = await servers.start(ScriptedServer.http((response) => response.end("12345")));
    const { body, isCut } = await answered(server.url(), { maxBodyBytes });
    expect([body.toString(), isCut]).toEqual(["12345".slice(0, maxBodyBytes), maxBodyBytes < 5]);
  });

  test("without an end is cut", async () => {
    const server = await servers.start(
      ScriptedServer.http((response) => {
        const chunk = Buffer.alloc(65_536, "x");
        const more = () => {
          while (!response.destroyed && response.write(chunk));
        };
        response.on("drain", more);
        more();
      }),
    );
    const { body, isCut } = await answered(server.url());
    expect([body.length, isCut]).toEqual([1_048_576, true]);
  });

  test.each([
    ["gzip", gzipSync("hello")],
    ["X-GZIP", gzipSync("hello")],
    ["deflate", deflateSync("hello")],
    ["br", brotliCompressSync("hello")],
    ["identity", Buffer.from("hello")],
    ["gzip, br", brotliCompressSync(gzipSync("hello"))],
    ["gzip, gzip, gzip", gzipSync(gzipSync(gzipSync("hello")))],
    ["gzip, gzip, gzip, gzip", Buffer.from("hello")],
    ["snappy", Buffer.from("hello")],
  ])("in %s", async (encoding, bytes) => {
    const server = await servers.start(
      ScriptedServer.http((response) => response.writeHead(200, { "content-encoding": encoding }).end(bytes)),
    );
    expect((await answered(server.url())).body.toString()).toBe("hello");
  });

  test("that unpacks to gigabytes is cut, and the rest never unpacked", async () => {
    const server = await servers.start(
      ScriptedServer.http((response) => {
        response.writeHead(200, { "content-encoding": "gzip" });
        const packed = createGzip();
        packed.pipe(response);
        const zeros = Buffer.alloc(1_048_576);
        const more = () => {
          while (!response.destroyed && packed.write(zeros));
        };
        packed.on("drain", more);
        response.on("close", () => packed.destroy());
        more();
      }),
    );
    const { body, isCut } = await answered(server.url(), { maxBodyBytes: 1000 });
    expect([body.length, isCut]).toEqual([1000, true]);
  });

  test.each([
    ["is no gzip", Buffer.from("hello")],
    ["is half a gzip", gzipSync("hello").subarray(0, 15)],
  ])("that %s is no answer", async (_, bytes) => {
    const server = await servers.start(
      ScriptedServer.http((response) => response.writeHead(200, { "content-encoding": "gzip" }).end(bytes)),
    );
    expect(await failed(server.url())).toMatchObject({
      failure: "protocol",
      phase: "body",
      message: expect.stringContaining("content-encoding"),
    });
  });
});
