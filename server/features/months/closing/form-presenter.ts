import type { PortfolioMonth } from "../../../../db/queries/month-portfolios.ts";
import { paths } from "../../../paths.ts";
import type { Month } from "../../../values/month.ts";
import type { FormState } from "../../../web/form.ts";
import type { FieldDefinition } from "../../../web/form-fields.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { missingText } from "../missing/words.ts";
import type { Wording } from "../words.ts";
import type { ClosingBoard } from "./board.ts";

interface Place {
  projectId: number;
  month: Month;
}

/** Asks once more where something is missing: the month can be closed, and management will see what lacks. */
export function presentClosingForm(
  { missing }: ClosingBoard,
  { projectId, month }: Place,
  state: FormState,
  { texts, formats }: Wording,
) {
  const words = texts.monthClosing.closing;
  const items = missing ?? [];
  const confirmation: FieldDefinition = {
    type: "checkbox",
    name: "isConfirmed",
    label: words.confirm,
  };
  const list = items.map((item) => missingText(item, texts)).join(", ");
  return presentFormPage(
    {
      title: words.title,
      lead: [words.lead(formats.monthName(month))],
      warnings: items.length > 0 ? [`${words.leadMissing} ${list}.`] : [],
      action: paths.monthClosing(projectId, month),
      sections: items.length > 0 ? [{ rows: [confirmation] }] : [],
      submit: words.submit,
      cancel: { href: paths.month(projectId, month) },
    },
    state,
    texts,
  );
}

export function presentReopeningForm(
  { mailedAt }: ClosingBoard,
  { projectId, month }: Place,
  state: FormState,
  { texts }: Wording,
) {
  const words = texts.monthClosing.reopening;
  const reason: FieldDefinition = {
    type: "textarea",
    name: "reason",
    label: words.reason,
    isRequired: true,
    maxLength: 1_000,
  };
  return presentFormPage(
    {
      title: words.title,
      lead: [words.lead],
      warnings: mailedAt === null ? [] : [words.leadMailed],
      action: paths.monthReopening(projectId, month),
      sections: [{ rows: [reason] }],
      submit: words.submit,
      cancel: { href: paths.month(projectId, month) },
    },
    state,
    texts,
  );
}

/** Names how many projects have not closed the month themselves, and whether readers were told already. */
export function presentPortfolioClosing(
  { month, portfolio, open }: { month: Month; portfolio: PortfolioMonth; open: number },
  state: FormState,
  { texts, formats }: Wording,
) {
  const words = texts.monthClosing.portfolio.closing;
  const isMailed = portfolio.mailedAt !== null;
  return presentFormPage(
    {
      title: words.title,
      lead: [words.lead(formats.monthName(month)), ...(open > 0 ? [words.leadOpen(open)] : [])],
      warnings: isMailed ? [words.leadMailed] : [],
      action: paths.summaryClosing(month),
      sections: [],
      submit: isMailed ? words.submitMailed : words.submit,
      cancel: { href: paths.summaryMissing(month) },
    },
    state,
    texts,
  );
}
