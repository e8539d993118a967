import { MARK } from "@jessy-actions/kit/report/mark";

export const MARKS = {
  pass: `${MARK.pass} pass`,
  fail: `${MARK.fail} fail`,
  warning: `${MARK.warning} warning`,
  ignored: `${MARK.neutral} left alone`,
} as const;

export type Mark = keyof typeof MARKS;
