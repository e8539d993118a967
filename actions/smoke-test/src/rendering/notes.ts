import { prose } from "@jessy-actions/kit/report/prose";
import type { Block } from "@jessy-actions/kit/report/report";
import type { Result } from "../result.ts";
import { seconds } from "../wording/time.ts";

/** What a reader should know, and how long it was asked. Pure. */
export function notesList({ notes, checks, rounds, duration, deadline, end }: Result): Block[] {
  const hosts = [...new Set(checks.map(({ url }) => new URL(url).host))];
  const whom = hosts.length === 1 ? `\`${hosts[0]}\`` : `${hosts.length} hosts`;
  const ended = {
    held: "until everything held",
    hopeless: "until it was clear that no waiting would help",
    deadline: `until the deadline of ${seconds(deadline)}`,
  }[end];
  const asked = `Asked ${whom} ${rounds.length === 1 ? "once" : `in ${rounds.length} rounds`} over ${seconds(duration)}, ${ended}.`;
  return [
    ...notes.map((note): Block => ({ kind: "paragraph", text: prose(note) })),
    { kind: "paragraph", text: { emphasis: prose(asked) } },
  ];
}
