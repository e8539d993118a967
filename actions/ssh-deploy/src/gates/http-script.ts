import type { Check } from "@jessy-actions/deployment/checks/check";
import type { RemoteScript, ScriptEnd } from "@jessy-actions/deployment/shell/remote-script";

/** Bytes of an answer's body that come back from a host. */
const MAX_BODY_BYTES = 32 * 1024;
const MAX_HEAD_BYTES = 16 * 1024;
/** Milliseconds beyond the request's own limit, for the programs around it. */
const MARGIN = 5000;

/**
 * Asks on a host, by curl or, for what it can do without showing secrets in its arguments, wget. The whole request
 * travels in a variable; the answer comes back as facts, its body in hexadecimal.
 */
export function httpScript(check: Check, timeout: number): RemoteScript {
  const seconds = Math.max(1, Math.ceil(timeout / 1000));
  const { url, method, headers, body } = check;
  const isPlain = method === "GET" && headers.length === 0 && body === undefined && new URL(url).search === "";
  return {
    title: "gate",
    timeout: timeout + MARGIN,
    environment: {
      JESSY_CURL: curlConfig(check, timeout),
      JESSY_URL: isPlain ? url : "",
      JESSY_SECONDS: String(seconds),
    },
    body: BODY,
  };
}

/** As curl's manual has it, under "--config": a value stands in quotes, with four escapes. */
function curlConfig({ url, method, headers, body }: Check, timeout: number): string {
  const option = (name: string, value: string) =>
    `${name} = "${value.replace(/["\\]/g, "\\$&").replaceAll("\n", "\\n").replaceAll("\r", "\\r").replaceAll("\t", "\\t")}"`;
  return [
    option("url", url),
    method === "HEAD" ? "head" : option("request", method),
    ...headers.map(([name, value]) => option("header", value === "" ? `${name};` : `${name}: ${value}`)),
    ...(body === undefined ? [] : [option("data-raw", body)]),
    option("max-time", (timeout / 1000).toFixed(3)),
    option("noproxy", "*"),
    option("proto", "=http,https"),
    "silent",
    "show-error",
    "globoff",
    "",
  ].join("\n");
}

const BODY = `unset http_proxy https_proxy all_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY
gate=$(mktemp -d) || { fact failure 'no temporary file can be made'; exit 0; }
trap 'rm -rf "$gate"' EXIT
trap 'exit 143' TERM
: >"$gate/head"
: >"$gate/error"
if command -v curl >/dev/null 2>&1; then
  fact program curl
  { printf '%s' "$JESSY_CURL" | curl -q --config - --dump-header "$gate/head" 2>"$gate/error" || printf '%s' "$?" >"$gate/exit"; } |
    head -c ${MAX_BODY_BYTES + 1} >"$gate/body"
elif [ -z "$JESSY_URL" ]; then
  fact failure 'curl is not on the host, and wget would show the request in its arguments'
  exit 0
elif command -v wget >/dev/null 2>&1; then
  fact program wget
  case $(wget --version 2>/dev/null) in
    *GNU*) set -- wget --content-on-error --max-redirect=0 --tries=1 --no-proxy --no-config -T "$JESSY_SECONDS" ;;
    *)
      # busybox: its own limit of time crashes in some versions.
      set -- wget
      ! command -v timeout >/dev/null 2>&1 || set -- timeout "$JESSY_SECONDS" wget
      case $JESSY_URL in https:*)
        fact failure 'neither curl nor GNU wget is on the host, and no other one checks certificates'
        exit 0 ;;
      esac ;;
  esac
  { "$@" -q -S -O - "$JESSY_URL" 2>"$gate/error" || printf '%s' "$?" >"$gate/exit"; } |
    head -c ${MAX_BODY_BYTES + 1} >"$gate/body"
  cp "$gate/error" "$gate/head"
else
  fact failure 'neither curl nor wget is on the host'
  exit 0
fi
[ ! -s "$gate/exit" ] || fact exit "$(cat "$gate/exit")"
fact head "$(head -c ${MAX_HEAD_BYTES} "$gate/head")"
fact error "$(tail -n 1 "$gate/error" | head -c 500)"
fact body "$(od -An -v -tx1 "$gate/body" | tr -d ' \\n')"
`;

/** What came back: an answer as far as it came, or why there is none. Everything of it is untrusted. */
export type HostAnswer =
  | {
      readonly kind: "answer";
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Buffer;
      readonly isCut: boolean;
    }
  | {
      readonly kind: "failure";
      readonly failure: "refused" | "timeout" | "name" | "certificate" | "reset";
      readonly message: string;
    }
  /** The host lacks what it would be asked with. */
  | { readonly kind: "unfit"; readonly message: string };

/** Reads the facts of a script that ended by itself. */
export function readAnswer({ facts }: Pick<ScriptEnd & { kind: "exited" }, "facts">): HostAnswer {
  if (facts.failure !== undefined) return { kind: "unfit", message: facts.failure };
  const exit = facts.exit ?? "0";
  const { status, headers } = readHead(facts.head ?? "", facts.program === "wget");
  const body = Buffer.from(facts.body ?? "", "hex");
  const isCut = body.length > MAX_BODY_BYTES;
  // A body that was cut ends curl by a signal or a write error; its head is whole.
  if (status !== undefined && (exit === "0" || isCut || facts.program === "wget"))
    return { kind: "answer", status, headers, body: body.subarray(0, MAX_BODY_BYTES), isCut };
  const message = (facts.error ?? "")
    .replace(/^curl: \(\d+\) /, "")
    .replace(/^wget: /, "")
    .trim();
  return {
    kind: "failure",
    failure: failureOf(exit, message),
    message: message === "" ? `exit code ${exit}` : message,
  };
}

/** Of several heads (100 Continue) curl's last is the answer's; wget may have followed a redirect, so its first is. */
function readHead(head: string, isFirst: boolean) {
  const lines = head.split(/\r?\n/).map((line) => line.trim());
  const starts = lines.flatMap((line, at) => (/HTTP\/[\d.]+ [1-5]\d\d(?: |$)/.test(line) ? [at] : []));
  const start = (isFirst ? starts[0] : starts.at(-1)) ?? -1;
  const status = /HTTP\/[\d.]+ (\d{3})/.exec(lines[start] ?? "")?.[1];
  const headers: Record<string, string> = {};
  for (const line of lines.slice(start + 1)) {
    const [, name, value = ""] = /^([\w!#$%&'*+.^`|~-]+):\s*(.*)$/.exec(line) ?? [];
    if (name === undefined) break;
    const key = name.toLowerCase();
    headers[key] = Object.hasOwn(headers, key) ? `${headers[key]}, ${value}` : value;
  }
  return { status: status === undefined ? undefined : Number(status), headers };
}

/** curl's, those of the two kinds of timeout(1), and SIGKILL. */
const TIMEOUT_CODES = ["28", "124", "143", "137"];

/** curl's exit codes (its manual, "EXIT CODES"), and the words of wget, which has one code for many. */
function failureOf(exit: string, message: string): Extract<HostAnswer, { kind: "failure" }>["failure"] {
  if (exit === "6" || /resolve|bad address/i.test(message)) return "name";
  if (exit === "7" || /refused/i.test(message)) return "refused";
  if (TIMEOUT_CODES.includes(exit) || /timed? ?out/i.test(message)) return "timeout";
  return exit === "51" || exit === "60" || /certificate/i.test(message) ? "certificate" : "reset";
}
