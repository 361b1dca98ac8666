import type { Request, Response } from "express";
import { can } from "../access/allow.ts";
import type { Permission } from "../access/permissions.ts";
import type { Viewer } from "../access/viewer.ts";
import { paths } from "../paths.ts";
import type { Texts } from "../texts/index.ts";

export interface NavItem {
  href: string;
  label: string;
  icon: string;
  isCurrent: boolean;
  /** Two keys pressed one after the other, "g p". */
  shortcut?: string;
}

/** Modules that belong together; the rest of the list stays folded beside the one that is open. */
export interface NavGroup {
  label: string;
  items: NavItem[];
  isOpen: boolean;
}

export interface ProjectNavigation {
  name: string;
  href: string;
  groups: NavGroup[];
}

type NavEntry = [href: string, label: string, icon: string, shortcut?: string];

export function mainNavigation(req: Request, viewer: Viewer, texts: Texts): NavItem[] {
  const { navigation: labels } = texts.frame;
  const registry: NavEntry = [
    paths.participantRegistry(),
    labels.participants,
    "user-circle",
    "g r",
  ];
  return items(req, [
    [paths.home(), labels.overview, "home", "g h"],
    [paths.projects(), labels.projects, "folders", "g p"],
    [paths.agenda(), labels.agenda, "calendar-due", "g a"],
    [paths.calendar(), labels.calendar, "calendar-month", "g c"],
    [paths.timeline(), labels.timeline, "timeline", "g t"],
    [paths.budgets(), labels.budgets, "coins", "g f"],
    [paths.plans(), labels.plans, "sitemap", "g v"],
    ...(viewer.readsNames ? [registry] : []),
    [paths.summaries(), labels.summaries, "report", "g s"],
    [paths.today(), labels.today, "presentation", "g d"],
  ]);
}

export function administrationNavigation(req: Request, res: Response, texts: Texts): NavItem[] {
  const { navigation: labels } = texts.frame;
  const entries: [Permission, NavEntry][] = [
    ["user:administer", [paths.users(), labels.users, "users"]],
    ["mail:administer", [paths.mail(), labels.mail, "mail"]],
    ["rule:administer", [paths.rules(), labels.rules, "adjustments"]],
    ["organisation:edit", [paths.organisations(), labels.organisations, "building-community"]],
    ["audit:view", [paths.audit(), labels.audit, "history"]],
    ["appearance:administer", [paths.appearance(), labels.appearance, "palette"]],
  ];
  const open = entries.filter(([permission]) => can(res, permission));
  return items(
    req,
    open.map(([, entry]) => entry),
  );
}

export function projectNavigation(
  req: Request,
  res: Response,
  texts: Texts,
): ProjectNavigation | null {
  const { project } = res.locals;
  if (!project) return null;
  const { id } = project;
  const { projectNavigation: labels, projectGroups: groups } = texts.frame;
  const plan: NavEntry[] = [
    [paths.project(id), labels.overview, "layout-dashboard", "g o"],
    [paths.activities(id), labels.activities, "list-tree", "g k"],
    [paths.milestones(id), labels.milestones, "flag", "g m"],
    [paths.projectTimeline(id), labels.timeline, "timeline", "g g"],
    [paths.indicators(id), labels.indicators, "chart-bar", "g i"],
    [paths.progress(id), labels.progress, "notebook", "g l"],
    [paths.projectCards(id), labels.cards, "sitemap"],
  ];
  const people: NavEntry[] = [
    [paths.events(id), labels.events, "calendar-event", "g e"],
    [paths.participants(id), labels.participants, "users", "g u"],
    [paths.internships(id), labels.internships, "briefcase"],
    [paths.bodies(id), labels.bodies, "hierarchy-2"],
    [paths.campaigns(id), labels.campaigns, "presentation"],
  ];
  const money: NavEntry[] = [
    [paths.budget(id), labels.budget, "coins", "g b"],
    [paths.expenditures(id), labels.expenditures, "receipt", "g x"],
    [paths.paymentRequests(id), labels.paymentRequests, "building-bank"],
    [paths.drawdown(id), labels.drawdown, "chart-line"],
    [paths.funding(id), labels.funding, "chart-pie"],
    [paths.staff(id), labels.staff, "id-badge-2"],
  ];
  const reporting: NavEntry[] = [
    [paths.reports(id), labels.reports, "file-text", "g z"],
    [paths.months(id), labels.months, "report"],
    [paths.duties(id), labels.duties, "checklist"],
    [paths.periods(id), labels.periods, "calendar-stats"],
    [paths.projectToday(id), labels.today, "presentation"],
    [paths.changes(id), labels.changes, "git-branch"],
    [paths.risks(id), labels.risks, "alert-triangle"],
    [paths.controls(id), labels.controls, "shield-check"],
    [paths.resolutions(id), labels.resolutions, "gavel"],
  ];
  const records: NavEntry[] = [
    [paths.documents(id), labels.documents, "paperclip"],
    [paths.outputs(id), labels.outputs, "clipboard-check"],
    [paths.auditPacks(id), labels.auditPacks, "file-zip"],
    [paths.publicPage(id), labels.publicPage, "world"],
    [paths.team(id), labels.team, "users"],
  ];
  if (can(res, "budget:view")) records.push([paths.exports(id), labels.exports, "download"]);
  if (can(res, "import:run")) records.push([paths.imports(id), labels.imports, "upload"]);
  return {
    name: project.shortName,
    href: paths.project(id),
    groups: folded([
      { label: groups.plan, items: items(req, plan) },
      { label: groups.people, items: items(req, people) },
      { label: groups.money, items: items(req, money) },
      { label: groups.reporting, items: items(req, reporting) },
      { label: groups.records, items: items(req, records) },
    ]),
  };
}

/** Open is where the viewer is; a page of no module has the first group open. */
function folded(groups: Omit<NavGroup, "isOpen">[]): NavGroup[] {
  const here = groups.findIndex((group) => group.items.some(({ isCurrent }) => isCurrent));
  const open = Math.max(0, here);
  return groups.map((group, index) => ({ ...group, isOpen: index === open }));
}

function items(req: Request, entries: NavEntry[]): NavItem[] {
  return entries.map(([href, label, icon, shortcut]) => ({
    ...{ href, label, icon, isCurrent: isHere(req.path, href) },
    ...(shortcut ? { shortcut } : {}),
  }));
}

/** Whatever stands behind the tabs of rules belongs to them, wherever its address lies. */
const UNDER_RULES = [
  paths.rules(),
  paths.indicatorDefinitions(),
  paths.reminderRules(),
  paths.notificationCategories(),
  paths.socialServices(),
  paths.planTerms(),
];

/** A page belongs to a module when its address lies under the module's; the roots only match themselves. */
function isHere(path: string, href: string): boolean {
  if (href === paths.rules()) return UNDER_RULES.some((root) => lies(path, root));
  if (href === "/" || /^\/projects\/\d+$/.test(href)) return path === href;
  if (href === paths.projects()) return path === href || path === paths.newProject();
  return lies(path, href);
}

function lies(path: string, root: string): boolean {
  return path === root || path.startsWith(`${root}/`);
}
