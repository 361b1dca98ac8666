import type { Settlement } from "../../../db/queries/comments.ts";
import type { Texts } from "../../texts/index.ts";
import type { Pill } from "../../web/health-pill.ts";

const LOOKS: Record<Settlement, Pick<Pill, "tone" | "icon">> = {
  accepted: { tone: "green", icon: "circle-check" },
  partly: { tone: "blue", icon: "circle-dot" },
  rejected: { tone: "grey", icon: "circle-x" },
};

/** What became of a remark; an open one waits for somebody. */
export function settlementPill(settlement: Settlement | null, { comments }: Texts): Required<Pill> {
  if (settlement === null)
    return { tone: "yellow", icon: "clock", label: comments.settlements.open };
  return { ...LOOKS[settlement], label: comments.settlements[settlement] } as Required<Pill>;
}
