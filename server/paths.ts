type Id = number | string;

const project = (id: Id) => `/projects/${id}`;

/** Every address of the product. Routes are declared with `":projectId"` and the like, links with real ids. */
export const paths = {
  home: () => "/",
  signIn: () => "/sign-in",
  signOut: () => "/sign-out",
  session: () => "/session",
  health: () => "/healthz",
  ready: () => "/readyz",

  projects: () => "/projects",
  newProject: () => "/projects/new",
  project,
  editProject: (id: Id) => `${project(id)}/edit`,
  projectFavourite: (id: Id) => `${project(id)}/favourite`,
  projectArchive: (id: Id) => `${project(id)}/archive`,
  copyProject: (id: Id) => `${project(id)}/copy`,
  projectHistory: (id: Id) => `${project(id)}/history`,
  projectStatus: (id: Id) => `${project(id)}/status`,
  projectSpend: (id: Id) => `${project(id)}/spend`,
  projectToday: (id: Id) => `${project(id)}/today`,
  team: (id: Id) => `${project(id)}/team`,

  activities: (id: Id) => `${project(id)}/activities`,
  milestones: (id: Id) => `${project(id)}/milestones`,
  indicators: (id: Id) => `${project(id)}/indicators`,
  progress: (id: Id) => `${project(id)}/progress`,
  projectTimeline: (id: Id) => `${project(id)}/timeline`,
  periods: (id: Id) => `${project(id)}/periods`,
  months: (id: Id) => `${project(id)}/months`,
  month: (id: Id, month: string) => `${project(id)}/months/${month}`,

  newLogEntry: (id: Id) => `${project(id)}/progress/new`,
  logEntry: (id: Id, entryId: Id) => `${project(id)}/progress/${entryId}`,
  editLogEntry: (id: Id, entryId: Id) => `${project(id)}/progress/${entryId}/edit`,
  logEntryHistory: (id: Id, entryId: Id) => `${project(id)}/progress/${entryId}/history`,
  logEntryArchive: (id: Id, entryId: Id) => `${project(id)}/progress/${entryId}/archive`,
  /** Written from outside a project; the form says into which. */
  logEntries: () => "/log-entries",

  agenda: () => "/agenda",
  timeline: () => "/timeline",
  today: () => "/today",
  summaries: () => "/summaries",
  summary: (month: string) => `/summaries/${month}`,
  search: () => "/search",
  profile: () => "/profile",

  users: () => "/admin/users",
  mail: () => "/admin/mail",
  rules: () => "/admin/rules",
  audit: () => "/admin/audit",
  appearance: () => "/admin/appearance",
};
