import { type Id, project } from "./roots.ts";

const report = (id: Id, reportId: Id) => `${project(id)}/reports/${reportId}`;
const step = (noun: string) => ({
  show: (id: Id, reportId: Id) => `${report(id, reportId)}/${noun}/new`,
  take: (id: Id, reportId: Id) => `${report(id, reportId)}/${noun}`,
});

/** Addresses of implementation reports. */
export const reportPaths = {
  reports: (id: Id) => `${project(id)}/reports`,
  newReport: (id: Id) => `${project(id)}/reports/new`,
  report,
  editReport: (id: Id, reportId: Id) => `${report(id, reportId)}/edit`,
  reportSection: (id: Id, reportId: Id, section: Id) =>
    `${report(id, reportId)}/sections/${section}`,
  reportActivity: (id: Id, reportId: Id, activityId: Id) =>
    `${report(id, reportId)}/activities/${activityId}`,
  reportDrafts: (id: Id, reportId: Id) => `${report(id, reportId)}/drafts`,
  reportCopy: (id: Id, reportId: Id) => `${report(id, reportId)}/copy`,
  reportWhole: (id: Id, reportId: Id) => `${report(id, reportId)}/whole`,
  reportSubmission: (id: Id, reportId: Id, number: Id) =>
    `${report(id, reportId)}/submissions/${number}`,
  reportPaper: (id: Id, reportId: Id) => `${report(id, reportId)}/report.pdf`,
  reportDocument: (id: Id, reportId: Id) => `${report(id, reportId)}/report.docx`,
  reportSteps: {
    check: step("check"),
    approval: step("approval"),
    rework: step("rework"),
    submission: step("submission"),
    return: step("return"),
    acceptance: step("acceptance"),
    reopening: step("reopening"),
  },
};
