import type { Request, Response } from "express";
import { can } from "../access/allow.ts";
import type { Permission } from "../access/permissions.ts";
import type { Viewer } from "../access/viewer.ts";
import type { Config } from "../config.ts";
import type { Authority } from "../features/appearance/service.ts";
import { paths } from "../paths.ts";
import type { Texts } from "../texts/index.ts";
import type { Assets } from "./assets.ts";
import { addressOfForm } from "./kept-form.ts";
import { localAddress } from "./safe-redirect.ts";

export interface NavItem {
  href: string;
  label: string;
  icon: string;
  isCurrent: boolean;
  /** Two keys pressed one after the other, "g p". */
  shortcut?: string;
}

/** What the frame around every page shows. */
export interface Frame {
  language: "cs" | "en";
  theme: "auto" | "light" | "dark";
  shortcuts: boolean;
  texts: Texts["frame"];
  title: string;
  /** Where this page is found again, also when it answers a form. */
  address: string;
  assets: (name: string) => string;
  /** Address of the icons, for rows that print many. */
  icons: string;
  viewer: { name: string; initials: string; roleText: string } | null;
  navigation: NavItem[];
  administration: NavItem[];
  project: { name: string; href: string; items: NavItem[] } | null;
  breadcrumbs: { label: string; href?: string }[];
  flash: { tone: "success" | "warning" | "danger"; text: string } | null;
  csrfToken: string;
  languageSwitch: { href: string; label: string; language: string };
  searchQuery: string;
  authority: Authority;
  banner: { tone: string; text: string; href?: string; linkText?: string } | null;
  sessionEndsIn: number | null;
}

export interface PageOptions {
  title: string;
  breadcrumbs?: Frame["breadcrumbs"];
  banner?: Frame["banner"];
  layout?: string;
}

export function presentFrame(
  req: Request,
  res: Response,
  parts: { assets: Assets; config: Config; authority: Authority },
  options: PageOptions,
): Frame {
  const { texts, language, viewer, flash } = res.locals;
  return {
    language,
    theme: viewer?.theme ?? "auto",
    shortcuts: viewer?.hasShortcuts ?? true,
    texts: texts.frame,
    title: `${options.title} – ${texts.frame.productName}`,
    address: addressOfForm(req),
    assets: parts.assets.url,
    icons: parts.assets.url("images/icons.svg"),
    viewer: viewer && {
      name: viewer.name,
      initials: initialsOf(viewer.name),
      roleText: roleText(res, texts),
    },
    navigation: viewer ? mainNavigation(req, viewer, texts) : [],
    administration: administrationNavigation(req, res, texts),
    project: projectNavigation(req, res, texts),
    breadcrumbs: options.breadcrumbs ?? [],
    flash: flash && { tone: flash.tone, text: flashText(texts, flash.key) },
    csrfToken: res.locals.csrfToken(),
    languageSwitch: languageSwitch(req, res),
    searchQuery: typeof req.query.q === "string" ? req.query.q.slice(0, 200) : "",
    authority: parts.authority,
    banner: options.banner ?? null,
    sessionEndsIn: res.locals.sessionEndsIn,
  };
}

type NavEntry = [href: string, label: string, icon: string, shortcut: string];

function mainNavigation(req: Request, viewer: Viewer, texts: Texts): NavItem[] {
  const { navigation: labels } = texts.frame;
  const registry: NavEntry = [
    paths.participantRegistry(),
    labels.participants,
    "user-circle",
    "g r",
  ];
  const items: NavEntry[] = [
    [paths.home(), labels.overview, "home", "g h"],
    [paths.projects(), labels.projects, "folders", "g p"],
    [paths.agenda(), labels.agenda, "calendar-due", "g a"],
    [paths.calendar(), labels.calendar, "calendar-month", "g c"],
    [paths.timeline(), labels.timeline, "timeline", "g t"],
    ...(viewer.readsNames ? [registry] : []),
    [paths.summaries(), labels.summaries, "report", "g s"],
    [paths.today(), labels.today, "presentation", "g d"],
  ];
  return items.map(([href, label, icon, shortcut]) => ({
    ...navItem(req, href, label, icon),
    shortcut,
  }));
}

