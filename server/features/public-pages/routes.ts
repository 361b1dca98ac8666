import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Response, Router } from "express";
import type { ProjectInReach } from "../../../db/queries/projects.ts";
import { findPublicPage, listEditions, type PublicPage } from "../../../db/queries/public-pages.ts";
import { allow, allowAnyone, can } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import { projectOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { NotFound } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { pragueDay } from "../../values/calendar-date.ts";
import { projectCrumbs } from "../../web/breadcrumbs.ts";
import { publicFolder } from "../../web/folders.ts";
import { authorOf, form, parse } from "../../web/form.ts";
import { templates } from "../../web/templates.ts";
import { presentPublicPageForm, publicPageValues } from "./form-presenter.ts";
import { presentPublicFacts } from "./presenter.ts";
import type { PublicFacts } from "./rules.ts";
import { publicationSchema, publicPageSchema } from "./schema.ts";
import { publicFacts, publishedAt, publishPage, savePublicPage, withdrawPage } from "./service.ts";
import { presentPublicPage } from "./show-presenter.ts";

type PageDeps = Pick<Deps, "db" | "clock" | "config">;

const render = templates({ keep: true });
/** Goes along in the HTML to paste: other sites may not load pictures from ours. */
const EMBLEM = readFileSync(resolve(publicFolder, "images/eu-emblem.svg")).toString("base64");

export function publicPageRoutes(deps: PageDeps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.get(paths.public(":slug"), allowAnyone(), async (req, res) => {
    const page = await publishedAt(deps.db, String(req.params.slug));
    if (!page) throw new NotFound("public page");
    const { texts, formats } = res.locals;
    const published = texts.publicPages.published(formats.date(pragueDay(page.publishedAt)));
    showPublic(res, page.facts, published);
  });
  router.get(paths.publicPage(":projectId"), allow("public-page:view"), (_req, res) =>
    showPage(deps, res),
  );
  router.get(
    paths.previewPublicPage(":projectId"),
    allow("public-page:view"),
    async (_req, res) => {
      const project = projectOf(res);
      const page = await findPublicPage(deps.db, project.id);
      if (!page) throw new NotFound("public page");
      const facts = await publicFacts(deps.db, project.id, page);
      showPublic(res, facts, res.locals.texts.publicPages.previewNote);
    },
  );
  addForm(router, deps);
  router.post(
    paths.publicPagePublication(":projectId"),
    allow("public-page:edit"),
    async (req, res) => {
      const { version } = parse(publicationSchema, req.body);
      await publishPage(deps, authorOf(req, res), projectOf(res).id, version);
      back(res, "published");
    },
  );
  router.post(
    paths.publicPageWithdrawal(":projectId"),
    allow("public-page:edit"),
    async (req, res) => {
      const { version } = parse(publicationSchema, req.body);
      await withdrawPage(deps, authorOf(req, res), projectOf(res).id, version);
      back(res, "saved");
    },
  );
  return router;
}

function addForm(router: Router, deps: PageDeps): void {
  const door = allow("public-page:edit");
  const valuesOf = (project: ProjectInReach, page: PublicPage | undefined, res: Response) =>
    publicPageValues(project, page, res.locals.texts);
  const edited = form(deps, publicPageSchema, {
    initial: async (_req, res) => {
      const project = projectOf(res);
      return valuesOf(project, await findPublicPage(deps.db, project.id), res);
    },
    show: (_req, res, state) => {
      const model = presentPublicPageForm(projectOf(res), state, res.locals.texts);
      const { title } = model.pageHeader;
      res.locals.page("partials/form-page", model, { title, breadcrumbs: crumbs(res, title) });
    },
    save: async (req, res, entry) => {
      const project = projectOf(res);
      const formOf = (page: PublicPage) => valuesOf(project, page, res);
      await savePublicPage(deps, authorOf(req, res), project.id, { entry, formOf });
      back(res, "saved");
    },
  });
  router.get(paths.editPublicPage(":projectId"), door, edited.show);
  router.post(paths.publicPage(":projectId"), door, edited.submit);
}

async function showPage({ db, config }: PageDeps, res: Response): Promise<void> {
  const project = projectOf(res);
  const page = await findPublicPage(db, project.id);
  const facts = page ? await publicFacts(db, project.id, page) : null;
  const editions = page ? await listEditions(db, page.id) : [];
  const out = editions.find(({ number }) => number === page?.publishedEdition);
  const html = out ? htmlToPaste(JSON.parse(out.facts) as PublicFacts, res) : null;
  const address = page ? new URL(paths.public(page.slug), config.publicUrl).href : null;
  const rights = { edit: can(res, "public-page:edit") };
  const atHand = { page, facts, editions, html, address };
  const model = presentPublicPage(project, atHand, rights, res.locals);
  const { title } = model.pageHeader;
  res.locals.page("public-pages/show", model, {
    title,
    breadcrumbs: projectCrumbs(res, { label: title }),
  });
}

function showPublic(res: Response, facts: PublicFacts, note: string): void {
  const model = { ...presentPublicFacts(facts, res.locals), note };
  res.locals.page("public-pages/_content", model, {
    title: facts.title,
    layout: "public-pages/layout",
  });
}

/** The page as a piece of HTML that needs nothing of ours: no style, no script, no picture of another site. */
function htmlToPaste(facts: PublicFacts, res: Response): string {
  const model = { ...presentPublicFacts(facts, res.locals), emblem: EMBLEM };
  return `${render("public-pages/paste", model)
    .replace(/\n{2,}/g, "\n")
    .trim()}\n`;
}

function crumbs(res: Response, label: string) {
  const { id } = projectOf(res);
  const list = { label: res.locals.texts.publicPages.title, href: paths.publicPage(id) };
  return projectCrumbs(res, list, { label });
}

function back(res: Response, flash: "saved" | "published"): void {
  res.locals.say(flash);
  res.redirect(303, paths.publicPage(projectOf(res).id));
}
