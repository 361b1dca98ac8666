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
  const kept = Object.entries(req.query).filter(
    (pair): pair is [string, string] => typeof pair[1] === "string" && pair[0] !== "lang",
  );
  const query = kept.length > 0 ? `${new URLSearchParams(kept)}&` : "";
  const label = res.locals.texts.frame.otherLanguage;
  // An address of two slashes at its beginning would lead to another site.
  const [path] = localAddress(addressOfForm(req), paths.home()).split("?");
  return { href: `${path}?${query}lang=${other}`, label, language: other };
}
