import { randomUUID } from "node:crypto";
import type { BudgetImport } from "../../../../db/queries/budget-imports.ts";
import { paths } from "../../../paths.ts";
import type { Formats } from "../../../texts/formats.ts";
import type { Texts } from "../../../texts/index.ts";
import type { FormState } from "../../../web/form.ts";
import { presentFields, presentFormErrors } from "../../../web/form-fields.ts";
import { type ComparedBudget, mayApply } from "../comparing/service.ts";
import { statePill } from "../words.ts";
import { presentPreview } from "./tree-presenter.ts";

export interface BudgetImportPage {
  found: BudgetImport;
  /** Null once it is no longer open. */
  compared: ComparedBudget | null;
  onlyFaults: boolean;
}

export interface Wording {
  texts: Texts;
  formats: Formats;
}

export function presentBudgetImport(page: BudgetImportPage, state: FormState, wording: Wording) {
  const { found, compared, onlyFaults } = page;
  const { texts, formats } = wording;
  const { budgetImports: words } = texts;
  const by = words.by(found.readByName ?? texts.history.system, formats.dateTime(found.readAt));
  return {
    pageHeader: {
      title: found.fileName,
      subtitle: by,
      pill: statePill(found.state, texts),
    },
    labels: words,
    formErrors: presentFormErrors(state, texts),
    notices: noticesOf(page, wording),
    tiles: compared ? presentTiles(compared, wording) : null,
    steps: presentSteps(page, wording),
    toDraft: found.state === "applied" ? paths.editBudget(found.projectId) : null,
    completion: compared ? presentCompletion(page, state, wording) : null,
    removed: (compared?.removed ?? []).map((line) => ({
      code: line.code,
      name: line.name,
      amount: formats.money(line.amountHalere),
    })),
    preview: compared ? presentPreview(found, compared, { onlyFaults, ...wording }) : null,
  };
}

function noticesOf({ found, compared }: BudgetImportPage, { texts }: Wording) {
  const { budgetImports: words } = texts;
  if (!compared) return [];
  const { missing, inUse, basis } = compared;
  const names = missing.map((field) => words.names[field]?.[0] ?? field).join(", ");
  const warnings = [
    ...(found.lostTexts > 0 ? [words.lost(found.lostTexts)] : []),
    ...(missing.length > 0 ? [words.missing(names)] : []),
    ...(inUse.length > 0 ? [words.inUse(inUse.join(", "))] : []),
  ].map((text) => ({ tone: "danger" as const, text }));
  if (warnings.length > 0 || !compared.tree || !mayApply(compared) || basis?.isDraft)
    return warnings;
  return [{ tone: "info" as const, text: basis ? words.begins : words.beginsFirst }];
}

function presentTiles(compared: ComparedBudget, { texts, formats }: Wording) {
  const { tiles, ...words } = texts.budgetImports;
  const { rows, tree, outcomes, known, removed, basis } = compared;
  const count = (wanted: string) =>
    [...outcomes.values()].filter((outcome) => outcome === wanted).length;
  const [created, changed] = [count("created"), count("changed")];
  const wrong = rows.filter(({ faults }) => faults.length > 0).length;
  const before = known.find(({ code }) => code === "1")?.amountHalere ?? 0;
  return [
    { label: tiles.lines, value: formats.number(rows.length), icon: "list-tree" },
    {
      label: tiles.total,
      value: tree ? formats.money(tree.sums.eligible) : "–",
      ...(basis ? { note: words.totalBefore(formats.money(before)) } : {}),
    },
    {
      label: tiles.changes,
      value: tree ? formats.number(created + changed + removed.length) : "–",
      ...(tree ? { note: words.changesNote(created, changed, removed.length) } : {}),
    },
    {
      label: tiles.faults,
      value: formats.number(wrong),
      ...(wrong > 0 ? { tone: "red" as const, note: words.faultsNote } : {}),
    },
  ];
}

function presentSteps({ found, compared }: BudgetImportPage, { texts }: Wording) {
  const { budgetImports: words } = texts;
  const { projectId, id, version } = found;
  const step = (action: string, label: string, isPrimary = false) => ({
    ...{ action, label, isPrimary, version: String(version), submission: randomUUID() },
  });
  if (found.state === "applied")
    return { nothing: null, list: [step(paths.budgetImportUndoing(projectId, id), words.undo)] };
  if (!compared) return { nothing: null, list: [] };
  const apply = step(paths.budgetImportApplication(projectId, id), words.apply, true);
  const drop = step(paths.budgetImportDropping(projectId, id), words.drop);
  const isSame = compared.tree !== null && compared.inUse.length === 0 && !mayApply(compared);
  return {
    nothing: isSame ? words.nothing : null,
    list: [...(mayApply(compared) ? [apply] : []), drop],
  };
}

/** Offered only where the file lost its texts. */
function presentCompletion(
  { found, compared }: BudgetImportPage,
  state: FormState,
  { texts }: Wording,
) {
  const { budgetImports: words } = texts;
  if (found.lostTexts === 0) return null;
  const hint = words.textsHint(compared?.rows.length ?? 0);
  return {
    action: paths.budgetImportTexts(found.projectId, found.id),
    version: String(found.version),
    submission: state.submission,
    fields: presentFields(
      [{ type: "textarea", name: "texts", label: words.texts, hint, rows: 8, isRequired: true }],
      state,
      texts,
    ),
  };
}
