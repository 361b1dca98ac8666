import type { IndicatorValueWithAuthor } from "../../../../db/queries/indicator-values.ts";
import type { IndicatorOnPage } from "../../../../db/queries/indicators.ts";
import { paths } from "../../../paths.ts";
import type { Reading } from "../list/presenter.ts";
import { addsUp, carriesValue, figureOf } from "../rules.ts";
import { amountText, changeText } from "../words.ts";

interface OfValues {
  indicator: IndicatorOnPage;
  values: readonly IndicatorValueWithAuthor[];
  inForce: readonly IndicatorValueWithAuthor[];
  can: { record: boolean };
}

/** Every value ever entered, the newest day first; what was corrected is struck and leads to its correction. */
export function presentValues(of: OfValues, reading: Reading) {
  const { indicator, values } = of;
  const { show, enterValue } = reading.texts.indicators;
  const correctedBy = new Map(values.map((value) => [value.correctsId, value]));
  const rows = values
    .toReversed()
    .map((value) => presentValue(value, { ...of, correction: correctedBy.get(value.id) }, reading));
  const href = paths.newIndicatorValue(indicator.projectId, indicator.id);
  const mayRecord = of.can.record && indicator.archivedAt === null;
  return {
    hasSum: addsUp(indicator),
    isText: indicator.valueType === "text",
    rows,
    emptyState:
      rows.length > 0
        ? null
        : {
            icon: "chart-line",
            text: show.noValues,
            ...(mayRecord && { action: { href, label: enterValue, icon: "plus" } }),
          },
  };
}

function presentValue(
  value: IndicatorValueWithAuthor,
  of: OfValues & { correction: IndicatorValueWithAuthor | undefined },
  { texts, formats }: Reading,
) {
  const { indicator, correction, inForce } = of;
  const { show } = texts.indicators;
  const isWithdrawal = !carriesValue(value);
  const mayCorrect = of.can.record && !correction && indicator.archivedAt === null;
  const sum = figureOf(indicator, uptoRow(inForce, value), value.validOn).value;
  return {
    id: `value-${value.id}`,
    validOn: formats.date(value.validOn),
    amount: isWithdrawal ? show.withdrawn : amountWords(indicator, value, formats),
    parts: value.numerator === null ? null : `${value.numerator} / ${value.denominator}`,
    sum: correction || isWithdrawal ? "" : (amountText(indicator, { value: sum }, formats) ?? ""),
    marks: marksOf(value, correction, show),
    isStruck: correction !== undefined,
    note: value.note,
    recordedAt: formats.dateTime(value.recordedAt),
    recordedBy: value.authorName ?? show.system,
    correctHref: mayCorrect
      ? paths.newValueCorrection(indicator.projectId, indicator.id, value.id)
      : null,
  };
}

/** What the row is beside an ordinary value, with links between what was corrected and its correction. */
function marksOf(
  value: IndicatorValueWithAuthor,
  correction: IndicatorValueWithAuthor | undefined,
  show: Reading["texts"]["indicators"]["show"],
) {
  const marks: { text: string; href?: string }[] = [];
  if (value.isOpening) marks.push({ text: show.opening });
  if (value.correctsId !== null)
    marks.push({ text: show.corrects, href: `#value-${value.correctsId}` });
  if (correction) {
    const text = carriesValue(correction) ? show.correctedBy : show.withdrawnBy;
    marks.push({ text, href: `#value-${correction.id}` });
  }
  return marks;
}

function amountWords(
  indicator: IndicatorOnPage,
  value: IndicatorValueWithAuthor,
  formats: Reading["formats"],
): string {
  if (addsUp(indicator)) return changeText(indicator, value.value ?? 0, formats);
  return amountText(indicator, { value: value.value, text: value.valueText }, formats) ?? "";
}

/** Of several values of one day each shows the sum that it made. */
function uptoRow(
  inForce: readonly IndicatorValueWithAuthor[],
  value: IndicatorValueWithAuthor,
): IndicatorValueWithAuthor[] {
  const place = inForce.findIndex(({ id }) => id === value.id);
  return inForce.slice(0, place + 1);
}
