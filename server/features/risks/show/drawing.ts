import type { RecordedAssessment } from "../../../../db/queries/risk-assessments.ts";
import { daysBetween } from "../../../values/calendar-date.ts";
import { scoreOf } from "../rules.ts";
import type { Wording } from "../words.ts";

const [WIDTH, HEIGHT, HIGHEST] = [100, 24, 25];

/** The product over time for `views/partials/sparkline.ejs`; null while there is one assessment. */
export function drawScores(
  assessments: readonly RecordedAssessment[],
  { texts, formats }: Wording,
) {
  const inForce = assessments.filter(({ isCorrected }) => !isCorrected).toReversed();
  const [first, last] = [inForce.at(0), inForce.at(-1)];
  if (!first || !last || inForce.length < 2) return null;
  const days = Math.max(1, daysBetween(first.validOn, last.validOn));
  const places = inForce.map((one) => ({
    x: Math.round((daysBetween(first.validOn, one.validOn) / days) * WIDTH),
    y: Math.round(HEIGHT - (scoreOf(one) / HIGHEST) * HEIGHT),
  }));
  const values = inForce.map((one) => `${formats.date(one.validOn)} ${scoreOf(one)}`);
  return {
    points: places.map(({ x, y }) => `${x},${y}`).join(" "),
    last: places.at(-1),
    label: texts.risks.show.chart(values.join(", ")),
  };
}
