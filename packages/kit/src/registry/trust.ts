import type { ConnectionOptions, SecureContext } from "node:tls";
import type { HostCertificates } from "./certificates.ts";

/** Whom a connection believes, as node:https takes it. */
export type Trust = Pick<ConnectionOptions, "secureContext" | "rejectUnauthorized">;

let ofMachine: SecureContext | undefined;
const ofHosts = new WeakMap<HostCertificates, SecureContext>();

/** @param isInsecure any certificate will do. @param certificates that count beside the machine's. */
export function trustFor(isInsecure: boolean, certificates: HostCertificates | undefined): Trust {
  const own = certificates !== undefined && (certificates.ca.length > 0 || certificates.client !== undefined);
  if (!own) return isInsecure ? { rejectUnauthorized: false } : { secureContext: machineTrust() };
  let context = ofHosts.get(certificates);
  if (context === undefined) {
    context = process.getBuiltinModule("node:tls").createSecureContext({
      ca: [...machineAuthorities(), ...certificates.ca],
      ...certificates.client,
    });
    ofHosts.set(certificates, context);
  }
  return { secureContext: context, ...(isInsecure && { rejectUnauthorized: false }) };
}

function machineTrust(): SecureContext {
  ofMachine ??= process.getBuiltinModule("node:tls").createSecureContext({ ca: machineAuthorities() });
  return ofMachine;
}

/** Node's own certificate authorities and the machine's, with NODE_EXTRA_CA_CERTS and SSL_CERT_FILE. */
function machineAuthorities(): string[] {
  const tls = process.getBuiltinModule("node:tls");
  return [...tls.getCACertificates("default"), ...tls.getCACertificates("system")];
}
