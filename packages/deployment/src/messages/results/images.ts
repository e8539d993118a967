import type { JsonValue } from "@jessy-actions/reading/json";
import { list } from "@jessy-actions/reading/json-fields";
import type { MessageLine } from "../message.ts";

/** References of docker-build-push with what became of them; those of a dry run are left out. @throws ReportError */
export function readImages(file: JsonValue): readonly MessageLine[] {
  return list(file.get("images"), (image) => image).flatMap((image) => {
    const digest = image.get("digest");
    const at = digest.isMissing ? [] : [" → ", { code: digest.text().slice(0, "sha256:".length + 12) }];
    return list(image.get("references"), (reference) => ({
      name: reference.get("reference").text(),
      state: reference.get("state").text(),
      problem: reference.get("problem"),
    }))
      .filter(({ state }) => state !== "planned")
      .map(({ name, state, problem }) => [
        { code: name },
        ...at,
        ` (${state}${problem.isMissing ? "" : `: ${problem.text()}`})`,
      ]);
  });
}
