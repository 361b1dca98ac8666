import { type Id, project } from "./roots.ts";

const risk = (id: Id, riskId: Id) => `${project(id)}/risks/${riskId}`;
const assessment = (id: Id, riskId: Id, assessmentId: Id) =>
  `${risk(id, riskId)}/assessments/${assessmentId}`;
const control = (id: Id, controlId: Id) => `${project(id)}/controls/${controlId}`;
const finding = (id: Id, controlId: Id, findingId: Id) =>
  `${control(id, controlId)}/findings/${findingId}`;
const resolution = (id: Id, resolutionId: Id) => `${project(id)}/resolutions/${resolutionId}`;
const step = (noun: string) => ({
  show: (id: Id, resolutionId: Id) => `${resolution(id, resolutionId)}/${noun}/new`,
  take: (id: Id, resolutionId: Id) => `${resolution(id, resolutionId)}/${noun}`,
});

/** Addresses of what a project is watched by: risks, controls with their findings, resolutions. */
export const oversightPaths = {
  risks: (id: Id) => `${project(id)}/risks`,
  newRisk: (id: Id) => `${project(id)}/risks/new`,
  risk,
  editRisk: (id: Id, riskId: Id) => `${risk(id, riskId)}/edit`,
  riskAssessments: (id: Id, riskId: Id) => `${risk(id, riskId)}/assessments`,
  newRiskAssessment: (id: Id, riskId: Id) => `${risk(id, riskId)}/assessments/new`,
  assessmentCorrection: (id: Id, riskId: Id, assessmentId: Id) =>
    `${assessment(id, riskId, assessmentId)}/correction`,
  newAssessmentCorrection: (id: Id, riskId: Id, assessmentId: Id) =>
    `${assessment(id, riskId, assessmentId)}/correction/new`,
  riskArchive: (id: Id, riskId: Id) => `${risk(id, riskId)}/archive`,
  riskRestoration: (id: Id, riskId: Id) => `${risk(id, riskId)}/archive/restoration`,

  controls: (id: Id) => `${project(id)}/controls`,
  newControl: (id: Id) => `${project(id)}/controls/new`,
  control,
  editControl: (id: Id, controlId: Id) => `${control(id, controlId)}/edit`,
  controlArchive: (id: Id, controlId: Id) => `${control(id, controlId)}/archive`,
  controlRestoration: (id: Id, controlId: Id) => `${control(id, controlId)}/archive/restoration`,
  findings: (id: Id, controlId: Id) => `${control(id, controlId)}/findings`,
  newFinding: (id: Id, controlId: Id) => `${control(id, controlId)}/findings/new`,
  finding,
  editFinding: (id: Id, controlId: Id, findingId: Id) =>
    `${finding(id, controlId, findingId)}/edit`,
  findingArchive: (id: Id, controlId: Id, findingId: Id) =>
    `${finding(id, controlId, findingId)}/archive`,
  findingRestoration: (id: Id, controlId: Id, findingId: Id) =>
    `${finding(id, controlId, findingId)}/archive/restoration`,
  remedy: (id: Id, controlId: Id, findingId: Id) => `${finding(id, controlId, findingId)}/remedy`,
  newRemedy: (id: Id, controlId: Id, findingId: Id) =>
    `${finding(id, controlId, findingId)}/remedy/new`,
  remedyWithdrawal: (id: Id, controlId: Id, findingId: Id) =>
    `${finding(id, controlId, findingId)}/remedy/withdrawal`,
  newRemedyWithdrawal: (id: Id, controlId: Id, findingId: Id) =>
    `${finding(id, controlId, findingId)}/remedy/withdrawal/new`,

  resolutions: (id: Id) => `${project(id)}/resolutions`,
  newResolution: (id: Id) => `${project(id)}/resolutions/new`,
  resolution,
  editResolution: (id: Id, resolutionId: Id) => `${resolution(id, resolutionId)}/edit`,
  resolutionArchive: (id: Id, resolutionId: Id) => `${resolution(id, resolutionId)}/archive`,
  resolutionRestoration: (id: Id, resolutionId: Id) =>
    `${resolution(id, resolutionId)}/archive/restoration`,
  resolutionSteps: {
    submission: step("submission"),
    decision: step("decision"),
    withdrawal: step("withdrawal"),
    reopening: step("reopening"),
  },
};
