import { paths } from "../../../paths.ts";
import { withQuery } from "../../../web/query-string.ts";
import { occasionKey } from "../../expenditures/words.ts";
import { hoursBar, type Wording } from "../words.ts";
import type { InternshipPage } from "./service.ts";

export function presentTiles(page: InternshipPage, wording: Wording) {
  const { internship, trainees, days } = page;
  const { texts, formats } = wording;
  const { tiles } = texts.internships;
  const worked = days.reduce((sum, { minutes }) => sum + minutes, 0);
  const confirmed = days
    .filter(({ confirmationId }) => confirmationId !== null)
    .reduce((sum, { minutes }) => sum + minutes, 0);
  const each = internship.plannedMinutes;
  const planned = each === null ? null : each * Math.max(1, trainees.length);
  const bar = hoursBar(worked, planned, wording);
  const waiting = worked - confirmed;
  return [
    {
      label: tiles.hours,
      value: formats.hours(worked),
      note: planned === null ? tiles.noPlan : tiles.ofPlan(formats.hourCount(planned)),
      ...(bar.percent === null ? {} : { bar: { percent: bar.percent, tone: bar.tone } }),
    },
    {
      label: tiles.confirmed,
      value: formats.hours(confirmed),
      ...(waiting > 0 ? { note: tiles.toConfirm(formats.hourCount(waiting)) } : {}),
    },
    { label: tiles.trainees, value: formats.number(trainees.length) },
    costsTile(page, wording),
  ];
}

/** What its expenditure comes to goes before the sum that somebody typed in, which stands beside it. */
function costsTile({ internship, costs }: InternshipPage, { texts, formats }: Wording) {
  const { tiles } = texts.internships;
  const { projectId, id, plannedCostsHalere: planned, realCostsHalere: typed } = internship;
  const isReal = costs.count > 0;
  const real = isReal ? costs.halere : typed;
  const notes = [
    ...(planned === null ? [] : [tiles.plannedCosts(formats.wholeMoney(planned))]),
    ...(isReal && typed !== null ? [tiles.typedCosts(formats.wholeMoney(typed))] : []),
  ];
  const occasion = occasionKey({ kind: "internship", id });
  return {
    label: tiles.costs,
    value: real === null ? "–" : formats.wholeMoney(real),
    ...(notes.length === 0 ? {} : { note: notes.join(", ") }),
    ...(isReal ? { href: withQuery(paths.expenditures(projectId), { occasion }) } : {}),
  };
}
