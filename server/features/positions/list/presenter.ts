import type { PersonWorkload } from "../../../../db/queries/person-workloads.ts";
import type { Position, PositionFunding } from "../../../../db/queries/positions.ts";
import type { Assignment } from "../../../../db/queries/staff-assignments.ts";
import { paths } from "../../../paths.ts";
import { groupedBy } from "../../../values/grouped.ts";
import { withQuery } from "../../../web/query-string.ts";
import { activityCode } from "../../activities/rules.ts";
import { overloadWarnings } from "../assignments/words.ts";
import { isFilled, isHeldOn, isHeldOnOrAfter, occupancyOf } from "../rules.ts";
import { fundings } from "../schema.ts";
import {
  type LineNames,
  lineText,
  positionPill,
  spanText,
  type Wording,
  workloadText,
} from "../words.ts";

export interface Team {
  projectId: number;
  positions: readonly Position[];
  assignments: readonly Assignment[];
  workloads: readonly PersonWorkload[];
  lines: LineNames;
  canEdit: boolean;
}

export function presentTeam(team: Team, tabs: object | undefined, wording: Wording) {
  const { positions: words } = wording.texts;
  const { projectId } = team;
  const create = { href: paths.newPosition(projectId), label: words.new, icon: "plus" };
  const workbook = {
    href: withQuery(paths.staff(projectId), { format: "xlsx" }),
    label: words.workbook,
    icon: "file-spreadsheet",
  };
  return {
    pageHeader: {
      title: words.title,
      subtitle: words.subtitle,
      actions: {
        primary: team.canEdit ? create : null,
        more: team.positions.length > 0 ? [workbook] : [],
      },
      tabs,
    },
    labels: words.columns,
    nobody: words.nobody,
    summary: team.positions.length === 0 ? null : summaryText(team, wording),
    tiles: team.positions.length === 0 ? [] : presentTiles(team, wording),
    overloads: overloadWarnings(team.assignments, team.workloads, projectId, wording),
    overloadTitle: words.overload.title,
    groups: fundings.flatMap((funding) => presentGroup(team, funding, wording)),
    emptyState: { text: words.empty, icon: "users", ...(team.canEdit ? { action: create } : {}) },
  };
}

function summaryText(team: Team, wording: Wording): string {
  const { summary } = wording.texts.positions;
  const { filled, all, created, toBeCreated } = countsOf(team, wording);
  const told = summary.sentence(filled, all);
  return toBeCreated === "0" ? told : told + summary.sentenceCreated(created, toBeCreated);
}

function countsOf(team: Team, { formats, today }: Wording) {
  const byPosition = groupedBy(team.assignments, ({ positionId }) => positionId);
  const counts = occupancyOf(
    team.positions.map((position) => ({
      ...position,
      isFilled: isFilled(position, byPosition.get(position.id) ?? [], today),
    })),
  );
  return {
    filled: formats.number(counts.filled),
    all: formats.number(counts.all),
    created: formats.number(counts.created),
    toBeCreated: formats.number(counts.toBeCreated),
  };
}

function presentTiles(team: Team, wording: Wording) {
  const { summary } = wording.texts.positions;
  const { filled, all, created, toBeCreated } = countsOf(team, wording);
  const { formats, today } = wording;
  const workload = (funding: PositionFunding) => {
    const held = team.assignments.filter((one) => one.funding === funding && isHeldOn(one, today));
    return formats.number(held.reduce((sum, { heldMilli }) => sum + (heldMilli ?? 0), 0) / 1000);
  };
  return [
    { label: summary.filled, value: summary.of(filled, all), note: summary.today },
    ...(toBeCreated === "0"
      ? []
      : [{ label: summary.created, value: summary.of(created, toBeCreated) }]),
    { label: summary.directWorkload, value: workload("direct"), note: summary.today },
    { label: summary.flatWorkload, value: workload("flat-rate"), note: summary.today },
  ];
}

function presentGroup(team: Team, funding: PositionFunding, wording: Wording) {
  const positions = team.positions.filter((one) => one.funding === funding);
  if (positions.length === 0) return [];
  const byPosition = groupedBy(team.assignments, ({ positionId }) => positionId);
  return [
    {
      title: wording.texts.positions.groups[funding],
      rows: positions.map((one) =>
        presentRow(one, byPosition.get(one.id) ?? [], team.lines, wording),
      ),
    },
  ];
}

function presentRow(
  position: Position,
  assignments: readonly Assignment[],
  lines: LineNames,
  wording: Wording,
) {
  const { texts, today } = wording;
  const { positions: words } = texts;
  const held = assignments.filter((one) => isHeldOnOrAfter(one, today));
  const { activityNumber: number, activityParentNumber: parentNumber } = position;
  const about = [
    words.contracts[position.contract],
    ...(number === null ? [] : [activityCode({ number, parentNumber })]),
    ...(position.isToBeCreated ? [words.toBeCreated] : []),
  ];
  return {
    href: paths.position(position.projectId, position.id),
    name: position.name,
    about: about.join(" · "),
    line:
      lineText(lines, position.budgetLineId) ?? (position.funding === "direct" ? words.noLine : ""),
    isWithoutLine: !lines.has(position.budgetLineId ?? 0),
    workload: workloadText(position.workloadMilli, wording),
    holders: held.map((one) => ({ name: one.personName, since: spanText(one, wording) })),
    pill: positionPill(position, assignments, wording),
  };
}
