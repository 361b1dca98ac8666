import { type RequestParamHandler, type Response, Router } from "express";
import { listActivityNames } from "../../../db/queries/activities.ts";
import { listHistory } from "../../../db/queries/audit-events.ts";
import { type Campaign, findCampaign, listCampaigns } from "../../../db/queries/campaigns.ts";
import { listPossibleOwners } from "../../../db/queries/owners.ts";
import { allow, can } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import { projectOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { NotFound } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { type Crumb, projectCrumbs } from "../../web/breadcrumbs.ts";
import { authorOf, form } from "../../web/form.ts";
import { idParam } from "../../web/id-param.ts";
import { sendWorkbook } from "../../web/workbook.ts";
import { documentBoxOf } from "../documents/presenter.ts";
import { campaignValues, presentCampaignForm } from "./form-presenter.ts";
import { presentCampaign, presentCampaigns } from "./presenter.ts";
import { editedCampaignSchema, newCampaignSchema } from "./schema.ts";
import { archiveCampaign, createCampaign, editCampaign, restoreCampaign } from "./service.ts";
import { campaignSheet } from "./sheet.ts";

const loaded = new WeakMap<Response, Campaign>();

export function campaignRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.param("campaignId", loadCampaign(deps));
  router.get(paths.campaigns(":projectId"), allow("campaign:view"), async (req, res) => {
    const { id: projectId } = projectOf(res);
    const all = await listCampaigns(deps.db, projectId);
    if (req.query.format === "xlsx") {
      const { fileName } = res.locals.texts.campaigns;
      return sendWorkbook(res, { fileName, sheets: [campaignSheet(all, res.locals)] });
    }
    const of = { projectId, canEdit: can(res, "campaign:edit") };
    const model = presentCampaigns(all, res.locals, of);
    const { title } = model.pageHeader;
    res.locals.page("campaigns/index", model, { title, breadcrumbs: crumbs(res) });
  });
  addFormRoutes(router, deps);
  const at = [":projectId", ":campaignId"] as const;
  router.get(paths.campaign(...at), allow("campaign:view"), async (_req, res) => {
    const campaign = campaignOf(res);
    const of = { objectType: "campaign", objectId: campaign.id, limit: 30 };
    const history = await listHistory(deps.db, of);
    const papersOf = { objectType: "campaign" as const, objectId: campaign.id };
    const documentBox = await documentBoxOf(deps.db, res, papersOf);
    const model = presentCampaign(campaign, history, res.locals, can(res, "campaign:edit"));
    const { title } = model.pageHeader;
    const breadcrumbs = crumbs(res, { label: title });
    res.locals.page("campaigns/show", { ...model, documentBox }, { title, breadcrumbs });
  });
  router.post(paths.campaignArchive(...at), allow("campaign:edit"), async (req, res) => {
    const { projectId, id } = campaignOf(res);
    await archiveCampaign(deps, authorOf(req, res), { projectId, id });
    res.locals.say("archived");
    res.redirect(303, paths.campaign(projectId, id));
  });
  router.post(paths.campaignRestoration(...at), allow("campaign:edit"), async (req, res) => {
    const { projectId, id } = campaignOf(res);
    await restoreCampaign(deps, authorOf(req, res), { projectId, id });
    res.locals.say("restored");
    res.redirect(303, paths.campaign(projectId, id));
  });
  return router;
}

function addFormRoutes(router: Router, deps: Deps): void {
  const door = allow("campaign:edit");
  const created = form(deps, newCampaignSchema, {
    initial: () => ({ kind: "campaign", state: "planned" }),
    show: (_req, res, state) => showForm(deps, res, null, state),
    save: async (req, res, entry) => {
      const projectId = projectOf(res).id;
      const id = await createCampaign(deps, authorOf(req, res), projectId, entry);
      res.locals.say("created");
      res.redirect(303, paths.campaign(projectId, id));
    },
  });
  const edited = form(deps, editedCampaignSchema, {
    initial: (_req, res) => campaignValues(campaignOf(res)),
    show: (_req, res, state) => showForm(deps, res, campaignOf(res), state),
    save: async (req, res, entry) => {
      const { projectId, id } = campaignOf(res);
      const edit = { entry, formOf: campaignValues };
      await editCampaign(deps, authorOf(req, res), { projectId, id }, edit);
      res.locals.say("saved");
      res.redirect(303, paths.campaign(projectId, id));
    },
  });
  const at = [":projectId", ":campaignId"] as const;
  router.get(paths.newCampaign(":projectId"), door, created.show);
  router.post(paths.campaigns(":projectId"), door, created.submit);
  router.get(paths.editCampaign(...at), door, edited.show);
  router.post(paths.campaign(...at), door, edited.submit);
}

type State = Parameters<typeof presentCampaignForm>[2];

async function showForm(
  { db }: Pick<Deps, "db">,
  res: Response,
  campaign: Campaign | null,
  state: State,
): Promise<void> {
  const { id: projectId } = projectOf(res);
  const [activities, owners] = await Promise.all([
    listActivityNames(db, projectId),
    listPossibleOwners(db, projectId),
  ]);
  const choices = { projectId, activities, owners };
  const model = presentCampaignForm(campaign, choices, state, res.locals.texts);
  const { title } = model.pageHeader;
  res.locals.page("partials/form-page", model, {
    title,
    breadcrumbs: crumbs(res, { label: title }),
  });
}

/** Finds the campaign inside the project of the address. */
function loadCampaign({ db }: Pick<Deps, "db">): RequestParamHandler {
  return async (_req, res, next, text) => {
    const projectId = res.locals.project?.id;
    if (projectId === undefined) throw new NotFound("project");
    const campaign = await findCampaign(db, { projectId, id: idParam(text) });
    if (!campaign) throw new NotFound("campaign");
    loaded.set(res, campaign);
    next();
  };
}

function campaignOf(res: Response): Campaign {
  return loaded.get(res) as Campaign;
}

function crumbs(res: Response, ...rest: Crumb[]): Crumb[] {
  const { texts } = res.locals;
  const list = { label: texts.campaigns.title, href: paths.campaigns(projectOf(res).id) };
  return projectCrumbs(res, list, ...rest);
}
