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
      up: { label: orderPage.up(indicator.name), isDisabled: index === 0 },
      down: {
        label: orderPage.down(indicator.name),
        isDisabled: index === ofKind.length - 1,
      },
    }));
    return { title: kinds[kind], lines };
  });
  return {
    pageHeader: {
      title: order,
      subtitle: orderPage.hint,
      actions: { primary: { href: paths.indicators(projectId), label: orderPage.done } },
    },
    columns: { name: columns.name, place: orderPage.place },
    groups: groups.filter(({ lines }) => lines.length > 0),
  };
}
