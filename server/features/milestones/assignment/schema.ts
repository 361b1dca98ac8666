import { z } from "zod";
import { ids } from "../../../values/fields.ts";
import { ownerFields } from "../../../values/owner.ts";

export const assignmentSchema = z.object({
  milestoneIds: ids().refine((chosen) => chosen.length > 0, "chooseMilestones"),
  ...ownerFields(),
});
