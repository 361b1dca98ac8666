import type { ProjectInReach } from "../../../../db/queries/projects.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import { clampPercent, percentOf } from "../../../values/percent.ts";
import { timeElapsed } from "../../projects/totals/rules.ts";
import type { BudgetPage } from "./loading.ts";
import type { Wording as RowWording } from "./row-presenter.ts";

export interface Wording extends RowWording {
  today: CalendarDate;
}

/** Sums of the version beside what is left of it. */
export function presentTiles({ version, drawdown }: BudgetPage, { texts, formats }: Wording) {
  const { tiles } = texts.budgets;
  const share = (part: number, whole: number) => {
    const points = percentOf(part, whole);
    return points === undefined ? null : formats.percent(points);
  };
  const tile = (label: string, halere: number, note: string | null) => ({
    label,
    value: formats.money(halere),
    ...(note === null ? {} : { note }),
  });
  const { eligible, direct, staff, flat, ineligible } = version;
  const { spent } = drawdown;
  const left = spent === null ? null : tiles.left(formats.money(eligible - spent));
  const part = (halere: number) => {
    const points = share(halere, eligible);
    return points === null ? null : tiles.ofWhole(points);
  };
  const ofDirect = share(staff, direct);
  return [
    tile(tiles.eligible, eligible, left),
    tile(tiles.direct, direct, part(direct)),
    tile(tiles.staff, staff, ofDirect === null ? null : tiles.ofDirect(ofDirect)),
    tile(tiles.flat, flat, part(flat)),
    ...(ineligible > 0 ? [tile(tiles.ineligible, ineligible, null)] : []),
  ];
}

/** Time, work done and money drawn, each of its whole: three bars of one length. */
export function presentAxis(project: ProjectInReach, page: BudgetPage, wording: Wording) {
  const { texts, formats, today } = wording;
  const { axis } = texts.budgets;
  const { spent } = page.drawdown;
  const whole = page.version.eligible;
  const elapsed = timeElapsed(project, today);
  const drawn = spent === null ? undefined : percentOf(spent, whole);
  const bar = (label: string, points: number | null | undefined, note: string) => ({
    label,
    note,
    value: points === null || points === undefined ? axis.missing : formats.percent(points),
    width: points ? Math.round(clampPercent(points) / 100) : 0,
    isOver: (points ?? 0) > 10_000,
  });
  const of = (halere: number) => `${formats.money(halere)} / ${formats.money(whole)}`;
  return {
    marker: Math.min(99, Math.round(elapsed / 100)),
    bars: [
      bar(axis.time, elapsed, formats.dateRange(project.startsOn, project.endsOn)),
      bar(axis.physical, page.physicalBp, ""),
      bar(axis.drawn, drawn, spent === null ? texts.budgets.tiles.noSpend : of(spent)),
    ],
  };
}
