import type { RecordedSpend } from "../../../../db/queries/project-spends.ts";
import { paths } from "../../../paths.ts";
import type { Formats } from "../../../texts/formats.ts";
import type { Texts } from "../../../texts/index.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { spentShare } from "../totals/rules.ts";

interface Words {
  texts: Texts;
  formats: Formats;
}

export function presentSpends(
  rows: RecordedSpend[],
  project: { id: number; totalHalere: number | null; firstExpenditureOn: string | null },
  { texts, formats }: Words,
  can: { record: boolean },
) {
  const { spends } = texts;
  const { firstExpenditureOn } = project;
  const isOver = firstExpenditureOn !== null;
  const record = { href: paths.newProjectSpend(project.id), label: spends.record, icon: "pencil" };
  const { totalHalere } = project;
  return {
    pageHeader: {
      title: spends.title,
      subtitle:
        totalHalere === null ? spends.totalMissing : spends.ofTotal(formats.money(totalHalere)),
      actions: { primary: can.record && !isOver ? record : null },
    },
    notice: isOver
      ? {
          tone: "info" as const,
          text: spends.byExpenditure(formats.date(firstExpenditureOn)),
          href: paths.expenditures(project.id),
          linkText: spends.toExpenditure,
        }
      : null,
    columns: spends.columns,
    spends: rows.map((row) => {
      const share = spentShare({ spentHalere: row.spentHalere, totalHalere });
      const isValid = !row.isCorrected && row.spentHalere !== null;
      return {
        validOn: formats.date(row.validOn),
        spent: row.spentHalere === null ? "" : formats.money(row.spentHalere),
        share: share === undefined ? "" : formats.percent(share),
        note: row.note ?? "",
        author: row.authorName ?? spends.recordedByNobody,
        recordedAt: formats.dateTime(row.recordedAt),
        state: stateOf(row, rows, spends.states),
        isValid,
        correction:
          can.record && isValid
            ? { href: paths.projectSpendCorrection(project.id, row.id), label: spends.correct }
            : null,
      };
    }),
    emptyState:
      rows.length > 0
        ? null
        : { ...spends.empty, icon: "coins", ...(can.record && !isOver ? { action: record } : {}) },
  };
}

function stateOf(row: RecordedSpend, rows: RecordedSpend[], states: Texts["spends"]["states"]) {
  if (row.spentHalere === null) return states.withdrawal;
  if (!row.isCorrected) return states.valid;
  const correction = rows.find((other) => other.correctsId === row.id);
  return correction?.spentHalere === null ? states.withdrawn : states.corrected;
}

export function presentSpendForm(
  state: FormState,
  { texts }: { texts: Texts },
  page: { projectId: number; correctedId: number | null },
) {
  const { fields, ...spends } = texts.spends;
  const { projectId, correctedId } = page;
  const isNew = correctedId === null;
  return presentFormPage(
    {
      title: isNew ? spends.newTitle : spends.correctTitle,
      lead: [isNew ? spends.lead : spends.correctionLead],
      action: isNew
        ? paths.projectSpends(projectId)
        : paths.projectSpendCorrection(projectId, correctedId),
      submit: isNew ? spends.save : spends.saveCorrection,
      cancel: { href: paths.projectSpends(projectId) },
      sections: [
        {
          rows: [
            {
              type: "number",
              name: "spent",
              label: fields.spent,
              hint: fields.spentHint,
              suffix: fields.spentSuffix,
              isRequired: isNew,
            },
            {
              type: "date",
              name: "validOn",
              label: fields.validOn,
              isRequired: true,
              width: "short",
            },
            { type: "textarea", name: "note", label: fields.note, hint: fields.noteHint, rows: 2 },
          ],
        },
      ],
    },
    state,
    texts,
  );
}

export function spendFormValues(
  spend: { spentHalere: number | null; note: string | null; validOn: string },
  formats: Formats,
): FormValues {
  const { spentHalere, note, validOn } = spend;
  const spent = spentHalere === null ? "" : formats.inputMoney(spentHalere);
  return { spent, note: note ?? "", validOn };
}
