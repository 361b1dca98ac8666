import type { EventRecord } from "../../../db/queries/events.ts";
import { paths } from "../../paths.ts";
import type { FormState } from "../../web/form.ts";
import { presentFormPage } from "../../web/form-page.ts";
import type { Wording } from "../events/words.ts";
import { stateField, withDefault } from "./search-presenter.ts";

/** Five fields: enough to write somebody down who has just come. */
export function presentPersonForm(event: EventRecord, state: FormState, wording: Wording) {
  const { texts } = wording;
  const { registrations: words } = texts;
  const labels = words.personFields;
  const isWalkIn = state.values.origin === "walk-in";
  const { projectId, id } = event;
  const width = "medium" as const;
  return presentFormPage(
    {
      title: words.newPerson,
      lead: [words.newPersonLead],
      action: paths.registeredPerson(projectId, id),
      hidden: isWalkIn ? ["origin", "state"] : ["origin"],
      sections: [
        {
          rows: [
            [
              {
                type: "text",
                name: "surname",
                label: labels.surname,
                isRequired: true,
                autocomplete: "off",
              },
              {
                type: "text",
                name: "firstName",
                label: labels.firstName,
                isRequired: true,
                autocomplete: "off",
              },
            ],
            { type: "date", name: "bornOn", label: labels.bornOn, width: "short" },
            { type: "email", name: "email", label: labels.email, width, autocomplete: "off" },
            {
              type: "text",
              name: "organisation",
              label: labels.organisation,
              hint: labels.organisationHint,
              width,
            },
            ...(isWalkIn ? [] : [stateField(wording)]),
          ],
        },
      ],
      submit: words.addPerson,
      cancel: {
        href: isWalkIn ? paths.attendance(projectId, id) : paths.registrations(projectId, id),
      },
    },
    withDefault(state),
    texts,
  );
}
