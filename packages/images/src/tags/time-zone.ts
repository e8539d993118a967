import { UserError } from "@jessy-actions/reading/user-error";
import { quoted } from "../quoted.ts";

/** A moment as clocks in a zone show it. */
export interface ZonedTime {
  readonly instant: Date;
  readonly zone: string;
  /** What the zone is ahead of UTC, in whole minutes. */
  readonly offset: number;
  /** A date whose UTC fields are the zone's year, month, day, hour, minute and second. */
  readonly wall: Date;
}

/** @throws UserError for a zone that is not in the time-zone database; moment-timezone would silently use UTC. */
export function inZone(instant: Date, zone: string): ZonedTime {
  const parts = Object.fromEntries(
    formatIn(zone, "en-US", {
      hourCycle: "h23",
      era: "short",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    })
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const field = (name: string) => Number(parts[name]);
  const year = String(parts.era).startsWith("B") ? 1 - field("year") : field("year");
  const wall = new Date(0);
  wall.setUTCFullYear(year, field("month") - 1, field("day"));
  wall.setUTCHours(field("hour"), field("minute"), field("second"), instant.getUTCMilliseconds());
  return { instant, zone, wall, offset: Math.round((wall.getTime() - instant.getTime()) / 60_000) };
}

/** English locales show the abbreviations of their own region alone. */
const LOCALES = ["en-US", "en-GB", "en-AU", "en-NZ", "en-IN", "en-ZA", "ja", "ko"];

/**
 * The zone's abbreviation at that time, such as `CET`.
 *
 * @throws UserError where the zone has only a number: in a tag, `GMT+9` would become the wrong `GMT-9`
 */
export function abbreviation({ instant, zone }: ZonedTime): string {
  for (const locale of LOCALES) {
    const name = formatIn(zone, locale, { timeZoneName: "short" })
      .formatToParts(instant)
      .find(({ type }) => type === "timeZoneName")?.value;
    if (name !== undefined && /^[A-Z]{2,5}$/.test(name)) return name;
  }
  throw new UserError(`the time zone ${quoted(zone)} has no abbreviation for z; write ZZ for its distance from UTC`);
}

function formatIn(zone: string, locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  // Newer versions of V8 take distances such as +09:00 as zones; moment-timezone does not.
  if (/^[A-Za-z]/.test(zone)) {
    try {
      return new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, { ...options, timeZone: zone });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  throw new UserError(
    `${quoted(zone)} is not a time zone; write a name of the IANA database, such as tz='Europe/Berlin'`,
  );
}
