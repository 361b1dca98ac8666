import type { Position } from "../../../../db/queries/positions.ts";
import type { Assignment } from "../../../../db/queries/staff-assignments.ts";
import { groupedBy } from "../../../values/grouped.ts";
import type { Column, WorkbookSheet } from "../../../web/workbook.ts";
import { codeOfActivity } from "../../milestones/words.ts";
import { isHeldOnOrAfter } from "../rules.ts";
import { lineText, positionPill, type Wording } from "../words.ts";
import type { Team } from "./presenter.ts";

interface Line {
  position: Position;
  /** Everybody who holds or held it. */
  assignments: readonly Assignment[];
  /** Whoever holds it now or later; a position that nobody does has one line as well. */
  holder: Assignment | undefined;
}

/** A row for each holder of a position, in the order of the page. */
export function staffSheet(
  { positions, assignments, lines }: Pick<Team, "positions" | "assignments" | "lines">,
  wording: Wording,
): WorkbookSheet<Line> {
  const { title, columns, sheet, show, contracts, fundings, toBeCreated } = wording.texts.positions;
  const text = (
    header: string,
    width: number,
    value: (line: Line) => string | null,
  ): Column<Line> => ({ header, type: "text", width, value });
  const byPosition = groupedBy(assignments, ({ positionId }) => positionId);
  return {
    name: title,
    rows: positions.flatMap((one) => linesOf(one, byPosition.get(one.id) ?? [], wording)),
    columns: [
      text(columns.position, 36, ({ position }) => position.name),
      text(show.contract, 20, ({ position }) => contracts[position.contract]),
      text(show.funding, 16, ({ position }) => fundings[position.funding]),
      text(columns.line, 36, ({ position }) => lineText(lines, position.budgetLineId)),
      text(show.activity, 12, ({ position }) => codeOfActivity(position)),
      text(sheet.origin, 16, ({ position }) => (position.isToBeCreated ? toBeCreated : null)),
      {
        header: columns.workload,
        type: "scaled",
        decimals: () => 3,
        value: ({ position }) => position.workloadMilli,
      },
      text(
        columns.state,
        20,
        (line) => positionPill(line.position, line.assignments, wording).label,
      ),
      text(columns.holder, 28, ({ holder }) => holder?.personName ?? null),
      { header: sheet.startsOn, type: "day", value: ({ holder }) => holder?.startsOn ?? null },
      { header: sheet.endsOn, type: "day", value: ({ holder }) => holder?.endsOn ?? null },
    ],
  };
}

function linesOf(
  position: Position,
  assignments: readonly Assignment[],
  { today }: Wording,
): Line[] {
  const holders = assignments.filter((one) => isHeldOnOrAfter(one, today));
  const all = holders.length > 0 ? holders : [undefined];
  return all.map((holder) => ({ position, assignments, holder }));
}