function administrationNavigation(req: Request, res: Response, texts: Texts): NavItem[] {
  const { navigation: labels } = texts.frame;
  const items: [Permission, string, string, string][] = [
    ["user:administer", paths.users(), labels.users, "users"],
    ["mail:administer", paths.mail(), labels.mail, "mail"],
    ["rule:administer", paths.rules(), labels.rules, "adjustments"],
    ["organisation:edit", paths.organisations(), labels.organisations, "building-community"],
    ["audit:view", paths.audit(), labels.audit, "history"],
    ["appearance:administer", paths.appearance(), labels.appearance, "palette"],
  ];
  return items
    .filter(([permission]) => can(res, permission))
    .map(([, href, label, icon]) => navItem(req, href, label, icon));
}

function projectNavigation(req: Request, res: Response, texts: Texts): Frame["project"] {
  const { project } = res.locals;
  if (!project) return null;
  const labels = texts.frame.projectNavigation;
  const { id } = project;
  const items: [string, string, string, string?][] = [
    [paths.project(id), labels.overview, "layout-dashboard", "g o"],
    [paths.activities(id), labels.activities, "list-tree", "g k"],
    [paths.milestones(id), labels.milestones, "flag", "g m"],
    [paths.events(id), labels.events, "calendar-event", "g e"],
    [paths.campaigns(id), labels.campaigns, "presentation"],
    [paths.indicators(id), labels.indicators, "chart-bar", "g i"],
    [paths.participants(id), labels.participants, "users", "g u"],
    [paths.internships(id), labels.internships, "briefcase"],
    [paths.bodies(id), labels.bodies, "hierarchy-2"],
    [paths.progress(id), labels.progress, "notebook", "g l"],
    [paths.documents(id), labels.documents, "paperclip"],
    ...(can(res, "import:run") ? [importItem(id, labels)] : []),
    [paths.projectTimeline(id), labels.timeline, "timeline", "g g"],
    [paths.periods(id), labels.periods, "calendar-stats"],
    [paths.months(id), labels.months, "report"],
    [paths.team(id), labels.team, "users"],
    [paths.projectToday(id), labels.today, "presentation"],
  ];
  return {
    name: project.shortName,
    href: paths.project(id),
    items: items.map(([href, label, icon, shortcut]) => ({
      ...navItem(req, href, label, icon),
      ...(shortcut ? { shortcut } : {}),
    })),
  };
}

function importItem(
  projectId: number,
  labels: Texts["frame"]["projectNavigation"],
): [string, string, string] {
  return [paths.imports(projectId), labels.imports, "upload"];
}

function navItem(req: Request, href: string, label: string, icon: string): NavItem {
  return { href, label, icon, isCurrent: isHere(req.path, href) };
}

/** A page belongs to a module when its address lies under the module's; the roots only match themselves. */
function isHere(path: string, href: string): boolean {
  if (href === "/" || /^\/projects\/\d+$/.test(href)) return path === href;
  if (href === paths.projects()) return path === href || path === paths.newProject();
  return path === href || path.startsWith(`${href}/`);
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = [words[0]?.[0], words.length > 1 ? words.at(-1)?.[0] : ""];
  return letters.join("").toLocaleUpperCase("cs");
}

function roleText(res: Response, texts: Texts): string {
  const { roles, project } = res.locals;
  const held = project?.role ? [project.role] : roles;
  return held.map((role) => texts.access.roles[role]).join(", ") || texts.access.user;
}

function flashText(texts: Texts, key: string): string {
  return texts.flash[key as keyof Texts["flash"]] ?? texts.flash.saved;
}

function languageSwitch(req: Request, res: Response): Frame["languageSwitch"] {
  const other = res.locals.language === "cs" ? "en" : "cs";
  const query = new URLSearchParams(
    Object.entries(req.query).filter(
      (pair): pair is [string, string] => typeof pair[1] === "string",
    ),
  );
  query.set("lang", other);
  const label = res.locals.texts.frame.otherLanguage;
  // An address of two slashes at its beginning would lead to another site.
  const [path] = localAddress(addressOfForm(req), paths.home()).split("?");
  return { href: `${path}?${query}`, label, language: other };
}
