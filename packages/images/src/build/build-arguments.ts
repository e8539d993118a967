import { csvField, writeAttributes } from "./attributes.ts";
import type { TargetPlan } from "./target-plan.ts";

/** The same image as arguments of `docker buildx build`, for what bake cannot say. Entitlements of the file system are bake's alone. */
export function buildArguments(target: TargetPlan, builder: string, metadataFile: string): readonly string[] {
  const { bake, cgroupParent, call, inheritedArgs } = target;
  const context = bake.context ?? ".";
  const each = <Item>(flag: string, items: readonly Item[] | undefined, write: (item: Item) => string) =>
    (items ?? []).map((item) => `--${flag}=${write(item)}`);
  const pairs = (flag: string, map: Readonly<Record<string, string>> | undefined) =>
    each(flag, Object.entries(map ?? {}), ([key, value]) => `${key}=${value}`);
  const text = (flag: string, value: string | undefined) =>
    value === undefined || value === "" ? [] : [`--${flag}=${value}`];
  const same = (item: string) => item;
  return [
    "buildx",
    "build",
    ...text("builder", builder),
    "--progress=rawjson",
    `--metadata-file=${metadataFile}`,
    ...text("call", call),
    ...text("cgroup-parent", cgroupParent),
    ...text("file", bake.dockerfile?.replace(/^cwd:\/\//, "")),
    ...pairs("build-context", bake.contexts),
    ...pairs("build-arg", bake.args),
    ...each("build-arg", inheritedArgs, same),
    ...pairs("label", bake.labels),
    ...each("annotation", bake.annotations, same),
    ...text("target", bake.target),
    ...each("tag", bake.tags, same),
    ...each("platform", bake.platforms, same),
    ...each("attest", bake.attest, (attest) => writeAttributes(texts(attest))),
    ...each("secret", bake.secret, writeAttributes),
    ...each("ssh", bake.ssh, ({ id, paths }) => (paths === undefined ? id : `${id}=${paths.join(",")}`)),
    ...each("output", bake.output, writeAttributes),
    ...each("cache-from", bake["cache-from"], writeAttributes),
    ...each("cache-to", bake["cache-to"], writeAttributes),
    ...(bake.pull === true ? ["--pull"] : []),
    ...(bake["no-cache"] === true ? ["--no-cache"] : []),
    ...each("no-cache-filter", bake["no-cache-filter"], csvField),
    ...text("network", bake.network),
    ...text("shm-size", bake["shm-size"]),
    ...each("ulimit", bake.ulimits, same),
    ...each("allow", bake.entitlements, same),
    ...pairs("add-host", bake["extra-hosts"]),
    context,
  ];
}

function texts(values: Readonly<Record<string, string | boolean>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]));
}
