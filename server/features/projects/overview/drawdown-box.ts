import type { ProjectInReach } from "../../../../db/queries/projects.ts";
import { paths } from "../../../paths.ts";
import { percentOf } from "../../../values/percent.ts";
import { timeElapsed } from "../totals/rules.ts";
import { figureBar } from "../totals/words.ts";
import type { Reading } from "./presenter.ts";
import type { OverviewFacts } from "./service.ts";

/** The project's money from the sums kept beside it, each against the whole and against time. */
export function presentDrawdownBox(
  project: ProjectInReach,
  { overview }: OverviewFacts,
  { texts, formats, today }: Reading,
) {
  const { box, figures } = texts.drawdowns;
  const cap = overview.capHalere ?? project.totalHalere;
  const elapsed = timeElapsed(project, today);
  const row = (name: string, halere: number | null) => ({
    ...{ name, amount: formats.wholeMoney(halere ?? 0) },
    ...figureBar(percentOf(halere ?? 0, cap ?? 0), { formats, elapsed, missing: "" }),
  });
  return {
    title: box.title,
    all: { href: paths.drawdown(project.id), label: box.all },
    rows: [
      row(figures.spent, overview.spentHalere),
      row(figures.claimed, overview.claimedHalere),
      row(figures.approved, overview.approvedHalere),
      row(figures.received, overview.receivedHalere),
    ],
    rest: {
      label: box.rest,
      amount: cap === null ? "" : formats.wholeMoney(cap - (overview.spentHalere ?? 0)),
    },
    emptyState: cap === null ? { icon: "coins", text: box.empty } : null,
  };
}
