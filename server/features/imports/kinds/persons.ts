import type { Database } from "../../../../db/connection.ts";
import { findPersonByCode } from "../../../../db/queries/import-twins.ts";
import { findPersonByIdentity } from "../../../../db/queries/participants.ts";
import { InvalidInput } from "../../../errors.ts";
import { parseCalendarDate } from "../../../values/calendar-date.ts";
import { keysOfName, type Named } from "../../participants/rules.ts";

type Values = Record<string, string>;

export const personFields = [
  { name: "personCode" },
  { name: "firstName" },
  { name: "surname" },
  { name: "bornOn" },
];

/** A person that is known, by code or by name with day of birth, or the name of one who is not. */
export async function personOf(
  db: Database,
  values: Values,
): Promise<{ participantId: number } | { person: Named }> {
  const { personCode = "", firstName = "", surname = "", bornOn = "" } = values;
  if (personCode !== "") {
    const participantId = await findPersonByCode(db, personCode);
    if (participantId === undefined) throw new InvalidInput({ personCode: "unknownPerson" });
    return { participantId };
  }
  if (firstName === "") throw new InvalidInput({ firstName: "required" });
  if (surname === "") throw new InvalidInput({ surname: "required" });
  // Without it the same row of the same file would be another person each time.
  if (bornOn === "") throw new InvalidInput({ bornOn: "required" });
  const day = parseCalendarDate(bornOn);
  if (day === undefined) throw new InvalidInput({ bornOn: "validDate" });
  const person = { firstName, surname, bornOn: day };
  const { identityKey } = keysOfName(person);
  const known = identityKey === null ? undefined : await findPersonByIdentity(db, identityKey);
  return known === undefined ? { person } : { participantId: known };
}
