import { type Id, project } from "./roots.ts";

const expenditure = (id: Id, expenditureId: Id) => `${project(id)}/expenditures/${expenditureId}`;

/** Addresses of expenditure. */
export const expenditurePaths = {
  expenditures: (id: Id) => `${project(id)}/expenditures`,
  newExpenditure: (id: Id) => `${project(id)}/expenditures/new`,
  expenditureAssignment: (id: Id) => `${project(id)}/expenditures/assignment`,
  newExpenditureAssignment: (id: Id) => `${project(id)}/expenditures/assignment/new`,
  expenditure,
  editExpenditure: (id: Id, expenditureId: Id) => `${expenditure(id, expenditureId)}/edit`,
  expenditureWithdrawal: (id: Id, expenditureId: Id) =>
    `${expenditure(id, expenditureId)}/withdrawal`,
  newExpenditureWithdrawal: (id: Id, expenditureId: Id) =>
    `${expenditure(id, expenditureId)}/withdrawal/new`,
  expenditureRestoration: (id: Id, expenditureId: Id) =>
    `${expenditure(id, expenditureId)}/withdrawal/restoration`,
};
