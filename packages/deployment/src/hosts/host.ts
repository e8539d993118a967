/** A machine that is deployed to, or a machine on the way to one. */
export interface HostAddress {
  /** A name or an IP address, without brackets. */
  readonly address: string;
  readonly port: number;
  readonly user: string;
}

export interface Host extends HostAddress {
  /** Shown in reports; unique in a run. Default: the address, with the port where it is not 22. */
  readonly name: string;
  /** What the generated configuration calls it: `host-1`. Never shown. */
  readonly alias: string;
  /** In the order that they are passed through. */
  readonly jumps: readonly HostAddress[];
}
