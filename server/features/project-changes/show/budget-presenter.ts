import { paths } from "../../../paths.ts";
import { differenceText, signedMoney, type Wording } from "../words.ts";
import type { Allowed } from "./presenter.ts";
import type { ChangePage } from "./service.ts";

/** The budget of the change beside the one it was made from: only lines that differ. */
export function presentBudget(page: ChangePage, wording: Wording, can: Allowed) {
  const { change, lines } = page;
  const { show } = wording.texts.projectChanges;
  const { projectId, id, versionId, basedOnId } = change;
  const isDraft = change.state === "draft";
  if (versionId === null) {
    const mayAdd = isDraft && can.edit && change.kind !== "decision";
    return {
      none: show.noBudget,
      add: mayAdd ? { action: paths.changeBudget(projectId, id), label: show.addBudget } : null,
    };
  }
  const { formats } = wording;
  return {
    none: null,
    add: null,
    sums: presentSums(page, wording),
    links: presentLinks(page, wording, can),
    same: lines.length === 0 ? show.sameBudget : null,
    // The first budget of all differs from nothing: its tree is on a page of its own.
    rows: (basedOnId === null ? [] : lines).map(({ before, after, difference }) => {
      const line = after ?? before;
      const name = line?.name ?? "";
      const isRenamed = before !== null && after !== null && before.name !== after.name;
      return {
        code: line?.code ?? "",
        name,
        oldName: isRenamed ? before.name : null,
        isChapter: line?.isLeaf === false,
        before: before === null ? "–" : formats.money(before.amountHalere),
        after: after === null ? "–" : formats.money(after.amountHalere),
        difference: signedMoney(difference, formats),
      };
    }),
  };
}

function presentSums({ change }: ChangePage, wording: Wording) {
  const { show } = wording.texts.projectChanges;
  const { formats } = wording;
  const now = change.eligibleHalere ?? 0;
  const before = change.basedOnEligibleHalere;
  const after = { term: show.sumAfter, text: formats.money(now) };
  if (before === null) return [after];
  return [
    { term: show.sumBefore, text: formats.money(before) },
    after,
    { term: show.difference, text: differenceText(now - before, wording) },
  ];
}

function presentLinks({ change }: ChangePage, wording: Wording, can: Allowed) {
  const { show } = wording.texts.projectChanges;
  const { projectId, versionNumber, basedOnId, versionId, state } = change;
  const version = show.version(wording.formats.number(versionNumber ?? 0));
  const isWritten = state === "draft" && can.budget;
  return [
    ...(isWritten ? [{ href: paths.editBudget(projectId), label: show.editBudget }] : []),
    ...(isWritten ? [{ href: paths.budgetTransfers(projectId), label: show.transfers }] : []),
    ...(basedOnId === null
      ? []
      : [
          {
            href: `${paths.budgetVersions(projectId)}?from=${basedOnId}&to=${versionId}`,
            label: show.compare,
          },
        ]),
    { href: paths.budgetVersion(projectId, versionNumber ?? 0), label: version },
  ];
}
