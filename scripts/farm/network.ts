/** A bridge of a farm: its name says its subnet, so that two farms never share one. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";

const PREFIX = "jfarm-";
const SUBNETS = 250;

/** The machine's own end of the bridge has number 1, and hosts count from 11. */
export const addressOf = (subnet: number, host: number): string => `10.214.${subnet}.${host === 0 ? 1 : host + 10}`;

export const bridgeOf = (subnet: number): string => `${PREFIX}${subnet}`;

/** `ip link` takes at most 15 characters. */
export const portOf = (subnet: number, host: number): string => `jf${subnet}h${host}`;

/**
 * Makes the bridge of a farm. Making a device of one name succeeds once, so its name is the lock.
 *
 * @returns its subnet. @throws Error as `ip` has it.
 */
export function makeBridge(): number {
  removeLeftBridges();
  for (let number = 1; number <= SUBNETS; number++) {
    const subnet = ((process.pid + number) % SUBNETS) + 1;
    const bridge = bridgeOf(subnet);
    if (existsSync(`/sys/class/net/${bridge}`)) continue;
    try {
      ip("link", "add", bridge, "type", "bridge");
    } catch (error) {
      if (existsSync(`/sys/class/net/${bridge}`)) continue;
      throw error;
    }
    // Who made it: a bridge whose process is gone is removed by the next farm.
    ip("link", "set", bridge, "alias", `jessy farm of ${process.pid}`);
    ip("address", "add", `${addressOf(subnet, 0)}/24`, "dev", bridge);
    ip("link", "set", bridge, "up");
    return subnet;
  }
  throw new Error(`all ${SUBNETS} networks for farms are taken`);
}

export function removeBridge(subnet: number): void {
  ip("link", "delete", bridgeOf(subnet));
}

/** @param isUp false: the host's cable is pulled; whatever runs there runs on. */
export function setPort(subnet: number, host: number, isUp: boolean): void {
  ip("link", "set", portOf(subnet, host), isUp ? "up" : "down");
}

function removeLeftBridges(): void {
  for (const name of readdirSync("/sys/class/net").filter((one) => one.startsWith(PREFIX))) {
    const [, pid] = /^jessy farm of (\d+)/.exec(contentOf(`/sys/class/net/${name}/ifalias`)) ?? [];
    if (pid !== undefined && !existsSync(`/proc/${pid}`)) ip("link", "delete", name);
  }
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    // Gone meanwhile.
    return "";
  }
}

function ip(...args: readonly string[]): void {
  execFileSync("ip", args, { stdio: ["ignore", "ignore", "pipe"] });
}
