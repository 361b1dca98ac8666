import { z } from "zod";
import { optionalDecimal, optionalText, version } from "../../../values/fields.ts";

interface Measured {
  valueType: "number" | "percentage" | "text";
  decimals: number;
}

/** One field per monitoring period, `target-<id>`: a number, or words where the indicator is a text. */
export function targetsSchema(
  { valueType, decimals }: Measured,
  periods: readonly { periodId: number }[],
) {
  const isText = valueType === "text";
  const field = () => (isText ? optionalText(500) : optionalDecimal(decimals, { least: 0 }));
  const fields = Object.fromEntries(
    periods.map(({ periodId }) => [`target-${periodId}`, field()] as const),
  );
  return z
    .object({ version: version() })
    .extend(fields)
    .transform((entry: Record<string, unknown>) => ({
      version: entry.version as number,
      targets: periods.map(({ periodId }) => {
        const typed = entry[`target-${periodId}`];
        return isText
          ? { periodId, target: null, targetText: typed as string | null }
          : { periodId, target: typed as number | null, targetText: null };
      }),
    }));
}
