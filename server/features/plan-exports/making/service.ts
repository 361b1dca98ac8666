import { findPlan } from "../../../../db/queries/plans.ts";
import { NotFound } from "../../../errors.ts";
import { formatsFor } from "../../../texts/formats.ts";
import { textsFor } from "../../../texts/index.ts";
import { pragueDay } from "../../../values/calendar-date.ts";
import type { Order } from "../../exports/writing/orders.ts";
import { writeFile } from "../../exports/writing/service.ts";
import type { Preparer, PreparingDeps } from "../../prepared-files/kinds.ts";
import { actionPlanContent } from "../action-plans/content.ts";
import { cardsContent } from "../cards/content.ts";
import { coverageContent } from "../coverage/content.ts";
import { fulfilmentContent } from "../fulfilment/content.ts";
import type { PlanOrder } from "../order.ts";
import type { PlanFileKind } from "../rules.ts";
import { fileNameOf } from "../words.ts";
import type { Content, Making } from "./content.ts";

const MEDIA_TYPES = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

const CONTENTS: Record<PlanFileKind, (deps: PreparingDeps, making: Making) => Promise<Content>> = {
  plan: cardsContent,
  coverage: coverageContent,
  fulfilment: fulfilmentContent,
  "action-plan": actionPlanContent,
};

/** Reads what the file tells, then has it written in a process of its own. */
export const preparePlanFile: Preparer = async (deps, { params }, told) => {
  const order = JSON.parse(params) as PlanOrder;
  const { planId, kind, year, format, language, asOf } = order;
  const plan = await findPlan(deps.db, planId);
  if (!plan) throw new NotFound("plan");
  const wording = {
    ...{ texts: textsFor(language), formats: formatsFor(language) },
    today: pragueDay(asOf),
  };
  const content = await CONTENTS[kind](deps, { order, plan, wording });
  await told(1, 2);
  const bytes = await writeFile(writingOf(content, format));
  return {
    bytes,
    fileName: `${fileNameOf({ kind, year }, plan, wording.texts)}.${format}`,
    mediaType: MEDIA_TYPES[format],
  };
};

function writingOf(content: Content, format: PlanOrder["format"]): Order {
  return format === "xlsx"
    ? { kind: "sheets", sheets: content.sheets() }
    : { kind: "document", format, paper: content.paper() };
}
