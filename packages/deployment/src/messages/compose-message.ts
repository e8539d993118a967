import type { Message } from "./message.ts";
import type { RunFacts } from "./run-facts.ts";

/** The message about a run. */
export function composeMessage(facts: RunFacts): Message {
  return {
    state: "success",
    title: facts.run.workflow,
    titleUrl: facts.run.url,
    text: [],
    fields: [],
    sections: [],
    buttons: [],
    mentions: facts.mentions,
    footer: "",
    time: facts.time,
  };
}
