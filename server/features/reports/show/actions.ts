import type { Report } from "../../../../db/queries/reports.ts";
import { paths } from "../../../paths.ts";
import { type ReportStep, stepsFrom } from "../rules.ts";
import type { Wording } from "../words.ts";
import type { ReportRights } from "./presenter.ts";

const ICONS: Record<ReportStep, string> = {
  check: "eye",
  approval: "checklist",
  rework: "arrow-back-up",
  submission: "send",
  return: "arrow-back-up",
  acceptance: "circle-check",
  reopening: "history",
};

/** The step that leads on comes first; the others, copies and files are in the menu. */
export function presentReportActions(report: Report, { texts }: Wording, can: ReportRights) {
  const { steps, show } = texts.reports;
  const { projectId, id } = report;
  const open = stepsFrom(report.state).filter((step) =>
    step === "check" || step === "rework" ? can.write : can.submit,
  );
  const [primary, ...more] = open.map((step) => ({
    href: paths.reportSteps[step].show(projectId, id),
    label: steps[step].action,
    icon: ICONS[step],
  }));
  return {
    primary: primary && primary.href !== undefined && open[0] !== "reopening" ? primary : null,
    more: [
      { href: paths.reportCopy(projectId, id), label: show.copy, icon: "copy" },
      { href: paths.reportWhole(projectId, id), label: show.whole, icon: "file-text" },
      { href: paths.reportPaper(projectId, id), label: show.pdf, icon: "download" },
      { href: paths.reportDocument(projectId, id), label: show.docx, icon: "download" },
      { href: paths.reportDrafts(projectId, id), label: show.drafts, icon: "refresh" },
      ...(open[0] === "reopening" && primary ? [primary] : []),
      ...more,
      ...(can.write
        ? [{ href: paths.editReport(projectId, id), label: show.edit, icon: "pencil" }]
        : []),
    ],
  };
}
