import { z } from "zod";
import { choiceFields, typedDays } from "../choices/rules.ts";

export const settlementSchema = z
  .looseObject(choiceFields())
  .transform(({ duties, moveIds, cancelIds, ...rest }, context) => ({
    ...{ duties, moveIds, cancelIds },
    days: typedDays(rest, context),
  }));
