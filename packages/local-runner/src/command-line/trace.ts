import { channel } from "node:diagnostics_channel";

const lines = channel("jessy-actions.local-runner");

/** Says what the runner and the emulated GitHub are doing. Nothing is kept; only `jessy run --debug` listens. */
export function trace(line: string): void {
  lines.publish(line);
}

/** @returns ends the listening. */
export function onTrace(listener: (line: string) => void): () => void {
  const receive = (line: unknown): void => listener(String(line));
  lines.subscribe(receive);
  return () => lines.unsubscribe(receive);
}
