import type { CheckDefaults } from "@jessy-actions/deployment/checks/grammar/check-fields";
import type { InputReader } from "@jessy-actions/kit/runner/inputs";
import { type CheckSource, readCheckSource } from "./inputs/check-source.ts";
import { checkTime } from "./inputs/check-time.ts";
import { readPins } from "./inputs/pins.ts";

export interface Inputs {
  readonly name: string;
  readonly source: CheckSource;
  /** What checks have that do not say otherwise. */
  readonly defaults: CheckDefaults;
  /** What the service must run; undefined: no check asserts a version. */
  readonly version: string | undefined;
  /** Milliseconds from the first request. */
  readonly deadline: number;
  /** Milliseconds between the beginnings of two rounds. */
  readonly interval: number;
  /** By host of a URL; the key `*`: of every check. */
  readonly pins: ReadonlyMap<string, readonly string[]>;
  readonly eachAddress: boolean;
  readonly family: 4 | 6 | undefined;
  readonly certificateAuthority: string | undefined;
  readonly allowsMetadata: boolean;
  readonly onInconclusive: "fail" | "warn";
  readonly comment: boolean;
  readonly annotations: boolean;
  readonly token: string;
}

const MINUTE = 60_000;

export function readInputs(reader: InputReader): Inputs {
  const version = reader.optional("version");
  const defaults: CheckDefaults = {
    timeout: readTime(reader, "timeout", 5000, { min: 100, max: 10 * MINUTE }),
    redirect: reader.enumeration("redirect", ["none", "same-host", "follow"], "none"),
    passes: reader.integer("passes", { min: 1, max: 100 }, 3),
    expect: {
      latency: { warn: undefined, fail: readOptionalTime(reader, "max-latency") },
      tlsDays: reader.string("tls-days") === "" ? undefined : reader.integer("tls-days", { min: 0, max: 3650 }, 0),
    },
  };
  const inputs: Inputs = {
    name: reader.string("name"),
    source: readCheckSource(reader, defaults, version),
    defaults,
    version,
    deadline: readTime(reader, "deadline", 2 * MINUTE, { min: 1000, max: 60 * MINUTE }),
    interval: readTime(reader, "interval", 1000, { min: 100, max: 5 * MINUTE }),
    pins: readPins(reader),
    eachAddress: reader.boolean("each-address", false),
    family: ({ any: undefined, 4: 4, 6: 6 } as const)[reader.enumeration("ip-version", ["any", "4", "6"], "any")],
    certificateAuthority: readCertificates(reader),
    allowsMetadata: reader.boolean("allow-metadata", false),
    onInconclusive: reader.enumeration("on-inconclusive", ["fail", "warn"], "fail"),
    comment: reader.boolean("comment", false),
    annotations: reader.boolean("annotations", true),
    token: reader.string("github-token"),
  };
  checkTime(reader, inputs);
  return Object.freeze(inputs);
}

function readTime(
  reader: InputReader,
  name: string,
  fallback: number,
  { min, max }: { readonly min: number; readonly max: number },
): number {
  const time = reader.duration(name, fallback);
  if (time >= min && time <= max) return time;
  reader.wrong(name, reader.string(name), `a duration from \`${written(min)}\` to \`${written(max)}\``);
  return fallback;
}

function readOptionalTime(reader: InputReader, name: string): number | undefined {
  if (reader.string(name) === "") return undefined;
  return readTime(reader, name, 1000, { min: 1, max: 10 * MINUTE });
}

function written(milliseconds: number): string {
  return milliseconds % 1000 === 0 ? `${milliseconds / 1000}s` : `${milliseconds}ms`;
}

function readCertificates(reader: InputReader): string | undefined {
  const text = reader.optional("certificate-authority");
  if (text !== undefined && !/-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----/.test(text))
    reader.problem(
      "certificate-authority",
      "is not a certificate in PEM, which begins with `-----BEGIN CERTIFICATE-----`",
    );
  return text;
}
