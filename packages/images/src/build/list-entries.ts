import { type Problems, shown } from "./problems.ts";
import type { TargetInputs } from "./target-inputs.ts";

export function readArgs(entries: readonly string[], problems: Problems) {
  const values: [string, string][] = [];
  const inherited: string[] = [];
  for (const entry of entries) {
    const equals = entry.indexOf("=");
    const key = equals < 0 ? entry : entry.slice(0, equals);
    if (key === "" || /\s/.test(key))
      problems.add("build-args", `${shown(entry)} is not \`NAME=value\``, "write `NAME=value`, one on each line");
    else if (equals < 0) inherited.push(key);
    else values.push([key, entry.slice(equals + 1)]);
  }
  return { values: Object.fromEntries(values), inherited };
}

/** `key=value` entries; one that is there twice keeps its last value, as buildx does. */
export function readPairs(
  input: string,
  entries: readonly string[],
  problems: Problems,
  form = "",
): Record<string, string> {
  const values: [string, string][] = [];
  for (const entry of entries) {
    const equals = entry.indexOf("=");
    if (equals === 0 || (equals < 0 && form !== ""))
      problems.add(
        input,
        `${shown(entry)} is not \`${form || "key=value"}\``,
        `write \`${form || "key=value"}\`, one on each line`,
      );
    else values.push(equals < 0 ? [entry, ""] : [entry.slice(0, equals), entry.slice(equals + 1)]);
  }
  return Object.fromEntries(values);
}

export function readSsh(entries: readonly string[], problems: Problems) {
  return entries.map((entry) => {
    const [id = "", ...rest] = entry.split("=");
    const paths = rest.join("=");
    if (id === "" || (rest.length > 0 && paths === ""))
      problems.add("ssh", `${shown(entry)} is not an agent`, "write `default` or `id=path/of/the/key`");
    return paths === "" ? { id } : { id, paths: paths.split(",") };
  });
}

export function readHosts(entries: readonly string[], problems: Problems): Record<string, string> {
  const hosts = new Map<string, string>();
  for (const entry of entries) {
    const [, host, address] = /^([^\s:=]+)[:=](\S+)$/.exec(entry) ?? [];
    if (host === undefined || address === undefined)
      problems.add(
        "add-hosts",
        `${shown(entry)} is not \`host:address\``,
        "write `host:10.0.0.1` or `host:host-gateway`",
      );
    else hosts.set(host, hosts.has(host) ? `${hosts.get(host)},${address}` : address);
  }
  return Object.fromEntries(hosts);
}

export function readAllow(entries: readonly string[], problems: Problems): readonly string[] {
  for (const entry of entries)
    if (!/^(?:network\.host|security\.insecure|device(?:=.+)?)$/.test(entry))
      problems.add(
        "allow",
        `${shown(entry)} is not an entitlement`,
        "write `network.host`, `security.insecure` or `device=name`",
      );
  return entries;
}

export function readAnnotations(entries: readonly string[], problems: Problems): readonly string[] {
  for (const entry of entries)
    if (!/^(?:[a-z-]+(?:,[a-z-]+)*(?:\[[^\]]*\])?:)?[^=]+=/.test(entry))
      problems.add("annotations", `${shown(entry)} is not \`key=value\``, "write `key=value` or `index:key=value`");
  return entries;
}

/** What `--call` gets; empty for a build. `outline` and `targets` print something and judge nothing. */
export function readCall(call: string, problems: Problems): string {
  if (call === "" || call === "build") return "";
  // How its answer is printed is for us to say.
  if (!/^check(?:,format=\w+)?$/.test(call))
    problems.wrong("call", call, "write `check`, which checks the Dockerfile and builds nothing, or leave it out");
  return "check,format=json";
}

export function checkTexts(inputs: TargetInputs, problems: Problems): void {
  for (const platform of inputs.platforms)
    if (!/^[a-z0-9]+(?:\([^)]*\))?(?:\/[A-Za-z0-9_.-]+){0,2}$/.test(platform))
      problems.add("platforms", `${shown(platform)} is not a platform`, "write for example `linux/amd64,linux/arm64`");
  if (!["", "default", "none", "host"].includes(inputs.network))
    problems.wrong("network", inputs.network, "BuildKit knows `default`, `none` and `host`");
  if (!/^(?:|\d+(?:\.\d+)?\s?[bkmgtp]?i?b?)$/i.test(inputs["shm-size"]))
    problems.wrong("shm-size", inputs["shm-size"], "write a size, such as `64m` or `1g`");
  for (const entry of inputs.ulimit)
    if (!/^[a-z]+=-?\d+(?::-?\d+)?$/.test(entry))
      problems.add(
        "ulimit",
        `${shown(entry)} is not a limit`,
        "write `name=soft` or `name=soft:hard`, such as `nofile=1024:2048`",
      );
}
