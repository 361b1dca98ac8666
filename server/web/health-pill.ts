import type { Texts } from "../texts/index.ts";

export type Tone = "green" | "yellow" | "red" | "grey" | "blue";

export interface Pill {
  tone: Tone;
  label: string;
  icon?: string;
}

/** A project's health as `views/partials/pill.ejs` prints it; null = nobody has recorded it yet. */
export function healthPill(health: string | null, texts: Texts): Pill {
  const labels = texts.projects.healths;
  switch (health) {
    case "on-track":
      return { tone: "green", label: labels["on-track"] };
    case "at-risk":
      return { tone: "yellow", label: labels["at-risk"] };
    case "off-track":
      return { tone: "red", label: labels["off-track"] };
    case "on-hold":
      return { tone: "blue", label: labels["on-hold"], icon: "player-pause" };
    default:
      return { tone: "grey", label: labels.none };
  }
}
