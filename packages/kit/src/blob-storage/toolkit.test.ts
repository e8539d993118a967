import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { BlobServer, type BlobServerRequest } from "../../testing/blob-server.ts";

const TOOLKIT = pathToFileURL(
  resolve(import.meta.dirname, "../../../../node_modules/@actions/cache/lib/internal/"),
).href;
const OURS = pathToFileURL(join(import.meta.dirname, "client.ts")).href;

/** The toolkit's own upload and download, in a process of their own. @param standIn for Azure's client. */
async function transfer(url: string, folder: string, standIn: string | undefined): Promise<string> {
  const script = `import { registerHooks } from "node:module";
    const standIn = ${JSON.stringify(standIn ?? null)};
    if (standIn !== null)
      registerHooks({
        resolve: (specifier, context, next) =>
          specifier === "@azure/storage-blob" ? { url: standIn, shortCircuit: true } : next(specifier, context),
      });
    const { uploadCacheArchiveSDK } = await import(${JSON.stringify(`${TOOLKIT}/uploadUtils.js`)});
    const { downloadCacheStorageSDK } = await import(${JSON.stringify(`${TOOLKIT}/downloadUtils.js`)});
    const { statSync } = await import("node:fs");
    for (const name of ["small", "large"]) {
      const archiveSizeBytes = statSync(name).size;
      await uploadCacheArchiveSDK(${JSON.stringify(url)}, name, {
        archiveSizeBytes, uploadChunkSize: 64 * 1024 * 1024, uploadConcurrency: 8,
      });
      await downloadCacheStorageSDK(${JSON.stringify(url)}, name + ".back", {
        timeoutInMs: 30_000, segmentTimeoutInMs: 600_000, downloadConcurrency: 8,
      });
    }`;
  const options = { cwd: folder, env: { ...process.env, RUNNER_DEBUG: "1" } };
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script], options);
  return stdout;
}

/** What a request is about: ids of blocks are made anew for each upload. */
function essence({ method, query, headers, bytes, sha256, text }: BlobServerRequest) {
  const { comp, timeout, blockid = "" } = query;
  const { "x-ms-version": version, "x-ms-blob-type": type, "x-ms-range": range } = headers;
  const length = headers["content-length"];
  const kind = headers["content-type"]?.toLowerCase();
  const list = text.replace(/>[^<>]{64}</g, ">ID<").replace(/\s/g, "");
  return { method, comp, timeout, id: blockid.length, version, type, range, length, kind, bytes, body: list || sha256 };
}

test("the toolkit sends with our client what it sends with Azure's, and logs the same", async () => {
  const folder = mkdtempSync(join(tmpdir(), "jessy-toolkit-"));
  writeFileSync(join(folder, "small"), "small");
  // More than one request may have, and than one segment of a download.
  writeFileSync(join(folder, "large"), "large");
  truncateSync(join(folder, "large"), 130 * 1024 * 1024);
  const seen = [];
  for (const standIn of [undefined, OURS]) {
    const server = await BlobServer.start();
    const log = await transfer(server.url(), folder, standIn);
    for (const name of ["small", "large"])
      expect(readFileSync(join(folder, `${name}.back`)).equals(readFileSync(join(folder, name)))).toBe(true);
    const requests = server.requests.map((request) => JSON.stringify(essence(request))).sort();
    // Not how far a transfer is each second, nor how fast; nor what Azure's client makes of a host that is a number.
    const words = log
      .replace(/^::debug::BlobClient: .*\n/gm, "")
      .replace(/^(?:Sent|Received) .*[^)]\), .*\n/gm, (line) =>
        line.includes("(100.0%)") ? line.replace(/, .*/, "") : "",
      );
    seen.push({ requests, words });
    await server.close();
  }
  rmSync(folder, { recursive: true });
  const [azure, ours] = seen;
  // 4 + 1 + 33 and a few: two uploads, two downloads.
  expect(azure!.requests.length).toBeGreaterThan(35);
  expect(ours).toEqual(azure);
});
