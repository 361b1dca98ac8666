import type { BudgetVersion } from "../../../../db/queries/budget-versions.ts";
import { paths } from "../../../paths.ts";
import type { Texts } from "../../../texts/index.ts";
import type { Pill } from "../../../web/health-pill.ts";
import type { BudgetPage } from "./loading.ts";
import type { Wording } from "./row-presenter.ts";

export interface Rights {
  canEdit: boolean;
  canChange: boolean;
}

/** Which version it is, whether it is in force, and the step that comes next. */
export function presentHeader(
  projectId: number,
  { version, inForceId, draft }: BudgetPage,
  { texts, formats }: Wording,
  { canEdit, canChange }: Rights,
) {
  const { budgets } = texts;
  const grid = { href: paths.editBudget(projectId), icon: "pencil" };
  const change = { href: paths.newChange(projectId), label: budgets.newChange };
  const primary = () => {
    if (draft && canEdit)
      return { ...grid, label: draft.id === version.id ? budgets.edit : budgets.continueDraft };
    return !draft && canChange ? { ...change, icon: "plus" } : null;
  };
  const since =
    version.effectiveOn === null || version.state !== "approved"
      ? ""
      : budgets.inForceFrom(formats.date(version.effectiveOn));
  return {
    title: budgets.title,
    code: [budgets.version(String(version.number)), version.title].join(" · "),
    subtitle: since,
    pill: statePill(version, inForceId, budgets),
    actions: {
      primary: primary(),
      more: [
        { href: paths.budgetVersions(projectId), label: budgets.versions, icon: "history" },
        { href: paths.exports(projectId), label: texts.moneyExports.title, icon: "download" },
        {
          href: paths.change(projectId, version.changeId),
          label: version.title,
          icon: "file-text",
        },
      ],
    },
  };
}

function statePill(
  { id, state }: BudgetVersion,
  inForceId: number | null,
  words: Texts["budgets"],
): Pill {
  if (id === inForceId) return { tone: "green", label: words.inForce };
  const tones = { draft: "yellow", announced: "blue", approved: "grey", rejected: "grey" } as const;
  return { tone: tones[state], label: words.states[state] };
}

/** Ways to the version in force and to the one being written, where another is shown. */
export function presentNotices(projectId: number, page: BudgetPage, { texts }: Wording) {
  const { version, inForceId, draft } = page;
  const { budgets } = texts;
  const notices = [];
  if (inForceId !== null && version.id !== inForceId)
    notices.push({
      ...{ tone: "info" as const, text: budgets.otherNotice },
      ...{ href: paths.budget(projectId), linkText: budgets.openInForce },
    });
  if (draft && draft.id !== version.id)
    notices.push({
      ...{ tone: "info" as const, text: budgets.draftNotice(draft.title) },
      ...{
        href: paths.budgetVersion(projectId, draft.number),
        linkText: budgets.openDraft,
      },
    });
  return notices;
}
