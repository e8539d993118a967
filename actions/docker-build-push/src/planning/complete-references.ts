import { parseReference, printReference, type Reference } from "@jessy-actions/images/reference";
import { quote } from "@jessy-actions/kit/runner/inputs";
import { UserError, UserErrors } from "@jessy-actions/reading/user-error";
import type { Destination } from "./destination.ts";
import type { Mode } from "./mode.ts";

/**
 * References as docker/build-push-action's `tags` and an output's `name` hold them, each with a tag. To be verified, one
 * may have a digest instead or as well.
 *
 * @throws UserErrors with everything that is wrong, naming the input.
 */
export function readReferences(input: "tags" | "outputs", texts: readonly string[], mode: Mode): readonly Reference[] {
  const problems: string[] = [];
  const references = texts.flatMap((text) => {
    if (input === "tags" && /^type=/.test(text)) {
      problems.push(
        `input \`tags\` has the rule ${quote(text)}, and \`images\` is empty; write, for example, \`images: ghcr.io/acme/app\``,
      );
      return [];
    }
    try {
      const reference = parseReference(text);
      if (reference.digest === undefined) return [{ ...reference, tag: reference.tag ?? "latest" }];
      if (mode === "verify") return [reference];
      throw new UserError(`${quote(text)} has a digest, which only a build gives`);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(`input \`${input}\`: ${error.message}`);
      return [];
    }
  });
  problems.push(...twoDigests(references));
  if (problems.length > 0) throw new UserErrors(problems);
  return references;
}

/** A tag leads to one digest. */
function twoDigests(references: readonly Reference[]): readonly string[] {
  const digests = Map.groupBy(
    references.filter(({ tag, digest }) => tag !== undefined && digest !== undefined),
    (reference) => printReference({ ...reference, digest: undefined }),
  );
  return [...digests].flatMap(([name, all]) =>
    new Set(all.map(({ digest }) => digest)).size > 1
      ? [`input \`tags\` has ${quote(name)} with two digests; a tag leads to one, so keep one of them`]
      : [],
  );
}

export function destinationsOf(references: readonly Reference[]): readonly Destination[] {
  return mergeDestinations(
    references.map(({ registry, repository, tag, digest }) => ({
      registry,
      repository,
      tags: [tag ?? digest!],
      ...(tag !== undefined && digest !== undefined && { expected: { [tag]: digest } }),
    })),
    new Set(["latest"]),
  );
}

/** Each repository once, with all its tags in their order, but those that float last. */
export function mergeDestinations(
  destinations: readonly Destination[],
  floating: ReadonlySet<string>,
): readonly Destination[] {
  const places = Map.groupBy(destinations, ({ registry, repository }) => `${registry}/${repository}`);
  return [...places.values()].map((all) => {
    const { registry, repository } = all[0]!;
    const tags = [...new Set(all.flatMap((each) => each.tags))];
    const expected = Object.assign({}, ...all.map((each) => each.expected));
    return {
      registry,
      repository,
      tags: tags.toSorted((a, b) => Number(floating.has(a)) - Number(floating.has(b))),
      ...(Object.keys(expected).length > 0 && { expected }),
    };
  });
}
