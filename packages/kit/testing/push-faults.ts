import type { Fault } from "./fault-proxy.ts";

/** What goes wrong while an image is pushed, and what becomes of it. */
export interface PushFault {
  readonly name: string;
  readonly faults: readonly Fault[];
  /** It arrives, or ends with this error. */
  readonly outcome: "arrives" | RegExp;
  /** Milliseconds that it waited, without their random part. */
  readonly waits?: readonly number[];
  /** Where the tag stands afterwards; default: as the outcome says. */
  readonly isTagged?: boolean;
  /** Bytes of the layer; default: 2,000. */
  readonly layer?: number;
}

const isStart: Fault["when"] = ({ method }) => method === "POST";
const isBlobPut: Fault["when"] = ({ method, path }) => method === "PUT" && path.includes("/blobs/uploads/");
const isPatch: Fault["when"] = ({ method }) => method === "PATCH";
const isManifestPut: Fault["when"] = ({ method, path }) => method === "PUT" && path.includes("/manifests/sha256:");
const isTagPut: Fault["when"] = ({ method, path }) => method === "PUT" && path.endsWith("/manifests/1.0");
const isTagLook: Fault["when"] = ({ method, path }) => method === "HEAD" && path.endsWith("/manifests/1.0");
const isBlobLook: Fault["when"] = ({ method, path }) => method === "HEAD" && path.includes("/blobs/");

const HTML = { "content-type": "text/html" };
const JSON_TYPE = { "content-type": "application/json" };
const FOREVER = 10_000;
const OTHER = `sha256:${"0".repeat(64)}`;
const refusal = (code: string, message: string) => JSON.stringify({ errors: [{ code, message }] });
const LARGE = 9 * 1024 * 1024;

/** Texts of Docker Hub, as its documentation and its users quote them. */
const PULL_LIMIT =
  "You have reached your pull rate limit. You may increase the limit by authenticating and upgrading: https://www.docker.com/increase-rate-limit";

