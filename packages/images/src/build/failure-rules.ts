export type FailureKind =
  | "dockerfile"
  | "step"
  | "missing-file"
  | "missing-secret"
  | "unknown-stage"
  | "base-image"
  | "rate-limit"
  | "network"
  | "registry-login"
  | "disk-full"
  | "out-of-memory"
  | "platform"
  | "exporter"
  | "cache"
  | "entitlement"
  | "daemon"
  | "canceled"
  | "unknown";

/** How one kind of failure is told from what buildx says. */
interface FailureRule {
  readonly kind: FailureKind;
  readonly pattern: RegExp;
  /** `$1`, `$2` are groups of the pattern. */
  readonly reason: string;
  readonly remedy: string;
  readonly isTransient?: boolean;
}

const STORE =
  'set `"features": {"containerd-snapshotter": true}` in /etc/docker/daemon.json, or use docker/setup-buildx-action before this step';

/** In order: the first that fits says it. A step's own output is not searched, since a program can print anything. */
export const FAILURE_RULES: readonly FailureRule[] = [
  {
    kind: "disk-full",
    pattern: /no space left on device|disk quota exceeded/i,
    reason: "the disk of the builder is full",
    remedy: "free space (`docker buildx prune`), or use a larger runner",
  },
  {
    kind: "daemon",
    pattern:
      /cannot connect to the docker daemon|is the docker daemon running|failed to connect to the docker api|error reading from server: EOF|closing transport|transport is closing/i,
    reason: "the connection to the Docker daemon was lost",
    remedy: "look at its log, since it is often killed for lack of memory or disk",
  },
  {
    kind: "entitlement",
    pattern:
      /additional privileges requested|entitlement (\S+) is not allowed|granting entitlement (\S+) is not allowed/i,
    reason: "the build asks for a privilege that it was not given: $1$2",
    remedy: "name it in `allow`, and allow it in the builder's `buildkitd-flags` too",
  },
  {
    kind: "missing-secret",
    pattern: /secret (\S+?):? not found|no secret with id (\S+)/i,
    reason: "the Dockerfile needs the secret `$1$2`, which the step does not pass",
    remedy: "add it to `secrets`, `secret-envs` or `secret-files` (runs of forks have no secrets)",
  },
  {
    kind: "missing-secret",
    pattern: /secret \S+ too big|max size 500KiB/i,
    reason: "a secret has more than 500 KiB",
    remedy: "pass what is needed of it, since BuildKit takes no larger one",
  },
  {
    kind: "missing-secret",
    pattern: /ssh forward (?:default|\S+) not found|no SSH key "([^"]*)" forwarded|invalid empty ssh agent socket/i,
    reason: "the Dockerfile needs an SSH agent, which the step does not pass",
    remedy: "set `ssh: default` and start an agent before this step, or give `ssh: id=path/of/the/key`",
  },
  {
    kind: "unknown-stage",
    pattern: /target stage "?([^"\s]+)"? could not be found/i,
    reason: "the Dockerfile has no stage `$1`",
    remedy: "write the name of a `FROM … AS name` in `target`",
  },
  {
    kind: "dockerfile",
    pattern:
      /dockerfile parse error(?: on)?(?: line \d+)?: (.*)|(base name \(.*\) should not be blank)|(failed to parse stage name .*)/i,
    reason: "the Dockerfile is not valid: $1$2$3",
    remedy: "correct the line",
  },
  {
    kind: "dockerfile",
    pattern: /failed to read dockerfile: open ([^:]+): no such file or directory/i,
    reason: "there is no Dockerfile `$1`",
    remedy: "set `file`, relative to the working directory, and check out the repository first",
  },
  {
    kind: "missing-file",
    pattern: /(?:failed to calculate checksum|failed to compute cache key).*?"([^"]*)": not found/i,
    reason: "the context has no file `$1`, which the Dockerfile copies",
    remedy: "check the path relative to `context`, and whether .dockerignore leaves it out",
  },
  {
    kind: "missing-file",
    pattern:
      /unable to prepare context: path "([^"]*)" not found|lstat (\S+): no such file or directory|resolve : lstat (\S+)/i,
    reason: "the path `$1$2$3` does not exist on the runner",
    remedy: "check `context`, and check out the repository before this step",
  },
  {
    kind: "rate-limit",
    pattern: /toomanyrequests|429 too many requests|you have reached your (?:unauthenticated )?pull rate limit/i,
    reason: "the registry refuses further pulls for now (429)",
    remedy: "log in to pull, or take the base image from a mirror of your own",
    isTransient: true,
  },
  {
    kind: "exporter",
    pattern:
      /exporter "?\S+?"? could not be found|(oci|docker|image) exporter.*not (?:currently )?support\w*|does not (?:currently )?support exporting manifest lists|Multi-platform build is not supported for the docker driver|Attestations? (?:is|are) not supported for the docker driver|OCI exporter is not supported for the docker driver/i,
    reason: "this engine cannot write what the build asks for",
    remedy: STORE,
  },
  {
    kind: "exporter",
    pattern: /push-by-digest(?:=true)? is currently not implemented for docker driver/i,
    reason: "the `docker` driver cannot push by digest",
    remedy: "leave the output out: this action pushes by digest itself",
  },
  {
    kind: "cache",
    pattern: /Cache export is not supported for the docker driver/i,
    reason: "this engine cannot write a cache other than `inline`",
    remedy: STORE,
  },
  {
    kind: "cache",
    pattern:
      /unknown cache (?:exporter|importer): "?(\S+?)"?$|error writing (?:layer|manifest) blob|failed to (?:configure|export) .*cache/i,
    reason: "the cache could not be written",
    remedy: "add `ignore-error=true` to `cache-to`, as `cache` does",
    isTransient: true,
  },
  {
    kind: "platform",
    pattern: /exec format error/i,
    reason: "the builder cannot run programs of this platform",
    remedy: "use docker/setup-qemu-action before this step, or build each platform on a runner of its own",
  },
  {
    kind: "platform",
    pattern: /no match for platform in manifest|no matching manifest for ([^\s]+)/i,
    reason: "a base image does not exist for this platform",
    remedy: "leave the platform out of `platforms`, or use another base image",
  },
  {
    kind: "registry-login",
    pattern: /(?:pull access denied|insufficient_scope|authorization failed|401 unauthorized|403 forbidden|denied: )/i,
    reason: "a registry refuses access to a base image or cache",
    remedy: "check the name, and that `username` and `password` may read it",
  },
  {
    kind: "network",
    pattern:
      /(?:no such host|i\/o timeout|connection refused|connection reset by peer|TLS handshake timeout|context deadline exceeded|temporary failure in name resolution|network is unreachable|unexpected EOF|(?:500|502|503|504) (?:internal server error|bad gateway|service unavailable|gateway time-?out))/i,
    reason: "the network or a registry failed while the build fetched something",
    remedy: "run the job again; if it stays, check the name of the registry and the runner's DNS",
    isTransient: true,
  },
  {
    kind: "base-image",
    pattern:
      /failed to resolve source metadata for ([^\s:]+(?::\d+)?[^\s:]*(?::[^\s:]+)?): .*not found|(\S+): not found$/i,
    reason: "there is no image `$1$2`",
    remedy: "check its name and tag in the Dockerfile's FROM",
  },
  {
    kind: "out-of-memory",
    pattern: /exit code: 137|signal: killed|cannot allocate memory/i,
    reason: "a step was killed, most often for lack of memory",
    remedy: "use fewer parallel jobs in the step, or a larger runner",
  },
  {
    kind: "step",
    pattern: /process "(.*)" did not complete successfully: exit code: (\d+)/i,
    reason: "`$1` ended with exit code $2",
    remedy: "its last lines say why",
  },
  { kind: "canceled", pattern: /context canceled/i, reason: "the build was canceled", remedy: "start it again" },
];
