/** Ends of addresses under which pay or timesheets are shown, the longer before those they end with. */
const ENDS = [
  ["/timesheets/papers", "papers"],
  ["/staff/timesheets", "timesheets"],
  ["/staff/payroll", "payrollMonth"],
  ["/payroll", "payroll"],
  ["/voucher-lists", "vouchers"],
  ["/sd-2.xlsx", "vouchers"],
  ["/sd-2.xml", "vouchers"],
  ["/staff/positions/:positionId", "position"],
] as const;

export type PageKind = (typeof ENDS)[number][1] | "timesheet" | "assignment" | "other";

/** What kind of page it was, by the pattern of its address as it was put down. */
export function pageKindOf(page: string): PageKind {
  const [, kind] = ENDS.find(([end]) => page.endsWith(end)) ?? [];
  if (kind) return kind;
  if (page.includes("/timesheets/:month")) return "timesheet";
  return page.includes("/assignments") ? "assignment" : "other";
}