/** @param now milliseconds since 1970, for a Retry-After that is a date. */
export function pushFaults(now: number): readonly PushFault[] {
  const later = (seconds: number) => new Date(Math.floor(now / 1000) * 1000 + seconds * 1000).toUTCString();
  return [
    {
      name: "429 with Retry-After in seconds",
      faults: [{ when: isStart, times: 2, act: { answer: 429, headers: { "retry-after": "7" } } }],
      outcome: "arrives",
      waits: [7000, 7000],
    },
    {
      name: "429 with Retry-After as a date",
      faults: [{ when: isManifestPut, act: { answer: 429, headers: { "retry-after": later(20) } } }],
      outcome: "arrives",
      waits: [20_000],
    },
    {
      name: "429 without a hint, as Docker Hub's limit of requests",
      faults: [{ when: isBlobPut, times: 3, act: { answer: 429, headers: HTML, body: "Too Many Requests" } }],
      outcome: "arrives",
      waits: [5000, 15_000, 45_000],
    },
    {
      name: "429 with a wait of an hour",
      faults: [{ when: isStart, times: FOREVER, act: { answer: 429, headers: { "retry-after": "3600" } } }],
      outcome: /^push blob .*: status 429; the registry asks to wait 60 minutes; run this again when/,
    },
    {
      name: "429, Docker Hub's limit of pulls",
      faults: [
        {
          when: isStart,
          times: FOREVER,
          act: {
            answer: 429,
            headers: { ...JSON_TYPE, "retry-after": "1" },
            body: refusal("TOOMANYREQUESTS", PULL_LIMIT),
          },
        },
      ],
      outcome: /status 429.*this limit is not waited for/,
    },
    {
      name: "502 with a page of HTML",
      faults: [{ when: isBlobPut, times: 2, act: { answer: 502, headers: HTML, body: "<html>Bad Gateway</html>" } }],
      outcome: "arrives",
      waits: [1000, 2000],
    },
    {
      name: "503 with Retry-After",
      faults: [{ when: isTagPut, act: { answer: 503, headers: { "retry-after": "3" } } }],
      outcome: "arrives",
      waits: [3000],
    },
    {
      name: "503 for a minute",
      faults: [{ when: () => true, times: 6, act: { answer: 503 } }],
      outcome: "arrives",
      waits: [1000, 2000, 4000, 8000, 15_000, 30_000],
    },
    {
      name: "503 for good",
      faults: [{ when: isTagPut, times: FOREVER, act: { answer: 503 } }],
      outcome: /^push manifest .*:1\.0: status 503; run this again: what arrived is not sent again$/,
    },
    {
      name: "the connection breaks before an answer",
      faults: [{ when: isBlobLook, times: 2, act: { resetAfter: 0 } }],
      outcome: "arrives",
      waits: [1000, 2000],
    },
    {
      name: "the connection breaks inside a small blob",
      faults: [{ when: isBlobPut, act: { resetAfter: 10 } }],
      outcome: "arrives",
      waits: [1000],
    },
    {
      name: "the connection breaks inside a large blob",
      faults: [{ when: isPatch, act: { resetAfter: 4_000_000 } }],
      outcome: "arrives",
      layer: LARGE,
    },
    {
      name: "the answer to a blob is lost",
      faults: [{ when: isBlobPut, act: { lose: true } }],
      outcome: "arrives",
      waits: [1000],
    },
    {
      name: "the answer to the tag is lost",
      faults: [{ when: isTagPut, act: { lose: true } }],
      outcome: "arrives",
      waits: [1000],
    },
    { name: "a slow registry", faults: [{ when: () => true, times: 3, act: { delay: 100 } }], outcome: "arrives" },
    {
      name: "the upload is lost between two requests (404)",
      faults: [
        { when: isBlobPut, act: { answer: 404, headers: JSON_TYPE, body: refusal("BLOB_UPLOAD_UNKNOWN", "unknown") } },
      ],
      outcome: "arrives",
    },
    {
      name: "the registry found other bytes than were sent",
      faults: [{ when: isBlobPut, act: { answer: 400, headers: JSON_TYPE, body: refusal("DIGEST_INVALID", "other") } }],
      outcome: "arrives",
    },
    {
      name: "the registry finds other bytes each time",
      faults: [
        {
          when: isBlobPut,
          times: FOREVER,
          act: { answer: 400, headers: JSON_TYPE, body: refusal("DIGEST_INVALID", "provided digest did not match") },
        },
      ],
      outcome: /^push blob .*: status 400: DIGEST_INVALID: provided digest did not match/,
    },
    {
      name: "401 without a challenge",
      faults: [{ when: isStart, times: FOREVER, act: { answer: 401 } }],
      outcome: /status 401; no credentials for 127\.0\.0\.1:\d+ are known: log in to it$/,
    },
    {
      name: "403",
      faults: [
        { when: isStart, times: FOREVER, act: { answer: 403, headers: JSON_TYPE, body: refusal("DENIED", "no") } },
      ],
      outcome: /status 403: DENIED: no; /,
    },
    {
      name: "404 for a repository that a push does not make",
      faults: [
        {
          when: isStart,
          times: FOREVER,
          act: { answer: 404, headers: JSON_TYPE, body: refusal("NAME_UNKNOWN", "unknown") },
        },
      ],
      outcome: /status 404: NAME_UNKNOWN: unknown; check that .* exists/,
    },
    {
      name: "a proxy takes no request as large (413)",
      faults: [{ when: isPatch, act: { answer: 413, headers: HTML, body: "<html>413</html>" } }],
      outcome: "arrives",
      layer: LARGE,
    },
    {
      name: "a proxy takes no request at all (413)",
      faults: [{ when: isBlobPut, times: FOREVER, act: { answer: 413, headers: HTML, body: "<html>413</html>" } }],
      outcome: /status 413: an HTML page; a proxy before .* limits the size of requests: raise its limit$/,
    },
    {
      name: "the registry says that it stored another manifest",
      faults: [{ when: isManifestPut, act: { lie: { "docker-content-digest": OTHER } } }],
      outcome: /the registry says that it stored sha256:0+, and was sent sha256:/,
    },
    {
      name: "the registry says that it stored another blob",
      faults: [{ when: isBlobPut, act: { lie: { "docker-content-digest": OTHER } } }],
      outcome: /the registry says that it stored sha256:0+/,
    },
    {
      name: "the tag shows what it was before, for a second",
      faults: [{ when: isTagLook, times: 2, act: { lie: { "docker-content-digest": OTHER } } }],
      outcome: "arrives",
      waits: [500, 1000],
    },
    {
      name: "the tag leads elsewhere",
      faults: [{ when: isTagLook, times: FOREVER, act: { lie: { "docker-content-digest": OTHER } } }],
      outcome: /^confirm .*:1\.0: the registry has sha256:0+ there, and was sent sha256:/,
      isTagged: true,
    },
    {
      name: "the tag is not shown for a second",
      faults: [{ when: isTagLook, act: { answer: 404 } }],
      outcome: "arrives",
      waits: [500],
    },
    {
      name: "a login page in place of a registry (HTML, status 200)",
      faults: [{ when: () => true, times: FOREVER, act: { answer: 200, headers: HTML, body: "<html>Log in</html>" } }],
      outcome: /^push blob .*: status 200: an HTML page/,
    },
    {
      name: "a page of HTML once, in place of the look at a blob",
      faults: [{ when: isBlobLook, act: { answer: 200, headers: HTML, body: "" } }],
      outcome: "arrives",
    },
    {
      name: "an answer without end",
      faults: [{ when: isStart, times: FOREVER, act: { endless: true } }],
      outcome: /^push blob .*: the answer is larger than 1 MB$/,
    },
    {
      name: "an answer that is cut off",
      faults: [{ when: isManifestPut, act: { answer: 201, headers: { "content-length": "50" }, body: "{}" } }],
      outcome: "arrives",
      waits: [1000],
    },
    {
      name: "a redirect of a write to plain HTTP elsewhere",
      faults: [{ when: isBlobPut, act: { answer: 307, headers: { location: "http://storage.invalid/x" } } }],
      outcome: /a redirect to storage\.invalid without TLS$/,
    },
    {
      name: "an upload that goes on elsewhere without TLS",
      faults: [{ when: isStart, act: { answer: 202, headers: { location: "http://storage.invalid/x" } } }],
      outcome: /the registry names no place for the upload, or an unsafe one$/,
    },
  ];
}
