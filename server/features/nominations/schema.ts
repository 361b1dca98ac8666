import { z } from "zod";
import {
  checkbox,
  choice,
  day,
  decimal,
  ids,
  optionalDay,
  optionalEmail,
  optionalText,
  read,
  text,
} from "../../values/fields.ts";
import { parseIco } from "../../values/ico.ts";
import { filledRows, rowFields } from "../../values/row-fields.ts";
import { MOST_PLACES } from "./rules.ts";

export const requestSchema = z.object({
  organisation: text(200),
  ico: read(parseIco, "validIco"),
  places: decimal(0, { least: 1, most: MOST_PLACES }),
  answerBy: day(),
  email: optionalEmail(),
});

export type RequestEntry = z.output<typeof requestSchema>;

const personRow = {
  FirstName: optionalText(100),
  Surname: optionalText(100),
  BornOn: optionalDay(),
  Email: optionalEmail(),
};

/** An organisation's answer: whom it names, whom of those named before it takes back, or that nobody comes. */
export const answerSchema = z
  .object({
    answer: choice(["nominated", "declined"]),
    answeredName: text(150),
    isInformed: checkbox(),
    withdrawn: ids(),
    ...rowFields("person", MOST_PLACES, personRow),
  })
  .transform((entry, context) => {
    const rows = filledRows(entry, "person", MOST_PLACES, personRow);
    const people = rows.flatMap(({ number, values }) => {
      const { FirstName: firstName, Surname: surname, BornOn: bornOn, Email: email } = values;
      if (firstName === null) missing(context, `person${number}FirstName`);
      if (surname === null) missing(context, `person${number}Surname`);
      if (firstName === null || surname === null) return [];
      return [{ number, firstName, surname, bornOn, email }];
    });
    const { answer, answeredName, isInformed, withdrawn } = entry;
    return { answer, answeredName, isInformed, withdrawn, people };
  });

export type NominationEntry = z.output<typeof answerSchema>;

function missing(context: z.RefinementCtx, field: string): void {
  context.addIssue({ code: "custom", path: [field], message: "required" });
}
