import { drawBackdrop } from "./backdrop.ts";
import type { Chart, Shape } from "./chart.ts";
import type { ChartInput, ChartPin } from "./chart-input.ts";
import { type DrawingContext, drawingContext } from "./drawing-context.ts";
import { horizontalLine, rectanglePath, tenths } from "./geometry.ts";
import {
  axisLabels,
  continuedHead,
  drawHead,
  type HeadPlan,
  planHead,
  tiersHeight,
} from "./head.ts";
import { drawLegend, type LegendPlan, planLegend } from "./legend.ts";
import { periodBands } from "./periods.ts";
import { drawRow, planRow, type RowPlan, titleColumn } from "./rows.ts";
import { tidyText } from "./text-width.ts";

interface ChartPlan {
  context: DrawingContext;
  head: HeadPlan;
  rows: RowPlan[];
  legend: LegendPlan;
}

/** From this height on the axis stands under the rows too. */
const LONG_BODY = 640;

const DENSITIES = [1, 1.05, 1.1];

/** The whole chart as one drawing. */
export function drawChart(input: ChartInput): Chart {
  const plan = planChart(input);
  return drawPage(plan, plan.rows, { legend: true, foot: true });
}

/**
 * For print: as many drawings as sheets are needed, each with its axis. `sheet` is in px at full size; the
 * drawings may be up to a tenth larger, and printed as much smaller, where that saves a sheet.
 */
export function drawChartPages(
  input: Omit<ChartInput, "width">,
  sheet: { width: number; height: number },
): Chart[] {
  let best: { plan: ChartPlan; pages: RowPlan[][] } | undefined;
  for (const density of DENSITIES) {
    const plan = planChart({ ...input, width: Math.round(sheet.width * density) });
    const pages = splitRows(plan, sheet.height * density);
    if (!best || pages.length < best.pages.length) best = { plan, pages };
    if (pages.length === 1) break;
  }
  return best ? drawPages(best.plan, best.pages) : [];
}

function drawPages(plan: ChartPlan, pages: readonly RowPlan[][]): Chart[] {
  const continued = { ...plan, head: continuedHead(plan.head) };
  return pages.map((rows, index) => {
    const legend = index === pages.length - 1;
    return drawPage(index === 0 ? plan : continued, rows, { legend, foot: false });
  });
}

function planChart(input: ChartInput): ChartPlan {
  const context = drawingContext(input);
  const { ofRow, ofProject } = sortPins(input);
  const column = titleColumn(input.rows, context);
  const rows = input.rows.map((row) => planRow(row, ofRow.get(row.key) ?? [], column, context));
  const head = planHead(ofProject, context);
  const places = [...rows, ...head.bands].flatMap(({ pins }) => pins.placed);
  const hasGroups = places.some(({ pins }) => pins.length > 1);
  return { context, head, rows, legend: planLegend(hasGroups, context) };
}

function sortPins({ rows, pins }: ChartInput) {
  const ofRow = new Map<string, ChartPin[]>(rows.map(({ key }) => [key, []]));
  const ofProject: ChartPin[] = [];
  for (const pin of pins) (ofRow.get(pin.rowKey ?? "") ?? ofProject).push(pin);
  return { ofRow, ofProject };
}

/** A page takes rows while they fit, and at least one. The legend is on the last page. */
function splitRows({ head, rows, legend }: ChartPlan, pageHeight: number): RowPlan[][] {
  const pages: RowPlan[][] = [[]];
  let left = pageHeight - head.height;
  for (const [index, row] of rows.entries()) {
    const needed = row.height + (index === rows.length - 1 ? legend.height : 0);
    const page = pages.at(-1) ?? [];
    if (page.length === 0 || needed <= left) page.push(row);
    else {
      pages.push([row]);
      left = pageHeight - continuedHead(head).height;
    }
    left -= row.height;
  }
  return pages;
}

function drawPage(
  plan: ChartPlan,
  rowPlans: readonly RowPlan[],
  parts: { legend: boolean; foot: boolean },
): Chart {
  const { context, head, legend } = plan;
  const { input, scale, todayX } = context;
  const { tops, tiers } = head;
  const drawn = drawHead(head, context);
  const { rows, bottom, backdrop } = drawRows(rowPlans, head.height, context);
  const edges = [head.height, bottom].map((y) => horizontalLine(y, 0, input.width)).join("");
  const isLong = parts.foot && bottom - head.height > LONG_BODY;
  const foot = isLong ? axisLabels(tiers, bottom, context) : [];
  const legendTop = bottom + (foot.length > 0 ? tiersHeight(tiers) : 0);
  return {
    name: tidyText(input.texts.name),
    width: input.width,
    height: Math.ceil(legendTop + (parts.legend ? legend.height : 2)),
    timeArea: {
      x: scale.left,
      y: tops.axis,
      width: scale.right - scale.left,
      height: bottom - tops.axis,
    },
    todayX: todayX === null ? null : tenths(todayX),
    backdrop: [
      ...periodBands(tops.periods, bottom, context),
      ...drawBackdrop(tiers, { axis: tops.axis, periods: tops.periods, bottom }, context),
      ...backdrop,
      { className: "timeline__rule timeline__rule--major", d: edges },
    ],
    labels: [...drawn.labels, ...foot],
    periods: drawn.periods,
    headPins: drawn.pins,
    rows,
    legend: parts.legend ? drawLegend(legend, legendTop) : { shapes: [], labels: [] },
  };
}

function drawRows(plans: readonly RowPlan[], top: number, context: DrawingContext) {
  let bottom = top;
  const backdrop: Shape[] = [];
  const rows = plans.map((plan) => {
    const row = drawRow(plan, bottom, context);
    backdrop.push(...rowBackdrop(plan, bottom, context));
    bottom += plan.height;
    return row;
  });
  return { rows, bottom, backdrop };
}

/** A line above the row, and on a phone a clear strip behind its title. */
function rowBackdrop(plan: RowPlan, top: number, { input, metrics }: DrawingContext): Shape[] {
  const level = `timeline__rule timeline__rule--level-${plan.row.level}`;
  const left = plan.row.level === 0 ? 0 : plan.codeX;
  const rule = { className: level, d: horizontalLine(top, left, input.width) };
  if (plan.stripHeight === 0) return [rule];
  const height = metrics.rowPadding + plan.stripHeight - 2;
  const strip = rectanglePath({ x: 0, y: top, width: input.width, height });
  return [{ className: "timeline__strip", d: strip }, rule];
}
