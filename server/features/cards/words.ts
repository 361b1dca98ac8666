import type { MeasureCounts } from "../../../db/queries/plan-tree.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { Tone } from "../../web/health-pill.ts";
import { type CoverageState, coverageStates } from "../card-links/rules.ts";
import { shortCoveragePill } from "../card-links/words.ts";

interface Words {
  texts: Texts;
  formats: Formats;
}

/** A sign with its word; in a row it stands without a ground, so that fifty of them stay calm. */
export interface Mark {
  tone: Tone;
  icon: string;
  label: string;
}

/** `běží`, `běží · 2` where several projects do. */
export function coverageMark(
  state: CoverageState,
  projects: number,
  { texts, formats }: Words,
): Mark {
  const { tone, icon = "circle-dashed", label: word } = shortCoveragePill(state, texts);
  return { tone, icon, label: projects > 1 ? `${word} · ${formats.number(projects)}` : word };
}

/** A part of a bar, in per cent of its width. */
export interface Segment {
  tone: string;
  x: number;
  width: number;
}

/** Parts laid one after another; those of nothing left out. */
export function segmentsOf(parts: readonly { tone: string; count: number }[]): Segment[] {
  const whole = parts.reduce((sum, { count }) => sum + count, 0);
  let before = 0;
  return parts.flatMap(({ tone, count }) => {
    if (count === 0) return [];
    const segment = { tone, x: percentOf(before, whole), width: percentOf(count, whole) };
    before += count;
    return [segment];
  });
}

function percentOf(part: number, whole: number): number {
  return Math.round((part / whole) * 1000) / 10;
}

const TONES: Record<CoverageState, string> = {
  running: "green",
  planned: "blue",
  finished: "grey",
  named: "yellow",
  none: "none",
};

export function countsOf(
  cards: readonly { coverage: CoverageState }[],
): Record<CoverageState, number> {
  const counts = { running: 0, planned: 0, finished: 0, named: 0, none: 0 };
  for (const { coverage } of cards) counts[coverage] += 1;
  return counts;
}

export function coverageSegments(counts: Record<CoverageState, number>): Segment[] {
  return segmentsOf(coverageStates.map((state) => ({ tone: TONES[state], count: counts[state] })));
}

/** How far measures are: dropped ones count no more. */
export function measuresProgress({ planned, running, done }: MeasureCounts, words: Words) {
  const { texts, formats } = words;
  const all = planned + running + done;
  if (all === 0) return null;
  const part = [formats.number(done), formats.number(all)] as const;
  return {
    segments: segmentsOf([
      { tone: "green", count: done },
      { tone: "blue", count: running },
    ]).map((one) => scaled(one, (done + running) / all)),
    label: texts.plans.partOf(...part),
    words: texts.plans.tree.measuresOf(...part),
  };
}

function scaled({ tone, x, width }: Segment, by: number): Segment {
  return { tone, x: round(x * by), width: round(width * by) };
}

function round(n: number): number {
  return Math.round(n * 10) / 10;
}

export function sumOfMeasures(all: readonly MeasureCounts[]): MeasureCounts {
  const sum = { planned: 0, running: 0, done: 0, dropped: 0 };
  for (const one of all)
    for (const state of Object.keys(sum) as (keyof MeasureCounts)[]) sum[state] += one[state];
  return sum;
}
