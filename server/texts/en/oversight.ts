import type { Texts } from "../index.ts";
import { plural } from "../plural.ts";

const count = plural("en");

export const oversight: Texts["oversight"] = {
  box: {
    title: "Risks, controls, resolutions",
    risks: (n) => `${n} ${count(n, { one: "risk is ongoing", other: "risks are ongoing" })}`,
    findings: (n) =>
      `${n} ${count(n, { one: "finding without a remedy", other: "findings without a remedy" })}`,
    resolutions: (n) =>
      `${n} ${count(n, { one: "resolution not decided", other: "resolutions not decided" })}`,
    due: {
      risk: (day) => `review on ${day}`,
      finding: (day) => `remedy by ${day}`,
      resolution: (day) => `submit by ${day}`,
    },
    noDay: { risk: "risk", finding: "finding of a control", resolution: "resolution" },
    empty: "No risk is ongoing, and nothing waits for a remedy or for its submission.",
  },
};
