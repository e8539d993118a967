import type { Socket } from "node:net";
import { type Attempt, ProbeFault } from "./attempt.ts";
import { faultOf } from "./fault.ts";
import type { ProbeFailureKind } from "./outcome.ts";
import { hostAndPort } from "./words.ts";

/** Milliseconds after which the next address is tried beside the one that has not answered (RFC 8305, 8). */
const STAGGER = 250;

/** Of several addresses that fail in different ways, the failure that says most of the service. */
const TELLING: readonly ProbeFailureKind[] = ["refused", "reset", "timeout"];

/**
 * A connection to the first of the addresses that takes one. All of them race, each a little later than the one before
 * or as soon as it has failed; the losers are closed.
 *
 * @throws ProbeFault when all have failed.
 */
export function connect(addresses: readonly string[], port: number, attempt: Attempt): Promise<Socket> {
  const { connect: open } = process.getBuiltinModule("node:net");
  attempt.phase = "connect";
  attempt.address = addresses[0];
  attempt.peer = addresses.map((address) => hostAndPort(address, port)).join(" and ");
  return new Promise((resolve, reject) => {
    const sockets: Socket[] = [];
    const faults: ProbeFault[] = [];
    let next: NodeJS.Timeout | undefined;
    const start = () => {
      clearTimeout(next);
      if (attempt.isOver) return;
      const address = addresses[sockets.length]!;
      const socket = open({ host: address, port, noDelay: true });
      sockets.push(socket);
      attempt.hold(socket);
      if (sockets.length < addresses.length) next = setTimeout(start, STAGGER);
      socket.once("connect", () => {
        clearTimeout(next);
        for (const other of sockets) if (other !== socket) other.destroy();
        attempt.address = address;
        attempt.peer = hostAndPort(address, port);
        attempt.mark("connect");
        resolve(socket);
      });
      socket.once("error", (error) => {
        faults.push(faultOf(error, { phase: "connect", peer: hostAndPort(address, port) }));
        if (faults.length === addresses.length) reject(worst(faults));
        else if (sockets.length < addresses.length) start();
      });
    };
    start();
  });
}

function worst(faults: readonly ProbeFault[]): ProbeFault {
  const kind = TELLING.find((one) => faults.some(({ failure }) => failure === one)) ?? faults[0]!.failure;
  return new ProbeFault(kind, faults.map(({ message }) => message).join("; "));
}
