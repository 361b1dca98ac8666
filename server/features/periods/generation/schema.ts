import { z } from "zod";
import { checkbox, decimal } from "../../../values/fields.ts";
import { dutyKeys, typedDays } from "../../duties/choices/rules.ts";

const MOST_MONTHS = 60;

export const generationSchema = z
  .looseObject({
    months: decimal(0, { least: 1, most: MOST_MONTHS }),
    isConfirmed: checkbox(),
    duties: dutyKeys(),
  })
  .transform(({ months, isConfirmed, duties, ...rest }, context) => ({
    ...{ months, isConfirmed, duties },
    days: typedDays(rest, context),
  }));
