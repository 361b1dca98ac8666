import type { Report } from "../../../../db/queries/reports.ts";
import { paths } from "../../../paths.ts";
import type { FormState } from "../../../web/form.ts";
import { presentFormErrors } from "../../../web/form-fields.ts";
import { fieldName } from "../content/rules.ts";
import type { ReportContent } from "../content/service.ts";
import { markOf } from "../sheets/service.ts";
import { placeName, reportName, reportPill, type Wording } from "../words.ts";
import { differenceOf } from "./rules.ts";
import { type Offered, offeredFields } from "./service.ts";

export function presentDrafts(
  report: Report,
  content: ReportContent,
  state: FormState,
  wording: Wording,
  canWrite: boolean,
) {
  const { texts } = wording;
  const { drafts: words } = texts.reportTexts;
  const offered = offeredFields(content.fields);
  const isSomeUntouched = offered.some(({ source }) => source === "pinned");
  return {
    pageHeader: {
      title: words.title,
      code: reportName(report, wording),
      pill: reportPill(report.state, texts),
    },
    formErrors: presentFormErrors(state, texts),
    form: { submission: state.submission },
    action: paths.reportDrafts(report.projectId, report.id),
    lead: words.lead,
    labels: words,
    offers: offered.map((field) => presentOffer(field, content, wording)),
    canWrite,
    isAllOffered: canWrite && isSomeUntouched,
    emptyState:
      offered.length > 0
        ? null
        : {
            text: words.none,
            icon: "circle-check",
            action: {
              href: paths.report(report.projectId, report.id),
              label: texts.reportTexts.toReport,
            },
          },
  };
}

function presentOffer(field: Offered, content: ReportContent, wording: Wording) {
  const { drafts: words } = wording.texts.reportTexts;
  const name = placeName(field, content, wording);
  return {
    id: fieldName(field),
    name,
    place: field.place,
    version: String(field.kept?.version ?? 1),
    seen: markOf(field.newer),
    mark: field.source === "pinned" ? words.pinnedMark : words.editedMark,
    differenceLabel: words.differenceOf(name),
    pieces: differenceOf(field.body, field.newer),
  };
}
