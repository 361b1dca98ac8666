import { type Id, project } from "./roots.ts";

const staff = (id: Id) => `${project(id)}/staff`;
const position = (id: Id, positionId: Id) => `${staff(id)}/positions/${positionId}`;
const assignment = (id: Id, assignmentId: Id) => `${staff(id)}/assignments/${assignmentId}`;
const timesheet = (id: Id, assignmentId: Id, month: Id) =>
  `${assignment(id, assignmentId)}/timesheets/${month}`;

/** Addresses of positions, of who holds them, of timesheets and items of pay. */
export const staffPaths = {
  staff,
  newPosition: (id: Id) => `${staff(id)}/positions/new`,
  positions: (id: Id) => `${staff(id)}/positions`,
  position,
  editPosition: (id: Id, positionId: Id) => `${position(id, positionId)}/edit`,
  positionArchive: (id: Id, positionId: Id) => `${position(id, positionId)}/archive`,
  positionRestoration: (id: Id, positionId: Id) =>
    `${position(id, positionId)}/archive/restoration`,
  positionStates: (id: Id, positionId: Id) => `${position(id, positionId)}/states`,
  newPositionState: (id: Id, positionId: Id) => `${position(id, positionId)}/states/new`,
  positionStateCorrection: (id: Id, positionId: Id, positionStateId: Id) =>
    `${position(id, positionId)}/states/${positionStateId}/correction`,
  newPositionStateCorrection: (id: Id, positionId: Id, positionStateId: Id) =>
    `${position(id, positionId)}/states/${positionStateId}/correction/new`,
  assignments: (id: Id, positionId: Id) => `${position(id, positionId)}/assignments`,
  newAssignment: (id: Id, positionId: Id) => `${position(id, positionId)}/assignments/new`,
  assignment,
  editAssignment: (id: Id, assignmentId: Id) => `${assignment(id, assignmentId)}/edit`,
  assignmentArchive: (id: Id, assignmentId: Id) => `${assignment(id, assignmentId)}/archive`,
  timesheets: (id: Id) => `${staff(id)}/timesheets`,
  timesheetPapers: (id: Id) => `${staff(id)}/timesheets/papers`,
  timesheet,
  editTimesheet: (id: Id, assignmentId: Id, month: Id) =>
    `${timesheet(id, assignmentId, month)}/edit`,
  timesheetSubmission: (id: Id, assignmentId: Id, month: Id) =>
    `${timesheet(id, assignmentId, month)}/submission`,
  timesheetApproval: (id: Id, assignmentId: Id, month: Id) =>
    `${timesheet(id, assignmentId, month)}/approval`,
  timesheetReturn: (id: Id, assignmentId: Id, month: Id) =>
    `${timesheet(id, assignmentId, month)}/return`,
  newTimesheetReturn: (id: Id, assignmentId: Id, month: Id) =>
    `${timesheet(id, assignmentId, month)}/return/new`,
  staffAccesses: (id: Id) => `${staff(id)}/accesses`,
  staffDataAccesses: () => "/admin/audit/staff-data",
  payrollMonth: (id: Id) => `${staff(id)}/payroll`,
  payroll: (id: Id, expenditureId: Id) => `${project(id)}/expenditures/${expenditureId}/payroll`,
};
