import type { ActivityName } from "../../../db/queries/activities.ts";
import type { Campaign } from "../../../db/queries/campaigns.ts";
import type { PossibleOwner } from "../../../db/queries/owners.ts";
import { paths } from "../../paths.ts";
import type { Texts } from "../../texts/index.ts";
import { ownerKey } from "../../values/owner.ts";
import type { FormState, FormValues } from "../../web/form.ts";
import type { FieldOption } from "../../web/form-fields.ts";
import { presentFormPage, type SectionDefinition } from "../../web/form-page.ts";
import { ownerSections } from "../../web/owner-field.ts";
import { activityOptions } from "../activities/words.ts";
import { campaignKinds, campaignStates } from "./schema.ts";

export interface CampaignChoices {
  projectId: number;
  activities: ActivityName[];
  owners: PossibleOwner[];
}

export function presentCampaignForm(
  campaign: Campaign | null,
  choices: CampaignChoices,
  state: FormState,
  texts: Texts,
) {
  const { form } = texts.campaigns;
  const { projectId } = choices;
  const href = campaign ? paths.campaign(projectId, campaign.id) : paths.campaigns(projectId);
  return presentFormPage(
    {
      title: campaign ? form.editTitle : form.newTitle,
      ...(campaign ? { code: campaign.title } : {}),
      action: href,
      hidden: campaign ? ["version"] : [],
      sections: sections(choices, texts, campaign),
      submit: campaign ? form.save : form.create,
      cancel: { href },
    },
    state,
    texts,
  );
}

function sections(
  choices: CampaignChoices,
  texts: Texts,
  campaign: Campaign | null,
): SectionDefinition[] {
  const { form, kinds, states } = texts.campaigns;
  const select = (name: string, label: string, options: FieldOption[]) =>
    ({ type: "select", name, label, options }) as const;
  const kindOptions = campaignKinds.map((value) => ({ value, label: kinds[value] }));
  const stateOptions = campaignStates.map((value) => ({ value, label: states[value] }));
  const rows: SectionDefinition["rows"] = [
    { type: "text", name: "title", label: form.title, isRequired: true },
    [select("kind", form.kind, kindOptions), select("state", form.state, stateOptions)],
    [
      { type: "date", name: "startsOn", label: form.startsOn, isRequired: true },
      { type: "date", name: "endsOn", label: form.endsOn, isRequired: true },
    ],
    select(
      "activityId",
      form.activity,
      activityOptions(choices.activities, form.noActivity, campaign ?? undefined),
    ),
    { type: "textarea", name: "goal", label: form.goal, maxLength: 5000, rows: 3 },
    { type: "textarea", name: "channels", label: form.channels, hint: form.channelsHint, rows: 2 },
    { type: "textarea", name: "outputs", label: form.outputs, rows: 2 },
  ];
  const results: SectionDefinition["rows"] = [
    [
      { type: "number", name: "reach", label: form.reach, hint: form.reachHint, width: "short" },
      { type: "text", name: "reachNote", label: form.reachNote },
    ],
    [
      { type: "text", name: "proof", label: form.proof, hint: form.proofHint },
      { type: "text", name: "proofUrl", label: form.proofUrl },
    ],
  ];
  return [
    { rows },
    { title: form.results, rows: results },
    ...ownerSections(choices.owners, texts, campaign ?? undefined),
  ];
}

/** The campaign as the form shows it. */
export function campaignValues(campaign: Campaign): FormValues {
  return {
    version: String(campaign.version),
    kind: campaign.kind,
    title: campaign.title,
    activityId: String(campaign.activityId ?? ""),
    goal: campaign.goal ?? "",
    startsOn: campaign.startsOn,
    endsOn: campaign.endsOn,
    channels: campaign.channels ?? "",
    outputs: campaign.outputs ?? "",
    reach: String(campaign.reach ?? ""),
    reachNote: campaign.reachNote ?? "",
    proof: campaign.proof ?? "",
    proofUrl: campaign.proofUrl ?? "",
    state: campaign.state,
    owner: ownerKey(campaign),
  };
}
