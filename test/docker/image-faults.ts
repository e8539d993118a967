import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { State } from "../../actions/docker-build-push/src/result.ts";
import type { Fault } from "../../packages/kit/testing/fault-proxy.ts";
import { DOCKERFILE } from "./image-scenario.ts";

type Inputs = Readonly<Record<string, string>>;

/** Where a run of the table happens. */
export interface FaultPlace {
  /** A registry, and another one behind the fault proxy. */
  readonly steady: string;
  readonly faulty: string;
  /** One that asks for credentials. */
  readonly secured: string;
  readonly repository: string;
  /** The checkout. */
  readonly folder: string;
  /** Pushes other content under a tag of the faulty registry. */
  occupy(tag: string): Promise<void>;
}

/** What goes wrong in a run, what stands where afterwards, and what the same run makes of it without the fault. */
export interface ImageFault {
  /** As docs/docker-faults.md calls it. */
  readonly name: string;
  readonly faults?: readonly Fault[];
  arrange?(place: FaultPlace): void | Promise<void>;
  /** In the place of, or beside, those of every run. */
  readonly inputs?: (place: FaultPlace) => Inputs;
  readonly env?: (place: FaultPlace) => Inputs;
  /** Of the first run; null: it ended before there was a result. */
  readonly state: State | null;
  /** What it says: its headline or its error. */
  readonly says: RegExp;
  /** Registries on which the tag leads to the image after the first run. */
  readonly stands?: readonly ("steady" | "faulty")[];
  /** Undoes what `arrange` did. */
  mend?(place: FaultPlace): void;
  /** Of the second run. */
  readonly again: State | null;
}

const isTagPut: Fault["when"] = ({ method, path }) => method === "PUT" && path.endsWith("/manifests/1.0");
const isBlobPut: Fault["when"] = ({ method, path }) => method === "PUT" && path.includes("/blobs/uploads/");
const isManifestPut: Fault["when"] = ({ method, path }) => method === "PUT" && path.includes("/manifests/sha256:");
const isSignaturePut: Fault["when"] = ({ method, path }) => method === "PUT" && path.endsWith(".sig");

const FOREVER = 10_000;
const OTHER = `sha256:${"0".repeat(64)}`;

/** Nobody's. */
const SECRET = "pq7-Lx2mVw9sTgJ4bRc8";

const rewrite = (text: string) => (place: FaultPlace) => writeFileSync(join(place.folder, "Dockerfile"), text);
const mend = rewrite(DOCKERFILE);

