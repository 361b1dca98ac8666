import {
  findIndicatorValueLike,
  type ImportableIndicator,
  listImportableIndicators,
} from "../../../../db/queries/import-twins.ts";
import { InvalidInput } from "../../../errors.ts";
import { foldText } from "../../../values/fold.ts";
import { normalizeIndicatorCode } from "../../../values/indicator-code.ts";
import { parse } from "../../../web/form.ts";
import { valueSchema } from "../../indicators/schema.ts";
import { recordIndicatorValue } from "../../indicators/values/service.ts";
import { codeOfWord, type RowKind } from "./kind.ts";

type Values = Record<string, string>;

export const indicatorValueKind: RowKind = {
  name: "indicator-values",
  permission: "indicator:record",
  hasNames: false,
  fields: [
    { name: "code" },
    { name: "indicator" },
    { name: "validOn", isRequired: true },
    { name: "value" },
    { name: "numerator" },
    { name: "denominator" },
    { name: "valueText" },
    { name: "entry" },
    { name: "note" },
  ],
  async prepare({ deps, author, projectId }) {
    const indicators = await listImportableIndicators(deps.db, projectId);
    return async (values) => {
      const indicator = indicatorNamed(values, indicators);
      const recordType = "indicator-value";
      const nature = codeOfWord(values.entry ?? "", (texts) => texts.indicators.sheet.entries);
      // Taken back or put right in the file itself: no value of its own.
      if (nature === "withdrawal") return { outcome: "unchanged", recordType, recordId: null };
      const entry = parse(valueSchema(indicator), bodyOf(values, nature === "opening"));
      const amount = {
        value: entry.value ?? null,
        numerator: entry.numerator ?? null,
        denominator: entry.denominator ?? null,
        valueText: entry.valueText ?? null,
      };
      const { id: indicatorId } = indicator;
      const like = { indicatorId, validOn: entry.validOn, ...amount };
      const twin = await findIndicatorValueLike(deps.db, like);
      if (twin !== undefined) return { outcome: "unchanged", recordType, recordId: twin };
      const { validOn, note, isOpening } = entry;
      const recorded = { validOn, note, isOpening, ...amount };
      const id = await recordIndicatorValue(deps, author, {
        ...{ projectId, indicatorId },
        entry: recorded,
      });
      return { outcome: "created", recordType, recordId: id, before: String(indicatorId) };
    };
  },
};

function indicatorNamed(
  { code = "", indicator: name = "" }: Values,
  indicators: readonly ImportableIndicator[],
): ImportableIndicator {
  const wanted = normalizeIndicatorCode(code.replaceAll("\u00a0", " "));
  const byCode = indicators.filter((one) => wanted !== "" && one.code === wanted);
  const byName = (byCode.length > 0 ? byCode : indicators).filter(
    (one) => foldText(one.name) === foldText(name),
  );
  const [found] = byName.length > 0 ? byName : byCode;
  if (code === "" && name === "") throw new InvalidInput({ indicator: "required" });
  if (!found) throw new InvalidInput({ [code === "" ? "indicator" : "code"]: "unknownIndicator" });
  return found;
}

/** The parts of a percentage decide about it; beside them it is only told. */
function bodyOf(values: Values, isOpening: boolean): Values {
  const { validOn = "", value = "", numerator = "", denominator = "", valueText = "" } = values;
  const hasParts = numerator !== "" && denominator !== "";
  return {
    ...{ validOn, numerator, denominator, valueText, note: values.note ?? "" },
    value: hasParts ? "" : value,
    ...(isOpening ? { isOpening: "true" } : {}),
  };
}
