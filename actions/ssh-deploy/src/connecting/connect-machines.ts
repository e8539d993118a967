import { shownAddress } from "@jessy-actions/deployment/hosts/host-address";
import type { HostKeyPin } from "@jessy-actions/deployment/hosts/host-key-pins";
import type { SshMachine } from "@jessy-actions/deployment/hosts/ssh-config";
import { diagnose } from "@jessy-actions/kit/ssh/diagnosis";
import type { SshClient } from "@jessy-actions/kit/ssh/ssh-client";
import type { Connected } from "./remote.ts";
import { retryWhileBusy } from "./retry-while-busy.ts";
import { Slots } from "./slots.ts";
import { pasteAdvice, trustMachine } from "./trust-machine.ts";

/** More at once, and a jump host or a host behind one address refuses some by chance. */
const AT_ONCE = 8;

/** Opens a connection to each machine, those on the way first. @returns what each came to, by alias. */
export async function connectMachines(
  machines: readonly SshMachine[],
  pins: readonly HostKeyPin[],
  client: SshClient,
): Promise<ReadonlyMap<string, Connected>> {
  const slots = new Slots(AT_ONCE);
  const begun = new Map<string, Promise<Connected>>();
  const connect = (machine: SshMachine): Promise<Connected> => {
    const known = begun.get(machine.alias);
    if (known !== undefined) return known;
    const connecting = connectBehind(machine);
    begun.set(machine.alias, connecting);
    return connecting;
  };
  const connectBehind = async (machine: SshMachine): Promise<Connected> => {
    const jump = machines.find(({ alias }) => alias === machine.through);
    if (jump !== undefined) {
      const way = await connect(jump);
      if (way.state === "failed")
        return { ...way, cause: "jump", message: `its jump host ${shownAddress(jump)}: ${way.message}` };
    }
    return slots.use(() => connectMachine(machine, pins, client));
  };
  const results = await Promise.all(machines.map(async (machine) => [machine.alias, await connect(machine)] as const));
  return new Map(results);
}

async function connectMachine(machine: SshMachine, pins: readonly HostKeyPin[], client: SshClient): Promise<Connected> {
  const begin = performance.now();
  const distrust = await retryWhileBusy(
    () => trustMachine(machine, pins, client),
    (one) => one?.cause === "busy",
  );
  if (distrust !== undefined) return distrust;
  const end = await retryWhileBusy(
    () => client.openMaster(machine.alias),
    ({ exitCode, stderr }) => exitCode !== 0 && diagnose(stderr).cause === "busy",
  );
  if (end.exitCode === 0) return { state: "connected", duration: performance.now() - begin };
  const { cause, message } = diagnose(end.stderr);
  const isAboutKey = cause === "host-key-unknown" || cause === "host-key-changed";
  return { state: "failed", cause, message: `${message}${isAboutKey ? await pasteAdvice(machine, client) : ""}` };
}
