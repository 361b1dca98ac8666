import { paths } from "../../../paths.ts";
import { presentHistory } from "../../../web/history-list.ts";
import type { ItemNow } from "../items/service.ts";
import { type ChangeStep, stepsFrom } from "../rules.ts";
import { changeCode, changePill, recordTitle, valueText, type Wording } from "../words.ts";
import { presentBudget } from "./budget-presenter.ts";
import { presentFacts, presentStates } from "./facts-presenter.ts";
import { presentResolutions } from "./resolutions-presenter.ts";
import type { ChangePage } from "./service.ts";

export interface Allowed {
  edit: boolean;
  approve: boolean;
  budget: boolean;
  resolve: boolean;
}

export function presentChange(page: ChangePage, wording: Wording, can: Allowed) {
  const { change, items, moved } = page;
  const { texts } = wording;
  const { show } = texts.projectChanges;
  const isDraft = change.state === "draft";
  const notices = [
    ...(moved.items.length > 0 ? [show.movedNotice] : []),
    ...(moved.budget ? [show.budgetMoved(wording.formats.number(moved.budget.number))] : []),
  ];
  return {
    pageHeader: presentHeader(page, wording, can),
    notices: notices.map((text) => ({ tone: "warning" as const, text })),
    labels: show,
    definitionList: presentFacts(change, wording),
    reason: change.reason,
    records: presentRecords(page, wording, can.edit && isDraft),
    addItem:
      can.edit && isDraft ? { href: paths.newChangeItem(change.projectId, change.id) } : null,
    noItems: items.length === 0 ? show.noItems : null,
    budget: presentBudget(page, wording, can),
    resolutions: presentResolutions(page, wording, can),
    states: presentStates(page, wording),
    historyList: presentHistory(page.history, wording),
  };
}

const ICONS: Record<ChangeStep, string> = {
  announcement: "send",
  approval: "circle-check",
  rejection: "circle-x",
  reopening: "arrow-back-up",
  correction: "pencil",
};

function presentHeader({ change }: ChangePage, wording: Wording, can: Allowed) {
  const { texts } = wording;
  const { projectChanges } = texts;
  const { projectId, id, state } = change;
  const steps = stepsFrom(change)
    .filter((step) => isAllowed(step, can))
    .map((step) => ({
      href: paths.changeSteps[step].show(projectId, id),
      label: projectChanges.steps[step].action,
      icon: ICONS[step],
      isMain: step === "announcement" || step === "approval",
      isDanger: step === "rejection",
    }));
  const edit = {
    href: paths.editChange(projectId, id),
    label: projectChanges.show.edit,
    icon: "pencil",
  };
  const fileNumber = {
    href: paths.editChangeFileNumber(projectId, id),
    label: projectChanges.fileNumber.action,
    icon: "file-text",
  };
  const main = steps.find(({ isMain }) => isMain);
  const others = steps.filter((step) => step !== main);
  return {
    title: change.title,
    code: changeCode(change, wording),
    pill: changePill(state, texts),
    actions: {
      primary: main ?? null,
      more: [
        ...(can.edit && state === "draft" ? [edit] : []),
        ...(can.edit ? [fileNumber] : []),
        ...others,
      ],
    },
  };
}

function isAllowed(step: ChangeStep, can: Allowed): boolean {
  return step === "approval" || step === "correction" || step === "rejection"
    ? can.approve
    : can.edit;
}

/** What the change sets, record by record. */
function presentRecords({ change, items }: ChangePage, wording: Wording, isEditable: boolean) {
  const { show } = wording.texts.projectChanges;
  const records = [...new Set(items.map(({ record }) => record))];
  return records.map((record) => {
    const title = recordTitle(record);
    const address = [change.projectId, change.id, record.subject, record.objectId] as const;
    return {
      title,
      edit: isEditable
        ? { href: paths.editChangeItem(...address), label: show.editRecordOf(title) }
        : null,
      fields: items
        .filter((item) => item.record === record)
        .map((item) => presentItem(item, change.state === "approved", wording)),
    };
  });
}

function presentItem(item: ItemNow, isApproved: boolean, { texts, formats }: Wording) {
  const { show, record: words } = texts.projectChanges;
  const { record, field, fromValue, toValue, presentValue, hasMoved } = item;
  const text = (value: string | null) => valueText(record, field, value, formats) ?? show.empty;
  return {
    label: words.fields[field] ?? field,
    from: text(fromValue),
    to: text(toValue),
    moved: hasMoved && !isApproved ? show.moved(text(presentValue)) : null,
  };
}
