import { Measurements } from "@jessy-actions/benchmarks/measurements";
import type { settleNames } from "@jessy-actions/benchmarks/processor-suffix";
import type { MeasuredGroup } from "../facts.ts";
import type { CommandLine } from "./command-line.ts";
import { EVERY_BENCHMARK } from "./pattern.ts";
import type { SecondCourse } from "./second-course.ts";

/** One command: what it has measured, and what it still has to measure. */
export class Group {
  readonly command: CommandLine;
  readonly minRounds: number;
  readonly measurements = new Measurements();
  readonly looks: number[] = [];
  /** Set after the warm-up, when the names of both sides are known. */
  rename: ReturnType<typeof settleNames> | undefined;
  rounds = 0;
  isActive = true;
  ended = false;
  /** Whether a first draw goes on. */
  isUndecided = true;
  /** Series in a second draw, by key. */
  readonly suspects = new Map<string, SecondCourse>();
  /** Series that processes are asked for; undefined when all. */
  wanted: ReadonlySet<string> | undefined;
  pattern = EVERY_BENCHMARK;

  constructor(command: CommandLine, minRounds: number) {
    this.command = command;
    this.minRounds = minRounds;
  }

  get facts(): MeasuredGroup {
    const { measurements, looks, ended, minRounds } = this;
    const { processes } = measurements;
    return { series: measurements.series(), processes, looks: [...looks], ended, minRounds };
  }
}
