export const globalRoles = ["administrator", "management", "auditor", "founder"] as const;
export const projectRoles = ["manager", "coordinator", "finance", "reader"] as const;

export type GlobalRole = (typeof globalRoles)[number];
export type ProjectRole = (typeof projectRoles)[number];
export type Role = GlobalRole | ProjectRole;

const everyReader: Role[] = [
  "administrator",
  "management",
  "auditor",
  "manager",
  "coordinator",
  "finance",
  "reader",
];

/**
 * The whole policy. A `project:`-like permission is asked for inside a project, where the project's own
 * roles count as well; `everybody` is whoever is signed in.
 */
export const permissions = {
  "project:view": everyReader,
  "project:create": ["administrator", "founder"],
  "project:copy": ["administrator", "founder"],
  "project:edit": ["administrator", "manager"],
  "project:archive": ["administrator", "manager"],
  "project:favourite": everyReader,
  "status:record": ["administrator", "manager"],
  "spend:record": ["administrator", "manager", "finance"],
  "team:view": everyReader,
  "team:edit": ["administrator", "manager"],
  "activity:view": everyReader,
  "activity:edit": ["administrator", "manager", "coordinator"],
  "activity:progress": ["administrator", "manager", "coordinator"],
  "milestone:view": everyReader,
  "milestone:edit": ["administrator", "manager", "coordinator"],
  "milestone:complete": ["administrator", "manager", "coordinator", "finance"],
  "period:view": everyReader,
  "period:edit": ["administrator", "manager"],
  "indicator:view": everyReader,
  "indicator:edit": ["administrator", "manager"],
  "indicator:record": ["administrator", "manager", "coordinator"],
  "log-entry:view": everyReader,
  "log-entry:write": ["administrator", "manager", "coordinator", "finance"],
  "timeline:view": everyReader,
  "month:view": everyReader,
  "history:view": everyReader,
  "document:view": everyReader,
  "document:edit": ["administrator", "manager", "coordinator", "finance"],
  "event:view": everyReader,
  "event:edit": ["administrator", "manager", "coordinator"],
  "event:close": ["manager", "coordinator"],
  "registration:edit": ["manager", "coordinator"],
  "attendance:record": ["manager", "coordinator"],
  "certificate:issue": ["manager", "coordinator"],
  "campaign:view": everyReader,
  "campaign:edit": ["administrator", "manager", "coordinator"],
  "internship:view": everyReader,
  "internship:edit": ["manager", "coordinator"],
  "body:view": everyReader,
  "body:edit": ["administrator", "manager", "coordinator"],
  "participant:edit": ["manager", "coordinator"],
  "support:post": ["manager", "coordinator"],
  "support:view": everyReader,
  "import:run": ["manager", "coordinator", "finance"],
  "signed-sheet:read": ["auditor", "manager", "coordinator"],
  "budget:view": everyReader,
  "budget:edit": ["administrator", "manager", "finance"],
  "change:view": everyReader,
  "change:edit": ["administrator", "manager", "finance"],
  "change:approve": ["administrator", "manager"],
  "funding:view": everyReader,
  "funding:edit": ["administrator", "manager", "finance"],
  "expenditure:view": everyReader,
  "expenditure:edit": ["administrator", "manager", "finance"],
  "payment-request:view": everyReader,
  "payment-request:edit": ["administrator", "manager", "finance"],
  "position:view": everyReader,
  "position:edit": ["administrator", "manager", "finance"],
  "timesheet:write": ["manager", "coordinator", "finance"],
  "timesheet:approve": ["manager"],
  "duty:view": everyReader,
  "duty:edit": ["administrator", "manager"],
  "report:view": everyReader,
  "report:write": ["administrator", "manager", "coordinator", "finance"],
  "report:submit": ["administrator", "manager"],
  "comment:write": ["administrator", "management", "manager", "coordinator", "finance", "reader"],
  "comment:settle": ["administrator", "manager", "coordinator", "finance"],
  "risk:view": everyReader,
  "risk:edit": ["administrator", "manager", "coordinator"],
  "control:view": everyReader,
  "control:edit": ["administrator", "manager", "finance"],
  "resolution:view": everyReader,
  "resolution:edit": ["administrator", "manager", "coordinator"],
  "output:view": everyReader,
  "output:edit": ["administrator", "manager", "coordinator"],
  "output:approve": ["administrator", "manager"],
  "month:close": ["administrator", "manager"],
  "month:nudge": ["administrator", "management", "manager"],
  "portfolio-month:close": ["administrator", "management"],
  "audit-pack:view": everyReader,
  "audit-pack:make": ["manager", "coordinator", "finance"],
  "public-page:view": everyReader,
  "public-page:edit": ["administrator", "manager"],
  "card-link:edit": ["administrator", "manager"],
  "portfolio-budget:view": "everybody",
  "plan:view": "everybody",
  "plan:edit": ["administrator", "founder"],
  "card:answer": "everybody",
  "agenda:view": "everybody",
  "calendar:view": "everybody",
  "registry:use": "everybody",
  "search:use": "everybody",
  "overview:view": "everybody",
  "summary:view": "everybody",
  "profile:edit": "everybody",
  "organisation:edit": ["administrator", "founder"],
  "user:administer": ["administrator"],
  "rule:view": everyReader,
  "rule:administer": ["administrator"],
  "document-requirement:administer": ["administrator"],
  "mail:administer": ["administrator"],
  "appearance:administer": ["administrator"],
  "stored-file:administer": ["administrator"],
  "audit:view": ["administrator", "auditor"],
  "personal-data:read": ["manager", "coordinator"],
  "staff-data:read": ["manager", "finance"],
  "staff-access:view": ["administrator", "auditor", "manager"],
} satisfies Record<string, Role[] | "everybody">;

export type Permission = keyof typeof permissions;

const ALSO_IN_ARCHIVE: readonly Permission[] = [
  "project:archive",
  "project:favourite",
  "project:create",
];

/** An archived project is read, brought back, starred or copied from; nothing else happens in it. */
export function worksInArchive(permission: Permission): boolean {
  return /:(view|use|read)$/.test(permission) || ALSO_IN_ARCHIVE.includes(permission);
}

/** Whether any of the roles carries the permission. */
export function isPermitted(permission: Permission, roles: readonly Role[]): boolean {
  const holders: readonly Role[] | "everybody" = permissions[permission];
  return holders === "everybody" || roles.some((role) => holders.includes(role));
}
