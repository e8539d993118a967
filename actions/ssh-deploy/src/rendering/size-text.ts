const UNITS = ["B", "kB", "MB", "GB", "TB"] as const;

/** `12 MB`, `1.4 GB`; rounded down: a disk never looks emptier than it is. */
export function sizeText(bytes: number): string {
  let size = bytes;
  let unit = 0;
  for (; size >= 1000 && unit < UNITS.length - 1; unit++) size /= 1000;
  const shown = size < 10 && unit > 0 ? Math.floor(size * 10) / 10 : Math.floor(size);
  return `${shown} ${UNITS[unit]}`;
}
