import type { Texts } from "../index.ts";

export const team: Texts["team"] = {
  title: "Team",
  add: "Add a member",
};
