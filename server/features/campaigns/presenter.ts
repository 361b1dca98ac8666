import type { HistoryLine } from "../../../db/queries/audit-events.ts";
import type { Campaign, CampaignState } from "../../../db/queries/campaigns.ts";
import { paths } from "../../paths.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { Pill } from "../../web/health-pill.ts";
import { presentHistory } from "../../web/history-list.ts";
import { withQuery } from "../../web/query-string.ts";
import { activityCode } from "../activities/rules.ts";

export interface Wording {
  texts: Texts;
  formats: Formats;
}

const LOOKS: Record<CampaignState, Pick<Pill, "tone" | "icon">> = {
  planned: { tone: "grey", icon: "circle-dashed" },
  running: { tone: "blue", icon: "circle-dot" },
  finished: { tone: "green", icon: "circle-check" },
  cancelled: { tone: "grey", icon: "circle-x" },
};

function statePill(state: CampaignState, { campaigns }: Texts): Pill {
  return { ...LOOKS[state], label: campaigns.states[state] };
}

export function presentCampaigns(
  all: Campaign[],
  { texts, formats }: Wording,
  of: { projectId: number; canEdit: boolean },
) {
  const { campaigns } = texts;
  const create = {
    href: paths.newCampaign(of.projectId),
    label: campaigns.new,
    icon: "plus",
  };
  const workbook = {
    href: withQuery(paths.campaigns(of.projectId), { format: "xlsx" }),
    label: campaigns.workbook,
    icon: "file-spreadsheet",
  };
  return {
    pageHeader: {
      title: campaigns.title,
      subtitle: campaigns.subtitle,
      actions: { primary: of.canEdit ? create : null, more: all.length > 0 ? [workbook] : [] },
    },
    labels: campaigns.columns,
    rows: all.map((one) => ({
      href: paths.campaign(one.projectId, one.id),
      title: one.title,
      kind: campaigns.kinds[one.kind],
      dates: formats.dateRange(one.startsOn, one.endsOn),
      channels: one.channels ?? "",
      reach: one.reach === null ? "" : formats.number(one.reach),
      isProved: one.proof !== null || one.proofUrl !== null,
      proof: one.proof ?? (one.proofUrl === null ? campaigns.noProof : campaigns.link),
      pill: statePill(one.state, texts),
    })),
    emptyState: {
      text: campaigns.empty,
      icon: "presentation",
      ...(of.canEdit ? { action: create } : {}),
    },
  };
}

export function presentCampaign(
  campaign: Campaign,
  history: HistoryLine[],
  wording: Wording,
  canEdit: boolean,
) {
  const { texts, formats } = wording;
  const { campaigns } = texts;
  const { projectId, id, archivedAt } = campaign;
  const mayEdit = canEdit && archivedAt === null;
  const edit = { href: paths.editCampaign(projectId, id), label: campaigns.edit, icon: "pencil" };
  const archive = {
    href: paths.campaignArchive(projectId, id),
    label: texts.events.archive,
    icon: "archive",
    method: "post" as const,
  };
  return {
    pageHeader: {
      title: campaign.title,
      code: campaigns.kinds[campaign.kind],
      subtitle: formats.dateRange(campaign.startsOn, campaign.endsOn),
      pill: statePill(campaign.state, texts),
      actions: { primary: mayEdit ? edit : null, more: mayEdit ? [archive] : [] },
    },
    labels: campaigns.show,
    archived:
      archivedAt === null
        ? null
        : {
            text: campaigns.archived,
            label: texts.events.restore,
            action: canEdit ? paths.campaignRestoration(projectId, id) : null,
          },
    definitionList: presentFacts(campaign, wording),
    texts: [
      { title: campaigns.form.goal, text: campaign.goal },
      { title: campaigns.form.outputs, text: campaign.outputs },
    ].filter(({ text }) => text !== null),
    historyList: presentHistory(history, wording),
  };
}

function presentFacts(campaign: Campaign, { texts, formats }: Wording) {
  const { show, form } = texts.campaigns;
  const { activityId, activityNumber: number, activityParentNumber: parentNumber } = campaign;
  const missing = { text: show.missing, isMissing: true };
  const fact = (term: string, text: string | null) => ({
    term,
    ...(text === null ? missing : { text }),
  });
  const activity =
    number === null || activityId === null
      ? []
      : [
          {
            term: form.activity,
            text: `${activityCode({ number, parentNumber })} ${campaign.activityTitle}`,
            href: paths.activity(campaign.projectId, activityId),
          },
        ];
  const { proofUrl, reachNote } = campaign;
  const reach = campaign.reach === null ? null : formats.number(campaign.reach);
  return [
    ...activity,
    fact(show.owner, campaign.ownerName),
    fact(form.channels, campaign.channels),
    { ...fact(form.reach, reach), ...(reachNote === null ? {} : { note: reachNote }) },
    proofUrl === null
      ? fact(form.proof, campaign.proof)
      : { term: form.proof, text: campaign.proof ?? proofUrl, href: proofUrl },
  ];
}
