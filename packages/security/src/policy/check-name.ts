/**
 * The name of one of Trivy's checks in its present form: `DS002`, `AVD-DS-0002` and `DS-0002` were the names of one, one
 * after the other.
 *
 * @returns undefined for anything else.
 */
export function checkName(id: string): string | undefined {
  const [, service, number] =
    /^(?:AVD-)?([A-Z]{2,12})-(\d{4,5})$/.exec(id) ?? /^([A-Z]{2,12})(\d{3}|\d{5})$/.exec(id) ?? [];
  return service === undefined ? undefined : `${service}-${number!.padStart(4, "0")}`;
}