export const IMAGE_FAULTS: readonly ImageFault[] = [
  {
    name: "Docker is not installed",
    arrange: ({ folder }) => {
      const git = execFileSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).trim();
      mkdirSync(join(folder, "git-alone"));
      symlinkSync(git, join(folder, "git-alone/git"));
    },
    env: ({ folder }) => ({ PATH: join(folder, "git-alone"), DOCKER_CONFIG: "/nowhere" }),
    state: "failed",
    says: /docker.+not installed/i,
    again: "pushed",
  },
  {
    name: "The Docker daemon does not answer",
    env: () => ({ DOCKER_HOST: "unix:///nowhere/docker.sock" }),
    state: "failed",
    says: /daemon/,
    again: "pushed",
  },
  {
    name: "The signing key is missing or cannot be opened",
    inputs: () => ({ sign: "key" }),
    state: null,
    says: /input `signing-key` is empty, and so is the variable COSIGN_PRIVATE_KEY/,
    again: null,
  },
  {
    name: "A step of the Dockerfile fails",
    arrange: rewrite(`${DOCKERFILE}RUN ["/bin/busybox", "false"]\n`),
    state: "failed",
    says: /Dockerfile, line 5/,
    mend,
    again: "pushed",
  },
  {
    name: "One of several images does not build",
    arrange: (place) => writeFileSync(join(place.folder, "Dockerfile.bad"), `${DOCKERFILE}COPY missing /\n`),
    inputs: ({ faulty, repository }) => ({
      images: "",
      targets: `- name: good\n  images: ${faulty}/${repository}\n- name: bad\n  images: ${faulty}/${repository}-bad\n  file: Dockerfile.bad\n`,
    }),
    state: "failed",
    says: /Dockerfile\.bad, line 5/,
    mend: (place) => writeFileSync(join(place.folder, "Dockerfile.bad"), DOCKERFILE),
    again: "pushed",
  },
  {
    name: "The image tells a secret, in a variable, its history or its provenance",
    arrange: rewrite(`${DOCKERFILE}ARG TOKEN\nENV TOKEN=$TOKEN\n`),
    inputs: () => ({ secrets: `token=${SECRET}`, "build-args": `TOKEN=${SECRET}` }),
    state: "refused",
    says: /it tells a secret: token in /,
    again: "refused",
  },
  {
    name: "The scan ends with an error",
    inputs: () => ({ scan: "sh\n-c\ntest -e {layout}/index.json && exit 3" }),
    state: "refused",
    says: /the scan sh ended with exit code 3/,
    again: "refused",
  },
  {
    name: "The image is larger than `max-size`",
    inputs: () => ({ "max-size": "10 kB" }),
    state: "refused",
    says: /linux\/amd64 has 1\.\d MB, and max-size allows /,
    again: "refused",
  },
  {
    name: "The image grew by more than `max-growth`",
    arrange: ({ occupy }) => occupy("1.0"),
    inputs: ({ faulty, repository }) => ({ images: `${faulty}/${repository}/faulty`, "max-growth": "1 kB" }),
    state: "refused",
    says: /linux\/amd64 grew from .+, and max-growth allows 1\.0 kB/,
    again: "refused",
  },
  {
    name: "The registry does not take the credentials",
    inputs: ({ secured, repository }) => ({
      images: `${secured}/${repository}`,
      username: "jessy",
      password: "of somebody else",
    }),
    state: "failed",
    says: /0 of 1 tag pushed/,
    again: "failed",
  },
  {
    name: "The registry is down before the push, for longer than `retry-for`",
    faults: [{ when: () => true, times: FOREVER, act: { answer: 503 } }],
    state: "failed",
    says: /0 of 2 tags pushed; failed: .+:1\.0/,
    again: "pushed",
  },
  {
    name: "The registry goes down while blobs are sent",
    faults: [{ when: isBlobPut, times: FOREVER, act: { answer: 502 } }],
    state: "failed",
    says: /0 of 2 tags pushed/,
    again: "pushed",
  },
  {
    name: "The registry goes down before the manifest",
    faults: [{ when: isManifestPut, times: FOREVER, act: { answer: 500 } }],
    state: "failed",
    says: /0 of 2 tags pushed/,
    again: "pushed",
  },
  {
    name: "The registry asks to wait (429 with Retry-After)",
    faults: [{ when: isBlobPut, times: 2, act: { answer: 429, headers: { "retry-after": "1" } } }],
    state: "pushed",
    says: /pushed, 2 tags/,
    stands: ["steady", "faulty"],
    again: "unchanged",
  },
  {
    name: "One of two registries refuses its tag",
    faults: [{ when: isTagPut, times: FOREVER, act: { answer: 403 } }],
    state: "failed",
    says: /1 of 2 tags pushed; failed: /,
    stands: ["steady"],
    again: "pushed",
  },
  {
    name: "The registry says that it stored another digest under the tag",
    faults: [{ when: isTagPut, times: FOREVER, act: { lie: { "docker-content-digest": OTHER } } }],
    state: "failed",
    says: /1 of 2 tags pushed; failed: /,
    stands: ["steady", "faulty"],
    again: "unchanged",
  },
  {
    name: "A version stands at another digest",
    arrange: ({ occupy }) => occupy("1.0"),
    inputs: () => ({ "immutable-tags": "1.*" }),
    state: "refused",
    says: /:1\.0 must not move/,
    again: "refused",
  },
  {
    name: "A tag that may move stands at another digest",
    arrange: ({ occupy }) => occupy("1.0"),
    state: "pushed",
    says: /pushed, 2 tags/,
    stands: ["steady", "faulty"],
    again: "unchanged",
  },
  {
    name: "Whether `latest` moves cannot be asked",
    faults: [{ when: ({ path }) => path.includes("/tags/list"), times: FOREVER, act: { answer: 503 } }],
    inputs: () => ({ flavor: "latest=true", tags: "type=semver,pattern={{version}},value=1.0.0" }),
    state: "failed",
    says: /whether `?latest`? moves is not known/,
    again: "pushed",
  },
  {
    name: "The cache cannot be written",
    faults: [{ when: ({ path }) => path.includes("/cache/"), times: FOREVER, act: { answer: 403 } }],
    inputs: ({ faulty, repository }) => ({ cache: "registry", "cache-ref": `${faulty}/${repository}/cache` }),
    state: "pushed",
    says: /pushed, 2 tags/,
    stands: ["steady", "faulty"],
    again: "unchanged",
  },
  {
    name: "What is promoted is not there",
    inputs: () => ({ promote: "main" }),
    state: "failed",
    says: /Nothing was promoted: .+ is not there/,
    again: "failed",
  },
];

/** With a key, which rows of signing need. */
export const SIGNATURE_FAULT: ImageFault = {
  name: "The signature cannot be stored",
  faults: [{ when: isSignaturePut, times: FOREVER, act: { answer: 403 } }],
  state: "failed",
  says: /1 signature failed, so no tag was set/,
  again: "pushed",
};
