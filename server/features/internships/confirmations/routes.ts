import type { Router } from "express";
import { listUnconfirmedDays } from "../../../../db/queries/internship-days.ts";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { authorOf, form } from "../../../web/form.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { fingerprintOf } from "../links/rules.ts";
import { internshipOf } from "../load-internship.ts";
import { backToInternship, showFormPage } from "../pages.ts";
import { hostOf } from "../people/routes.ts";
import { ownConfirmationSchema } from "../schema.ts";
import { confirmHours, sumOf } from "./service.ts";

export function addConfirmationRoutes(router: Router, deps: Deps): void {
  const ids = [":projectId", ":internshipId", ":hostId"] as const;
  const confirming = form(deps, ownConfirmationSchema, {
    show: async (req, res, state) => {
      const internship = internshipOf(res);
      const host = await hostOf(deps, req, res);
      const { texts, formats, today } = res.locals;
      const of = { internshipId: internship.id, hostId: host.id, until: today };
      const days = await listUnconfirmedDays(deps.db, of);
      const { ownConfirmation: words } = texts.internshipConfirmations;
      const { show } = texts.internships;
      const hours = formats.hourCount(sumOf(days));
      const model = presentFormPage(
        {
          title: words.title,
          code: internship.title,
          lead: [words.lead(host.name, hours, show.daysCount(days.length))],
          hidden: ["seen"],
          action: paths.hostConfirmations(internship.projectId, internship.id, host.id),
          sections: [
            {
              rows: [
                {
                  type: "text",
                  name: "reason",
                  label: words.reason,
                  hint: words.reasonHint,
                  isRequired: true,
                },
              ],
            },
          ],
          submit: words.submit,
          cancel: { href: paths.internship(internship.projectId, internship.id) },
        },
        { ...state, values: { ...state.values, seen: fingerprintOf(days) } },
        texts,
      );
      showFormPage(res, model);
    },
    save: async (req, res, { reason, seen }) => {
      const internship = internshipOf(res);
      const { id: hostId } = await hostOf(deps, req, res);
      await confirmHours(deps, authorOf(req, res), internship, { hostId, reason, seen });
      backToInternship(res, internship, ["hoursConfirmed"]);
    },
  });
  router.get(paths.newHostConfirmation(...ids), allow("internship:edit"), confirming.show);
  router.post(paths.hostConfirmations(...ids), allow("internship:edit"), confirming.submit);
}
