import type { Texts } from "../index.ts";

export const projects: Texts["projects"] = {
  title: "Projects",
};
