import type { ProjectInReach } from "../../../../db/queries/projects.ts";
import { paths } from "../../../paths.ts";
import { groupedBy } from "../../../values/grouped.ts";
import { withQuery } from "../../../web/query-string.ts";
import { claimedOf } from "../../drawdowns/service.ts";
import { drawnOf } from "../drawn/rules.ts";
import { presentHeader, presentNotices, type Rights } from "./header-presenter.ts";
import type { BudgetPage } from "./loading.ts";
import { presentRow } from "./row-presenter.ts";
import { presentAxis, presentTiles, type Wording } from "./tiles-presenter.ts";

/** The model of `views/budgets/show.ejs`. */
export function presentBudget(
  project: ProjectInReach,
  page: BudgetPage,
  wording: Wording,
  rights: Rights,
) {
  const { texts } = wording;
  const tree = drawnTree(page);
  const activitiesOf = groupedBy(page.activities, ({ lineId }) => lineId);
  const rows = page.lines.flatMap((line) => {
    const drawn = tree.of.get(line.lineId);
    if (!drawn) return [];
    const activities = activitiesOf.get(line.lineId) ?? [];
    const eligible = page.version.eligible;
    const parts = { projectId: project.id, drawn, eligible, activities, canLink: rights.canEdit };
    return [presentRow(line, parts, wording)];
  });
  return {
    pageHeader: presentHeader(project.id, page, wording, rights),
    notices: presentNotices(project.id, page, wording),
    warnings: presentWarnings(project.id, page, tree, wording),
    tiles: presentTiles(page, wording),
    axis: presentAxis(project, page, wording),
    labels: texts.budgets,
    hasClaims: rows.some(({ claimed }) => claimed !== ""),
    rows,
  };
}

/**
 * Until a budget is in force no flat rate is drawn, whatever a draft says. What was cut or moved is no longer
 * claimed, as everywhere; flat rates are what requests tell beyond their claims.
 */
function drawnTree({ lines, drawdown, recorded, claims: all }: BudgetPage) {
  const { requests } = drawdown;
  const claims = all.map((one) => ({ ...one, claimed: one.claimed - one.cut - one.moved }));
  const direct = claims.reduce((sum, { claimed }) => sum + claimed, 0);
  const bases = drawdown.budget ? drawdown.recorded : { direct: 0, staff: 0 };
  const flatClaims = { claimed: claimedOf(requests) - direct, approved: requests.approvedFlat };
  return drawnOf(lines, { bases, recorded, claims, flatClaims });
}

function presentWarnings(
  projectId: number,
  { lines }: BudgetPage,
  tree: ReturnType<typeof drawnTree>,
  { texts, formats }: Wording,
) {
  const { budgets } = texts;
  const tone = "warning" as const;
  const over = lines
    .filter((line) => line.isLeaf && line.flatRateKind === null && tree.of.get(line.lineId)?.isOver)
    .map(({ lineId, code, name }) => ({
      tone,
      text: budgets.overdrawn(
        `${code} ${name}`,
        formats.money(-(tree.of.get(lineId)?.remaining ?? 0)),
      ),
    }));
  if (tree.unplaced === 0) return over;
  const href = withQuery(paths.expenditures(projectId), { line: "none" });
  const text = budgets.unplaced(formats.money(tree.unplaced));
  return [...over, { tone, text, href, linkText: budgets.unplacedLink }];
}
