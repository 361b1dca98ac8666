import { listCodeItems } from "../../../../db/queries/code-lists.ts";
import { findPersonByCode } from "../../../../db/queries/import-twins.ts";
import { findParticipationOf } from "../../../../db/queries/participations.ts";
import { InvalidInput } from "../../../errors.ts";
import { foldText } from "../../../values/fold.ts";
import { parse } from "../../../web/form.ts";
import { newParticipantSchema } from "../../participants/form/schema.ts";
import { createParticipant } from "../../participants/form/service.ts";
import type { RowKind } from "./kind.ts";
import { personFields } from "./persons.ts";

/** Fields of the card that are typed as they are. */
const PLAIN = [
  ...["titleBefore", "titleAfter", "municipality", "municipalityPart", "street", "houseNumber"],
  ...["orientationNumber", "postcode", "email", "phone", "organisation", "organisationIco"],
  ...["cardSignedOn", "cardKeptAt"],
];

/** Fields of the card that choose from a code list, by code or label. */
const CHOSEN: Record<string, string> = {
  sex: "esf-sex",
  labourStatus: "esf-labour-status",
  education: "esf-education",
  targetGroup: "target-groups",
};

export const participantKind: RowKind = {
  name: "participants",
  permission: "participant:edit",
  hasNames: true,
  fields: [
    ...personFields.map((field) => ({ ...field, isRequired: field.name !== "personCode" })),
    { name: "enteredOn", isRequired: true },
    ...[...Object.keys(CHOSEN), ...PLAIN].map((name) => ({ name })),
  ],
  async prepare({ deps, author, projectId }) {
    const lists = Object.values(CHOSEN);
    const items = await listCodeItems(deps.db, { lists, on: deps.clock.today() });
    const chosen = (field: string, text: string) => {
      const list = CHOSEN[field];
      const found = items.find(
        (item) =>
          item.list === list &&
          [item.code, item.labelCs, item.labelEn].some((one) => foldText(one) === foldText(text)),
      );
      if (!found) throw new InvalidInput({ [field]: "unknownChoice" });
      return found;
    };
    return async (values) => {
      const recordType = "participation";
      const here = await takingPart(values.personCode ?? "");
      if (here !== undefined) return { outcome: "unchanged", recordType, recordId: here };
      if (!values.bornOn) throw new InvalidInput({ bornOn: "required" });
      const entry = parse(newParticipantSchema, bodyOf(values, chosen));
      const created = await createParticipant(deps, author, projectId, entry);
      const outcome = created.isKnownHere ? "unchanged" : "created";
      return { outcome, recordType, recordId: created.participationId };
    };

    /** Our own lists carry codes: who takes part already is not looked for by name. */
    async function takingPart(code: string): Promise<number | undefined> {
      const participantId = code === "" ? undefined : await findPersonByCode(deps.db, code);
      if (participantId === undefined) return undefined;
      return (await findParticipationOf(deps.db, { projectId, participantId }))?.id;
    }
  },
};

function bodyOf(
  values: Record<string, string>,
  chosen: (field: string, text: string) => { id: number; code: string },
): Record<string, string> {
  const body: Record<string, string> = {};
  for (const name of ["firstName", "surname", "bornOn", "enteredOn", ...PLAIN])
    body[name] = values[name] ?? "";
  for (const field of Object.keys(CHOSEN)) {
    const text = values[field];
    if (!text) continue;
    const item = chosen(field, text);
    if (field === "targetGroup") body.targetGroupItemId = String(item.id);
    else body[field] = item.code;
  }
  return body;
}
