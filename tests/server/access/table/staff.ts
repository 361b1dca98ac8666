import { AUDITORS, FINANCE, P, READERS, type Who } from "./roles.ts";

const POSITION = `${P}/staff/positions/:positionId`;
const SHEET = `${P}/staff/assignments/:assignmentId/timesheets/:month`;
/** The world's sheet is of somebody else: who may read what others do. */
const STAFF_DATA = ["manager", "finance"];
const ASSIGNMENT = `${P}/staff/assignments/:assignmentId`;

/** Doors of positions, of who holds them, of timesheets and pay. */
export const staff: Record<string, Who> = {
  [`GET ${P}/staff`]: READERS,
  [`GET ${P}/staff/positions/new`]: FINANCE,
  [`POST ${P}/staff/positions`]: FINANCE,
  [`GET ${POSITION}`]: READERS,
  [`GET ${POSITION}/edit`]: FINANCE,
  [`POST ${POSITION}`]: FINANCE,
  [`POST ${POSITION}/archive`]: FINANCE,
  [`POST ${POSITION}/archive/restoration`]: FINANCE,
  [`GET ${POSITION}/states/new`]: FINANCE,
  [`POST ${POSITION}/states`]: FINANCE,
  [`GET ${POSITION}/states/:positionStateId/correction/new`]: FINANCE,
  [`POST ${POSITION}/states/:positionStateId/correction`]: FINANCE,
  [`GET ${POSITION}/assignments/new`]: FINANCE,
  [`POST ${POSITION}/assignments`]: FINANCE,
  [`GET ${ASSIGNMENT}/edit`]: FINANCE,
  [`POST ${ASSIGNMENT}`]: FINANCE,
  [`POST ${ASSIGNMENT}/archive`]: FINANCE,
  [`GET ${P}/staff/timesheets`]: [...STAFF_DATA, "coordinator"],
  [`GET ${P}/staff/timesheets/papers`]: [...STAFF_DATA, "coordinator"],
  [`GET ${SHEET}`]: STAFF_DATA,
  [`GET ${SHEET}/edit`]: STAFF_DATA,
  [`POST ${SHEET}`]: STAFF_DATA,
  [`POST ${SHEET}/submission`]: STAFF_DATA,
  [`POST ${SHEET}/approval`]: ["manager"],
  [`GET ${SHEET}/return/new`]: ["manager"],
  [`POST ${SHEET}/return`]: ["manager"],
  [`GET ${P}/staff/accesses`]: [...AUDITORS, "manager"],
  "GET /admin/audit/staff-data": AUDITORS,
  [`GET ${P}/staff/payroll`]: STAFF_DATA,
  [`POST ${P}/staff/payroll`]: STAFF_DATA,
  [`GET ${P}/expenditures/:expenditureId/payroll`]: STAFF_DATA,
  [`POST ${P}/expenditures/:expenditureId/payroll`]: STAFF_DATA,
};
