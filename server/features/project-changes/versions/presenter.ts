import type { BudgetVersion } from "../../../../db/queries/budget-versions.ts";
import { paths } from "../../../paths.ts";
import { withQuery } from "../../../web/query-string.ts";
import { changePill, type Wording } from "../words.ts";
import { presentComparison } from "./comparison-presenter.ts";
import type { VersionsPage } from "./service.ts";

export function presentVersions(page: VersionsPage, isWhole: boolean, wording: Wording) {
  const { projectId, versions } = page;
  const words = wording.texts.budgetVersions;
  const toBudget = { href: paths.budget(projectId), label: words.toBudget, icon: "coins" };
  return {
    pageHeader: {
      title: words.title,
      subtitle: words.subtitle,
      actions: {
        more: [toBudget, { href: paths.changes(projectId), label: words.changes, icon: "history" }],
      },
    },
    labels: words,
    rows: versions.map((version) => presentVersion(version, page, wording)),
    chooser: presentChooser(page, wording),
    comparison: page.comparison && presentComparison(page.comparison, isWhole, wording),
    links: presentLinks(page, isWhole, wording),
    emptyState: versions.length > 0 ? null : { ...words.empty, icon: "coins", second: toBudget },
  };
}

function presentVersion(version: BudgetVersion, page: VersionsPage, { texts, formats }: Wording) {
  const { id, number, effectiveOn, state } = version;
  const kind = texts.projectChanges.kinds[version.kind];
  return {
    name: texts.budgetVersions.version(formats.number(number)),
    href: paths.budgetVersion(page.projectId, number),
    change: version.title,
    changeHref: paths.change(page.projectId, version.changeId),
    // The decision is mostly called by its kind, which needs not be said twice.
    kind: kind.toLowerCase() === version.title.toLowerCase() ? "" : kind,
    pill: changePill(state, texts),
    inForce: id === page.inForceId ? texts.budgetVersions.inForce : null,
    effectiveOn: effectiveOn === null ? "–" : formats.date(effectiveOn),
    direct: formats.money(version.direct),
    flat: formats.money(version.flat),
    eligible: formats.money(version.eligible),
    ineligible: formats.money(version.ineligible),
  };
}

/** A form without script: two versions and a button. */
function presentChooser(page: VersionsPage, { texts, formats }: Wording) {
  const { projectId, versions, comparison } = page;
  const words = texts.budgetVersions;
  if (versions.length < 2) return null;
  const options = versions.map(({ id, number, title }) => ({
    value: String(id),
    label: `${words.version(formats.number(number))}: ${title}`,
  }));
  const select = (name: "from" | "to", chosen: BudgetVersion | undefined) => ({
    type: "select" as const,
    name,
    label: words.comparison[name],
    value: String(chosen?.id ?? ""),
    options,
  });
  return {
    action: paths.budgetVersions(projectId),
    fields: [
      select("from", comparison?.from ?? versions[1]),
      select("to", comparison?.to ?? versions[0]),
    ],
  };
}

function presentLinks({ projectId, comparison }: VersionsPage, isWhole: boolean, wording: Wording) {
  if (!comparison) return null;
  const words = wording.texts.budgetVersions.comparison;
  const both = { from: comparison.from.id, to: comparison.to.id };
  return isWhole
    ? { href: withQuery(paths.budgetVersions(projectId), both), label: words.onlyChanges }
    : {
        href: withQuery(paths.budgetVersions(projectId), { ...both, lines: "all" }),
        label: words.everything,
      };
}
