/** How the output of `go test -json` begins. */
export const TEST2JSON = /^\{(?:"Time":"[^"\n]*",)?"Action":"(?:start|run|output)"(?:,"(?:Package|Test|Output)":|\})/m;

/**
 * What `go test` printed, or each package of what `-json` makes of it (cmd/test2json): packages run at once, and one
 * line may come in several events, so the output of each is put together before it is read. Text that is not an event
 * (from `2>&1`, or from two steps that wrote one file) is a separate stream.
 */
export function streamsOf(text: string): string[] {
  if (!TEST2JSON.test(text)) return [text];
  const others: string[] = [];
  const packages = new Map<string, string[]>();
  for (const line of text.split("\n")) {
    const event = eventOf(line);
    if (event === undefined) others.push(`${line}\n`);
    else {
      const output = outputOf(event);
      if (output === undefined) continue;
      const name = typeof event.Package === "string" ? event.Package : "";
      const outputs = packages.get(name);
      if (outputs === undefined) packages.set(name, [output]);
      else outputs.push(output);
    }
  }
  const streams = [...packages].map(([name, outputs]) => `pkg: ${name}\n${outputs.join("")}`);
  return [...streams, others.join("")];
}

/** A package that cannot be built has an event and no output. */
function outputOf({ Action, Output, Package, Test, FailedBuild }: Test2JsonEvent): string | undefined {
  if (Action === "output" && typeof Output === "string") return Output;
  if (Action !== "fail" || Test !== undefined || typeof Package !== "string") return undefined;
  return `\nFAIL\t${Package}${FailedBuild === undefined ? "" : " [build failed]"}\n`;
}

interface Test2JsonEvent {
  readonly Action?: unknown;
  readonly Test?: unknown;
  readonly FailedBuild?: unknown;
  readonly Package?: unknown;
  readonly Output?: unknown;
}

function eventOf(line: string): Test2JsonEvent | undefined {
  if (!line.startsWith("{")) return undefined;
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
