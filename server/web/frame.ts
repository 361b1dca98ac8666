import type { Request, Response } from "express";
import type { Config } from "../config.ts";
import type { Authority } from "../features/appearance/service.ts";
import { paths } from "../paths.ts";
import type { Texts } from "../texts/index.ts";
import type { Assets } from "./assets.ts";
import { addressOfForm } from "./kept-form.ts";
import {
  administrationNavigation,
  mainNavigation,
  type NavItem,
  type ProjectNavigation,
  projectNavigation,
} from "./navigation.ts";
import { localAddress } from "./safe-redirect.ts";

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
  project: ProjectNavigation | null;
  breadcrumbs: { label: string; href?: string }[];
  flash: { tone: "success" | "warning" | "danger"; text: string } | null;
  csrfToken: string;
  languageSwitch: { href: string; label: string; language: string };
  searchQuery: string;
  authority: Authority;
  /** Above the page: what it says itself, then whom the viewer stands in for. */
  banners: Banner[];
  sessionEndsIn: number | null;
}

export interface Banner {
  tone: string;
  text: string;
  href?: string;
  linkText?: string;
  /** What a screen reader calls it among the others. */
  label?: string;
}

export interface PageOptions {
  title: string;
  breadcrumbs?: Frame["breadcrumbs"];
  banner?: Banner | null;
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
    searchQuery: searchedFor(req),
    authority: parts.authority,
    banners: [options.banner ?? null, deputyBanner(res)].filter((banner) => banner !== null),
    sessionEndsIn: res.locals.sessionEndsIn,
  };
}

/** Lists are filtered by a `q` of their own. */
function searchedFor({ path, query: { q } }: Request): string {
  return path === paths.search() && typeof q === "string" ? q.slice(0, 200) : "";
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = [words[0]?.[0], words.length > 1 ? words.at(-1)?.[0] : ""];
  return letters.join("").toLocaleUpperCase("cs");
}

function roleText(res: Response, texts: Texts): string {
  const { roles, project } = res.locals;
  const own = project?.role ? [project.role] : roles;
  const held = own.map((role) => texts.access.roles[role]);
  const others = (project?.heldFor ?? []).filter(({ role }) => role !== project?.role);
  const asDeputy = others.map(({ role }) => texts.deputies.inProject(texts.access.roles[role]));
  return [...held, ...new Set(asDeputy)].join(", ") || texts.access.user;
}

/** A deputy is told on every page, since what they do here is done for somebody else. */
function deputyBanner({ locals: { viewer, texts, formats } }: Response): Banner | null {
  if (!viewer || viewer.standsInFor.length === 0) return null;
  const { deputies } = texts;
  const people = viewer.standsInFor.map(({ name, untilOn }) =>
    deputies.bannerOne(name, formats.date(untilOn)),
  );
  const text = deputies.banner(people.join(", "));
  const { title } = deputies;
  return { tone: "info", label: title, text, href: paths.ownDeputy(), linkText: title };
}

function flashText(texts: Texts, key: string): string {
  return texts.flash[key as keyof Texts["flash"]] ?? texts.flash.saved;
}

function languageSwitch(req: Request, res: Response): Frame["languageSwitch"] {
  const other = res.locals.language === "cs" ? "en" : "cs";
  const kept = Object.entries(req.query).filter(
    (pair): pair is [string, string] => typeof pair[1] === "string" && pair[0] !== "lang",
  );
  const query = kept.length > 0 ? `${new URLSearchParams(kept)}&` : "";
  const label = res.locals.texts.frame.otherLanguage;
  // An address of two slashes at its beginning would lead to another site.
  const [path] = localAddress(addressOfForm(req), paths.home()).split("?");
  return { href: `${path}?${query}lang=${other}`, label, language: other };
}
