import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { uploadFile } from "./file-upload.ts";
import { object, text } from "./shape.ts";

let folder: string;
let server: Server;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-upload-"));
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

function fileOf(bytes: Buffer): string {
  const path = join(folder, "app.bin");
  writeFileSync(path, bytes);
  return path;
}

const PARTS = {
  token: "secret",
  contentType: "application/octet-stream",
  shape: object({ length: text, authorization: text }),
};

test("sends the file with its length, and says what it sent", async () => {
  const bytes = Buffer.alloc(3_000_001, "jessy");
  let received = Buffer.alloc(0);
  const url = await serve((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      received = Buffer.concat(parts);
      const { "content-length": length, authorization } = request.headers;
      response.writeHead(201).end(JSON.stringify({ length, authorization }));
    });
  });
  const answer = await uploadFile({ ...PARTS, url, path: fileOf(bytes), size: bytes.length });
  expect(answer).toMatchObject({ status: 201, stored: { length: "3000001", authorization: "Bearer secret" } });
  expect(received.equals(bytes)).toBe(true);
  expect(answer.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
});

test("an early refusal is the answer, not a broken connection", async () => {
  const url = await serve((_, response) => {
    response.writeHead(422).end(JSON.stringify({ message: "Validation Failed", errors: [{ code: "already_exists" }] }));
  });
  const answer = await uploadFile({ ...PARTS, url, path: fileOf(Buffer.alloc(50_000_000)), size: 50_000_000 });
  expect(answer.status).toBe(422);
  expect(answer.message).toContain("already_exists");
});

test("a connection that ends without an answer is status 0, with its reason", async () => {
  const url = await serve((request) => request.socket.destroy());
  const answer = await uploadFile({ ...PARTS, url, path: fileOf(Buffer.alloc(10)), size: 10 });
  expect(answer).toMatchObject({ status: 0, sha256: undefined });
  expect(answer.message).toMatch(/^no answer: ./);
});

test("a file that became shorter breaks the upload", async () => {
  const url = await serve((request, response) => {
    request.resume();
    request.on("end", () => response.writeHead(201).end("{}"));
  });
  const answer = await uploadFile({ ...PARTS, url, path: fileOf(Buffer.alloc(10)), size: 20 });
  expect(answer).toMatchObject({ status: 0, message: "the file has 10 bytes, and had 20" });
});

test("a file that became longer is sent up to its old length", async () => {
  const url = await serve((request, response) => {
    request.resume();
    request.on("end", () => response.writeHead(201).end("{}"));
  });
  const bytes = Buffer.from("0123456789");
  const answer = await uploadFile({ ...PARTS, shape: object({}), url, path: fileOf(bytes), size: 5 });
  expect(answer).toMatchObject({ status: 201, sha256: createHash("sha256").update("01234").digest("hex") });
});

test("an answer that breaks off is not called missing", async () => {
  const url = await serve((request, response) => {
    request.resume();
    request.on("end", () => {
      response.writeHead(201, { "content-length": "99" }).write("{");
      setImmediate(() => response.destroy());
    });
  });
  const answer = await uploadFile({ ...PARTS, url, path: fileOf(Buffer.from("01234")), size: 5 });
  expect(answer).toMatchObject({ status: 0, message: expect.stringMatching(/^status 201: the answer broke off: ./) });
});

test("a file that the system does not give is named", async () => {
  const url = await serve((request) => request.resume());
  const path = dirname(fileOf(Buffer.from("x")));
  const { status, message } = await uploadFile({ ...PARTS, url, path, size: 5 });
  expect([status, message]).toEqual([0, `\`${path}\` is a folder, and a file is needed; name a file (EISDIR, read)`]);
});

test.each([
  ["nothing", "", "the answer is empty"],
  ["null", "null", "its content is not an object but null"],
  ["HTML", "<html>", "the answer is HTML, not JSON"],
  ["an asset of another shape", '{"length":5}', "`length` is not a string but 5"],
  ["longer than any answer", " ".repeat(1_000_001), "the answer is larger than 1 MB"],
])("a success whose answer is %s leaves open whether the file arrived", async (_, body, problem) => {
  const url = await serve((request, response) => {
    request.resume();
    request.on("end", () => response.writeHead(201).end(body));
  });
  const answer = await uploadFile({ ...PARTS, url, path: fileOf(Buffer.from("01234")), size: 5 });
  expect(answer).toMatchObject({ status: 0, stored: undefined, message: expect.stringContaining(problem) });
});
