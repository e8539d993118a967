import type { ReleaseDocument } from "../github/release-document.ts";
import { ReleaseFailure } from "./failure.ts";

/**
 * Where a release takes uploads, without the end of the URL template. The token only goes to a host of the API's own: `uploads.github.com`,
 * `uploads.NAME.ghe.com`, or the API's host itself on GitHub Enterprise Server.
 *
 * @throws ReleaseFailure for any other host.
 */
export function uploadAddress(release: Pick<ReleaseDocument, "upload_url">, apiUrl: string): URL {
  const url = new URL(release.upload_url.replace(/\{.*$/s, ""));
  const api = new URL(apiUrl);
  const hosts = [api.hostname, api.hostname.replace(/^api\./, "uploads.")];
  if (hosts.includes(url.hostname) && url.protocol === api.protocol && url.username === "") return url;
  throw new ReleaseFailure(
    `GitHub sends uploads to ${url.host}, which is not a host of ${api.host}: the token was not sent there`,
  );
}
