import { z } from "zod";
import { filterChoice, filterId, filterText } from "../../../values/filters.ts";
import { parseOwnerKey } from "../../../values/owner.ts";
import { coverageStates } from "../../card-links/rules.ts";

const LONGEST_QUERY = 200;

/** The tree as its address tells it; what makes no sense there is left out rather than refused. */
export const treeSchema = z.object({
  q: filterText.transform((typed) => typed.trim().slice(0, LONGEST_QUERY)),
  group: filterId,
  service: filterId,
  source: filterId,
  body: filterId,
  year: filterText.transform((typed) => (/^(19|20|21)\d\d$/.test(typed) ? typed : "")),
  coverage: filterChoice(["", ...coverageStates], ""),
  owner: filterText.transform((typed) =>
    ["mine", "nobody"].includes(typed) || parseOwnerKey(typed) !== undefined ? typed : "",
  ),
});

export type TreeView = z.output<typeof treeSchema>;
export type TreeFilter = keyof TreeView;
