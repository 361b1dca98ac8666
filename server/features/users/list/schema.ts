import { z } from "zod";
import { globalFlags, type UserFilter, userSorts } from "../rules.ts";

/** The address of the list: whatever is not one of the values offered is as if it were not there. */
const userListQuery = z.object({
  q: z.string().max(200).catch(""),
  role: z.enum(globalFlags).optional().catch(undefined),
  state: z.enum(["active", "invited", "deactivated"]).optional().catch(undefined),
  sort: z
    .string()
    .regex(new RegExp(`^-?(${userSorts.join("|")})$`))
    .catch("name"),
});

export function readUserFilter(query: unknown): UserFilter {
  const { sort, ...filter } = userListQuery.parse(query);
  const isDescending = sort.startsWith("-");
  return {
    ...filter,
    role: filter.role,
    state: filter.state,
    isDescending,
    sort: sort.replace(/^-/, "") as UserFilter["sort"],
  };
}
