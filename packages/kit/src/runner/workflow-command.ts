import { escapeCommandData, escapeCommandProperty } from "../report/escape.ts";
import type { Annotation } from "../report/report.ts";

export type CommandProperties = Readonly<Record<string, string | number | undefined>>;

/** `::name key=value,...::data`, as the runner reads it from standard output (ActionCommand.cs). Unset and empty properties are left out. */
export function formatCommand(name: string, properties: CommandProperties, data: string): string {
  const list = Object.entries(properties)
    .filter(([, value]) => value !== undefined && value !== "")
    .map(([key, value]) => `${key}=${escapeCommandProperty(String(value))}`)
    .join(",");
  return `::${name}${list === "" ? "" : ` ${list}`}::${escapeCommandData(data)}`;
}

export function annotationCommand(annotation: Annotation): string {
  const { level, message, title, file, startLine, endLine } = annotation;
  return formatCommand(level, { title, file, line: startLine, endLine }, message);
}
