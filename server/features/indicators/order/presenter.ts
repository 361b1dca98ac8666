import type { Indicator } from "../../../../db/queries/indicators.ts";
import { paths } from "../../../paths.ts";
import type { Texts } from "../../../texts/index.ts";
import { indicatorKinds } from "../rules.ts";
import { indicatorTitle } from "../words.ts";

/** Each indicator moves among those of its kind. */
export function presentOrder(projectId: number, indicators: readonly Indicator[], texts: Texts) {
  const { orderPage, order, kinds, columns } = texts.indicators;
  const groups = indicatorKinds.map((kind) => {
    const ofKind = indicators.filter((indicator) => indicator.kind === kind);
    const lines = ofKind.map((indicator, index) => ({
      id: `indicator-${indicator.id}`,
      name: indicatorTitle(indicator),
      action: paths.indicatorPosition(projectId, indicator.id),
      up: index > 0 ? orderPage.up(indicator.name) : null,
      down: index < ofKind.length - 1 ? orderPage.down(indicator.name) : null,
    }));
    return { title: kinds[kind], lines };
  });
  return {
    title: order,
    hint: orderPage.hint,
    columns: { name: columns.name, place: orderPage.place },
    groups: groups.filter(({ lines }) => lines.length > 0),
    back: { href: paths.indicators(projectId), label: orderPage.done },
  };
}
