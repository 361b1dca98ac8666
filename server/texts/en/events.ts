import type { Texts } from "../index.ts";

export const events: Texts["events"] = {
  title: "Events",
  confidential: "Confidential event",
};
