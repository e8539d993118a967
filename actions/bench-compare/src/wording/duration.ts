/** A time that somebody waits: `850 ms`, `12.3 s`, `4.2 min`. @param time milliseconds. */
export function formatDuration(time: number): string {
  if (time < 1000) return `${Math.round(time)} ms`;
  if (time < 120_000) return `${(time / 1000).toFixed(1)} s`;
  return `${(time / 60_000).toFixed(1)} min`;
}
