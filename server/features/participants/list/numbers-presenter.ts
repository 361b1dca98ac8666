import type { ParticipantCount } from "../../../../db/queries/participant-list.ts";
import { ageBandOf, ageBands } from "../rules.ts";
import type { Wording } from "../words.ts";
import type { ParticipantNumbers } from "./service.ts";

type Figures = Omit<ParticipantCount, "sex" | "age">;

/** The key figures above the list: persons, support, threshold, records. */
export function presentTiles({ counts, rule }: ParticipantNumbers, wording: Wording) {
  const { texts, formats } = wording;
  const { tiles } = texts.participants;
  const all = sumOf(counts);
  const { thresholdMinutes } = rule;
  const part = (value: number) => ({
    value: formats.number(value),
    bar: { percent: all.persons === 0 ? 0 : Math.round((100 * value) / all.persons) },
  });
  const threshold = thresholdMinutes === null ? "" : formats.hours(thresholdMinutes);
  return [
    { label: tiles.persons, value: formats.number(all.persons), icon: "users" },
    {
      label: tiles.supported,
      ...part(all.supported),
      note: tiles.unsupported(all.persons - all.supported),
    },
    {
      label: tiles.overThreshold,
      ...part(all.overThreshold),
      note: thresholdMinutes === null ? tiles.noThreshold : tiles.threshold(threshold),
    },
    {
      label: tiles.complete,
      ...part(all.complete),
      note: tiles.incomplete(all.persons - all.complete),
    },
  ];
}

/** The same numbers by sex and by age at entry. */
export function presentBreakdowns({ counts }: ParticipantNumbers, wording: Wording) {
  const words = wording.texts.participants.breakdown;
  const sexes = ["POHZENY", "POHMUZI", null] as const;
  const bySex = sexes.map((sex) => ({
    label: words.sexes[sex ?? "unknown"],
    figures: sumOf(counts.filter((count) => count.sex === sex)),
  }));
  const byAge = ageBands.map((band) => ({
    label: words.ages[band],
    figures: sumOf(counts.filter(({ age }) => ageBandOf(age) === band)),
  }));
  const rows = (lines: { label: string; figures: Figures }[]) =>
    lines
      .filter(({ figures }) => figures.persons > 0)
      .map(({ label, figures }) => ({ label, ...printed(figures, wording) }));
  return {
    columns: words.columns,
    tables: [
      { id: "by-sex", title: words.bySex, rows: rows(bySex) },
      { id: "by-age", title: words.byAge, rows: rows(byAge) },
    ],
    total: { label: words.total, ...printed(sumOf(counts), wording) },
  };
}

function printed(figures: Figures, { formats }: Wording) {
  return {
    persons: formats.number(figures.persons),
    supported: formats.number(figures.supported),
    overThreshold: formats.number(figures.overThreshold),
    complete: formats.number(figures.complete),
  };
}

function sumOf(counts: readonly ParticipantCount[]): Figures {
  const sum = { persons: 0, supported: 0, overThreshold: 0, complete: 0 };
  for (const count of counts) {
    sum.persons += count.persons;
    sum.supported += count.supported;
    sum.overThreshold += count.overThreshold;
    sum.complete += count.complete;
  }
  return sum;
}
