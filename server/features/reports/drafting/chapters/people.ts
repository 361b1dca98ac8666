import { type Draft, paragraph } from "../draft.ts";
import type { Block, Line } from "../fitting.ts";

/** The target group in numbers. */
export function targetGroupOf(draft: Draft): Block[] {
  const { material, figures, words } = draft;
  const { targetGroup, restOf } = words.drafts;
  const { people } = figures;
  const isKnown = material.groups.length > 0 || people.supported > 0 || people.heads > 0;
  if (!isKnown) return [];
  return [
    paragraph([
      people.entered > 0 ? targetGroup.entered(people.entered) : targetGroup.noneEntered,
      supported(draft),
      people.newlySupported > 0 && targetGroup.newly(people.newlySupported),
      people.reachedThreshold > 0 && targetGroup.reached(people.reachedThreshold),
      people.exited > 0 && targetGroup.exited(people.exited),
    ]),
    people.heads > 0 ? targetGroup.heads(people.heads) : "",
    { heading: targetGroup.groups, lines: groups(draft), rest: restOf },
    late(draft),
  ];
}

function supported({ material, figures, words }: Draft): string {
  const { supported: n, minutes } = figures.people;
  if (n === 0) return "";
  const women = new Set(
    material.support.filter(({ isWoman }) => isWoman).map(({ personId }) => personId),
  );
  return words.drafts.targetGroup.supported(n, women.size, words.rangeOf(minutes));
}

/** Nothing where nobody's group is known. */
function groups({ material, words }: Draft): Line[] {
  const { targetGroup } = words.drafts;
  if (material.groups.every(({ labelCs }) => labelCs === null)) return [];
  return material.groups.map(({ labelCs, labelEn, total, women, entered }) => {
    const label = (words.language === "cs" ? labelCs : labelEn) ?? targetGroup.unknownGroup;
    return { text: `${targetGroup.group(label, total, women, entered)}.`, weight: total };
  });
}

function late({ figures, words }: Draft): string {
  const { lateMinutes } = figures.people;
  const { targetGroup } = words.drafts;
  if (lateMinutes === 0) return "";
  return lateMinutes > 0
    ? targetGroup.late(words.ofSupport(lateMinutes))
    : targetGroup.lateLess(words.byHours(-lateMinutes));
}
