import { type Request, type Response, Router } from "express";
import {
  type CalendarFeed,
  findCalendarFeed,
  listCalendarFeeds,
} from "../../../db/queries/calendar-feeds.ts";
import type { Reach } from "../../../db/queries/reach.ts";
import { allow, allowAnyone } from "../../access/allow.ts";
import type { Deps } from "../../deps.ts";
import { NotFound, SignInRequired } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { authorOf, form } from "../../web/form.ts";
import { idParam } from "../../web/id-param.ts";
import { listAgendaFilters } from "../agenda/service.ts";
import { feedValues, presentFeedForm, presentFeeds, presentNewFeed } from "./presenter.ts";
import { readFeed } from "./reading/service.ts";
import { feedToken } from "./rules.ts";
import { feedSchema, newFeedSchema } from "./schema.ts";
import { addFeed, editFeed, renewFeed, revokeFeed } from "./service.ts";

export function calendarFeedRoutes(deps: Deps): Router {
  const router = Router();
  const door = allow("profile:edit");
  router.get(paths.calendarFile(":token"), allowAnyone(), (req, res) => sendFeed(deps, req, res));
  router.get(paths.calendarFeeds(), door, (_req, res) => showFeeds(deps, res));
  const added = newForm(deps);
  router.get(paths.newCalendarFeed(), door, added.show);
  router.post(paths.calendarFeeds(), door, added.submit);
  const edited = editForm(deps);
  router.get(paths.editCalendarFeed(":feedId"), door, edited.show);
  router.post(paths.calendarFeed(":feedId"), door, edited.submit);
  router.post(paths.calendarFeedRenewal(":feedId"), door, async (req, res) => {
    await renewFeed(deps, authorOf(req, res), keyOf(req, res));
    back(res, "calendarRenewed");
  });
  router.post(paths.calendarFeedRevocation(":feedId"), door, async (req, res) => {
    await revokeFeed(deps, authorOf(req, res), keyOf(req, res));
    back(res, "calendarRevoked");
  });
  return router;
}

/** Asked for by programs, again and again: what has not changed is not sent twice. */
async function sendFeed(deps: Deps, req: Request, res: Response): Promise<void> {
  const feed = await readFeed(deps, String(req.params.token));
  if (!feed) throw new NotFound("calendar");
  res.set({
    "Content-Type": "text/calendar; charset=utf-8",
    "Content-Disposition": 'inline; filename="osnova.ics"',
    "Cache-Control": "private, no-cache",
    ETag: `"${feed.mark}"`,
    "X-Robots-Tag": "noindex, nofollow",
  });
  res.send(Buffer.from(feed.text));
}

async function showFeeds({ db, config }: Pick<Deps, "db" | "config">, res: Response) {
  const feeds = await listCalendarFeeds(db, reachOf(res).userId);
  const addressed = feeds.map((feed) => {
    const file = paths.calendarFile(feedToken(config.secretKey, feed));
    return { ...feed, address: new URL(file, config.publicUrl).href };
  });
  const model = presentFeeds(addressed, res.locals);
  const { title } = model.pageHeader;
  res.locals.page("calendar-feeds/index", model, { title, breadcrumbs: crumbs(res) });
}

function newForm(deps: Deps) {
  return form(deps, newFeedSchema, {
    initial: (req) => ({
      hasDeadlines: "true",
      hasEvents: "true",
      projectId: typeof req.query.project === "string" ? req.query.project : "",
    }),
    show: async (_req, res, state) => {
      const { projects } = await listAgendaFilters(deps.db, reachOf(res));
      const model = presentNewFeed(state, projects, res.locals.texts);
      showForm(res, model);
    },
    save: async (req, res, entry) => {
      await addFeed(deps, authorOf(req, res), reachOf(res), entry);
      back(res, "created");
    },
  });
}

function editForm(deps: Deps) {
  const valuesOf = (feed: CalendarFeed) => ({
    ...feedValues(feed),
    version: String(feed.version),
  });
  return form(deps, feedSchema, {
    initial: async (req, res) => valuesOf(await asked(deps, req, res)),
    show: async (req, res, state) => {
      const feed = await asked(deps, req, res);
      showForm(res, presentFeedForm(feed, state, res.locals.texts));
    },
    save: async (req, res, entry) => {
      await editFeed(deps, authorOf(req, res), keyOf(req, res), { entry, formOf: feedValues });
      back(res, "saved");
    },
  });
}

function showForm(res: Response, model: ReturnType<typeof presentNewFeed>): void {
  const { title } = model.pageHeader;
  res.locals.page("partials/form-page", model, { title, breadcrumbs: crumbs(res, title) });
}

async function asked({ db }: Pick<Deps, "db">, req: Request, res: Response): Promise<CalendarFeed> {
  const feed = await findCalendarFeed(db, keyOf(req, res));
  if (!feed) throw new NotFound("calendar feed");
  return feed;
}

function keyOf(req: Request, res: Response): { id: number; userId: number } {
  return { id: idParam(req.params.feedId), userId: reachOf(res).userId };
}

function reachOf(res: Response): Reach {
  const { reach } = res.locals;
  if (!reach) throw new SignInRequired();
  return reach;
}

function crumbs(res: Response, label?: string) {
  const { texts } = res.locals;
  const profile = { label: texts.accounts.profile.title, href: paths.profile() };
  const { title } = texts.calendarFeeds;
  if (label === undefined) return [profile, { label: title }];
  return [profile, { label: title, href: paths.calendarFeeds() }, { label }];
}

function back(
  res: Response,
  flash: "created" | "saved" | "calendarRenewed" | "calendarRevoked",
): void {
  res.locals.say(flash);
  res.redirect(303, paths.calendarFeeds());
}
