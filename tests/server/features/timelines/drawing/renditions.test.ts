import { describe, expect, test } from "vitest";
import { drawChart } from "../../../../../server/features/timelines/drawing/draw-chart.ts";
import { drawRenditions } from "../../../../../server/features/timelines/drawing/renditions.ts";
import { mentalHealthChart } from "../mental-health-chart.ts";

describe("the drawings of a page", () => {
  test("are what is drawn of these facts, again and again", () => {
    const facts = mentalHealthChart();
    const first = drawRenditions(facts, "Harmonogram", "a4");
    const wide = drawChart({ ...facts, medium: "screen", heading: null, width: 1040 });
    expect(first.wide).toEqual(wide);
    const again = drawRenditions(mentalHealthChart(), "Harmonogram", "a4");
    expect(again).toEqual(first);
  });

  test("are other drawings for another title, day, holiday, paper, language and heading", () => {
    const facts = mentalHealthChart();
    const texts = { ...facts.texts, today: "Today" };
    const [row, ...rows] = facts.rows;
    if (!row) throw new Error("no row");
    const drawn = [
      drawRenditions(facts, "Harmonogram", "a4"),
      drawRenditions(
        { ...facts, rows: [{ ...row, title: "Jinak" }, ...rows] },
        "Harmonogram",
        "a4",
      ),
      drawRenditions({ ...facts, today: "2026-01-02" }, "Harmonogram", "a4"),
      drawRenditions({ ...facts, texts }, "Harmonogram", "a4"),
      drawRenditions(facts, "Harmonogram", "a3"),
      drawRenditions(facts, "Timeline", "a4"),
    ];
    expect(new Set(drawn.map((one) => JSON.stringify(one))).size).toBe(drawn.length);
  });

  test("do not change with how many others were drawn meanwhile", () => {
    const facts = mentalHealthChart();
    const first = drawRenditions(facts, "Harmonogram", "a4");
    for (let n = 0; n < 60; n += 1) drawRenditions(facts, `Harmonogram ${n}`, "a4");
    expect(drawRenditions(facts, "Harmonogram", "a4")).toEqual(first);
  });
});
