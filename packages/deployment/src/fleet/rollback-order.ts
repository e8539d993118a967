/**
 * Which hosts go back together, in order: the last group that was switched first, so that the way back is the way there.
 * Group by group, since a mode may have a host not serve while it goes back, and the service needs the others then.
 *
 * @param groups in the order of the switch. @param isSwitched whether a switch was begun there and stands still.
 */
export function rollbackOrder<Host>(
  groups: readonly { readonly hosts: readonly Host[] }[],
  isSwitched: (host: Host) => boolean,
): (readonly Host[])[] {
  return groups
    .map(({ hosts }) => hosts.filter(isSwitched))
    .filter((hosts) => hosts.length > 0)
    .reverse();
}
