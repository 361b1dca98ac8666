import { paths } from "../../../paths.ts";
import type { FormState } from "../../../web/form.ts";
import { presentFields, presentFormErrors } from "../../../web/form-fields.ts";
import { withQuery } from "../../../web/query-string.ts";
import type { WorkbookSheet } from "../../../web/workbook.ts";
import { titleFor } from "../rules.ts";
import { codeOfActivity, kindLabel, statePill, timesText, type Wording } from "../words.ts";
import { type Difference, differences } from "./rules.ts";
import type { PlanView } from "./schema.ts";
import type { PlanRow } from "./service.ts";

export interface PlanReader {
  projectId: number;
  viewerId: number | null;
  canReport: boolean;
}

export function presentPlan(
  rows: PlanRow[],
  view: PlanView,
  state: FormState,
  wording: Wording,
  reader: PlanReader,
) {
  const { texts } = wording;
  const { plan } = texts.events;
  const path = paths.activityPlan(reader.projectId);
  const chosen = new Set([state.values.eventIds ?? []].flat());
  return {
    pageHeader: {
      title: plan.title,
      subtitle: plan.subtitle,
      actions: {
        primary: null,
        more: [
          {
            href: withQuery(path, { show: view.show === "all" ? "all" : null, format: "xlsx" }),
            label: texts.events.workbook,
            icon: "file-spreadsheet",
          },
        ],
      },
    },
    tabs: (["coming", "all"] as const).map((show) => ({
      href: withQuery(path, { show: show === "all" ? "all" : null }),
      label: plan.views[show],
      isCurrent: show === view.show,
    })),
    labels: plan.columns,
    rows: rows.map((row) => ({
      ...presentRow(row, wording, reader),
      isChosen: chosen.has(String(row.id)),
    })),
    emptyState: { text: plan.empty, icon: "calendar-event" },
    formErrors: presentFormErrors(state, texts),
    form: { submission: state.submission },
    report: reader.canReport
      ? {
          action: paths.activityPlanReports(reader.projectId),
          label: plan.report,
          fields: presentFields(
            [{ type: "date", name: "reportedOn", label: plan.reportedOn, width: "short" }],
            state,
            texts,
          ),
        }
      : null,
  };
}

function presentRow(row: PlanRow, wording: Wording, { projectId, viewerId }: PlanReader) {
  const { texts, formats } = wording;
  const { plan } = texts.events;
  const cells = planCells(row, wording, viewerId);
  return {
    ...cells,
    id: row.id,
    href: paths.event(projectId, row.id),
    choose: plan.choose(cells.title),
    pill: row.state === "cancelled" ? statePill(row.state, texts) : null,
    reported: row.reportedOn === null ? plan.notReported : formats.date(row.reportedOn),
    isReported: row.reportedOn !== null,
    warnings: differenceTexts(differences(row, row.days), wording),
  };
}

/** The columns that the form of the plan asks for. */
function planCells(row: PlanRow, { texts, formats }: Wording, viewerId: number | null) {
  const { plan, forms } = texts.events;
  const code = codeOfActivity(row);
  const isHidden = row.isConfidential && viewerId !== row.ownerUserId;
  return {
    title: titleFor(row, viewerId, texts),
    activity: code === null ? "" : `${code} ${row.activityTitle}`,
    days: row.days.map((day) => `${formats.date(day.heldOn)} ${timesText(day, formats)}`),
    place: isHidden ? "" : (row.place ?? row.onlineUrl ?? ""),
    kind: kindLabel(row, formats),
    form: [...new Set(row.days.map(({ form }) => forms[form]))].join(", "),
    persons: Math.max(row.capacity ?? 0, row.registered),
    contact: [row.ownerName ?? plan.noContact, row.ownerEmail].filter(Boolean).join(", "),
  };
}

/** `Termín: 10. 3. 2026 9:00–13:00 → 12. 3. 2026 9:00–13:00` */
export function differenceTexts(found: Difference[], { texts, formats }: Wording): string[] {
  const { plan } = texts.events;
  const dayText = (stored: string) => {
    const [day = "", times = ""] = stored.split(" ");
    const [startsAt = "", endsAt = ""] = times.split("–");
    return `${formats.date(day)} ${timesText({ startsAt, endsAt }, formats)}`;
  };
  return found.map((one) => {
    if (one.kind === "cancelled") return plan.wasCancelled;
    if (one.kind === "place") return plan.placeMoved(one.from, one.to);
    return plan.daysMoved(one.from.map(dayText).join(", "), one.to.map(dayText).join(", "));
  });
}

/** For IS KP21+: confidential events bear no title in it, whoever makes it. */
export function planSheet(rows: PlanRow[], wording: Wording): WorkbookSheet<PlanRow> {
  const { plan } = wording.texts.events;
  const { columns } = plan;
  const text = (header: string, width: number, of: keyof ReturnType<typeof planCells>) => ({
    header,
    type: "text" as const,
    width,
    value: (row: PlanRow) => {
      const cell = planCells(row, wording, null)[of];
      return Array.isArray(cell) ? cell.join("; ") : String(cell);
    },
  });
  return {
    name: plan.title,
    rows,
    columns: [
      text(columns.title, 50, "title"),
      text(columns.activity, 40, "activity"),
      text(columns.days, 34, "days"),
      text(columns.place, 30, "place"),
      text(columns.form, 18, "form"),
      text(columns.kind, 20, "kind"),
      {
        header: columns.persons,
        type: "number",
        value: (row) => planCells(row, wording, null).persons,
      },
      text(columns.contact, 34, "contact"),
      { header: columns.reported, type: "day", value: (row) => row.reportedOn },
    ],
  };
}
