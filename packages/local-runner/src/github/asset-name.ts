/**
 * What GitHub makes of the name of an uploaded asset (cli/cli, `sanitizeFileName`): the rule is not documented and has changed over
 * the years.
 */
export function assetName(given: string): string {
  const plain = given.normalize("NFD").replace(/\p{Mn}/gu, "");
  const visible = plain.startsWith(".") ? `default${plain}` : plain;
  const name = visible
    .replace(/[^A-Za-z0-9\-_+@]+/g, ".")
    .replace(/\.{2,}/g, ".")
    .replace(/^\.+|\.+$/g, "");
  return name !== given && !name.includes(".") ? `default.${name}` : name;
}
