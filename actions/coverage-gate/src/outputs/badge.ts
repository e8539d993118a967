import { floorPercent } from "@jessy-actions/coverage/ratio";
import type { ResultFile } from "@jessy-actions/kit/report/report";
import type { Result } from "../result.ts";

/** The line coverage as a badge, in two forms. */
export function badgeFiles({ name, total, gates }: Result): ResultFile[] {
  const badge = coverageBadge(
    name === "" ? "coverage" : `coverage ${name}`,
    total.lines.total === 0 ? undefined : floorPercent(total.lines),
    gates.every(
      ({ kind, component, scope, verdict }) =>
        kind !== "line" || component !== undefined || scope !== undefined || verdict !== "fail",
    ),
  );
  return [
    { name: "badge.svg", content: badgeSvg(badge), output: "badge-file" },
    { name: "badge.json", content: shieldsEndpoint(badge), output: "badge-endpoint-file" },
  ];
}

/** What a badge shows: the floored percentage as text, and the colour by distance to the minimum. */
export interface Badge {
  readonly label: string;
  readonly message: string;
  readonly color: string;
}

/**
 * Colours by what the number means for this repository, not by a fixed scale: green only when the gate's minimum is
 * met.
 *
 * @param percent line coverage, 0 to 100; undefined = nothing was measured.
 * @param passes whether the minimum is met.
 */
export function coverageBadge(label: string, percent: string | undefined, passes: boolean): Badge {
  if (percent === undefined) return { label, message: "unknown", color: "lightgrey" };
  const color = passes ? (Number(percent) >= 90 ? "brightgreen" : "green") : Number(percent) >= 50 ? "orange" : "red";
  return { label, message: `${percent}%`, color };
}

/** https://shields.io/badges/endpoint-badge */
export function shieldsEndpoint(badge: Badge): string {
  return `${JSON.stringify({ schemaVersion: 1, label: badge.label, message: badge.message, color: badge.color })}\n`;
}

/** Shields' own hex values, so that the SVG and the endpoint look alike. */
const HEX: Readonly<Record<string, string>> = {
  brightgreen: "#4c1",
  green: "#97ca00",
  orange: "#fe7d37",
  red: "#e05d44",
  lightgrey: "#9f9f9f",
};

/**
 * Mean advance of an 11 px Verdana character, and the blank at each side of a text: what a badge's width is reckoned
 * by.
 */
const CHARACTER_WIDTH = 6.6;
const PADDING = 6;

/** A flat badge, 20 px high, readable without fonts or scripts from elsewhere. */
export function badgeSvg(badge: Badge): string {
  const left = Math.round(badge.label.length * CHARACTER_WIDTH + 2 * PADDING);
  const right = Math.round(badge.message.length * CHARACTER_WIDTH + 2 * PADDING);
  const label = escapeXml(badge.label);
  const message = escapeXml(badge.message);
  const text = (x: number, width: number, content: string) =>
    `<text x="${x}" y="15" fill="#010101" fill-opacity=".3" textLength="${width}">${content}</text>` +
    `<text x="${x}" y="14" textLength="${width}">${content}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="${label}: ${message}">
<title>${label}: ${message}</title>
<linearGradient id="s" x2="0" y2="100%"><stop offset="0" stop-color="#bbb" stop-opacity=".1"/><stop offset="1" stop-opacity=".1"/></linearGradient>
<clipPath id="r"><rect width="${left + right}" height="20" rx="3" fill="#fff"/></clipPath>
<g clip-path="url(#r)"><rect width="${left}" height="20" fill="#555"/><rect x="${left}" width="${right}" height="20" fill="${HEX[badge.color]}"/><rect width="${left + right}" height="20" fill="url(#s)"/></g>
<g fill="#fff" text-anchor="middle" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11">${text(left / 2, left - 2 * PADDING, label)}${text(left + right / 2, right - 2 * PADDING, message)}</g>
</svg>
`;
}

function escapeXml(text: string): string {
  return text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
