import { formatsFor } from "../../../../texts/formats.ts";
import { textsFor } from "../../../../texts/index.ts";
import type { Order } from "../../../exports/writing/orders.ts";
import { writeFile } from "../../../exports/writing/service.ts";
import type { Preparer } from "../../../prepared-files/kinds.ts";
import type { Wording } from "../../words.ts";
import { readMaterial, type SummaryMaterial } from "./material.ts";
import type { SummaryOrder } from "./order.ts";
import { paperOf } from "./paper.ts";
import { sheetsOf } from "./sheets.ts";

const MEDIA_TYPES = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Reads the month of every project, then has the file written in a process of its own. */
export const prepareSummary: Preparer = async ({ db, clock }, { params }, told) => {
  const order = JSON.parse(params) as SummaryOrder;
  const steps = order.projectIds.length + 1;
  const material = await readMaterial(db, order, {
    madeAt: clock.now(),
    told: (done) => told(done, steps),
  });
  const wording = { texts: textsFor(order.language), formats: formatsFor(order.language) };
  const bytes = await writeFile(writingOf(material, wording));
  const { name } = wording.texts.summaries.files;
  return {
    bytes,
    fileName: `${name(order.month)}.${order.format}`,
    mediaType: MEDIA_TYPES[order.format],
  };
};

function writingOf(material: SummaryMaterial, wording: Wording): Order {
  const { format } = material.order;
  return format === "xlsx"
    ? { kind: "sheets", sheets: sheetsOf(material, wording) }
    : { kind: "document", format, paper: paperOf(material, wording) };
}
