import type { InputReader } from "@jessy-actions/kit/runner/inputs";
import type { Inputs } from "./deployment-inputs.ts";

/** What is right alone and wrong together. */
export function checkTogether(reader: InputReader, inputs: Inputs): void {
  const { gates, gateTiming, deploy, timeouts, dryRun } = inputs;
  const shortest = gateTiming.interval * (gateTiming.passes - 1);
  if (gates.length > 0 && shortest >= gateTiming.deadline)
    reader.problem(
      "gate-deadline",
      `is ${gateTiming.deadline} ms and ends before ${gateTiming.passes} answers can be asked, ${gateTiming.interval} ms apart; raise it, or lower \`gate-passes\``,
    );
  for (const gate of gates) {
    if (gate.kind === "http" && gate.check.timeout > gateTiming.deadline)
      reader.problem(
        "gates",
        `has a \`timeout=\` that is longer than \`gate-deadline\`, after which no answer counts; write at most ${gateTiming.deadline} ms`,
      );
    if (gate.kind === "health" && deploy.mode !== "compose" && deploy.mode !== "docker")
      reader.problem("gates", `asks for the health of a container, and \`mode\` is \`${deploy.mode}\``);
  }
  if (deploy.mode === "command" && deploy.rollback === "" && !dryRun && gates.length > 0)
    reader.problem(
      "rollback",
      "is empty: a host whose gate fails could not go back; write what undoes `switch`, or `:`",
    );
  checkVersion(reader, inputs);
  if (timeouts.connect > timeouts.total) reader.problem("connect-timeout", "is longer than `timeout`; lower it");
}

/** A version that is asked for, and a place where it is told, belong together. */
function checkVersion(reader: InputReader, { version, gates, deploy }: Inputs): void {
  const places = gates.filter((gate) => gate.kind === "http" && gate.check.expect.version !== undefined);
  if (version === undefined && places.length > 0)
    reader.problem("version", "is empty, and a gate says where a host tells it; write `version: ${{ github.sha }}`");
  const isAsked = gates.some(({ kind }) => kind === "command") || (deploy.mode === "command" && deploy.serving !== "");
  // A gate that cannot be read is its own problem.
  const areRead = reader.string("gates") === "" || gates.length > 0;
  if (version !== undefined && places.length === 0 && !isAsked && areRead)
    reader.problem(
      "version",
      "is set, and no gate says where a host tells its version; add `version=$.commit` to one, or the like",
    );
}
