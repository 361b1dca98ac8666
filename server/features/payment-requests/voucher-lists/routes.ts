import { type Request, type Response, Router } from "express";
import {
  findPaymentRequest,
  listPaymentRequests,
  type PaymentRequest,
} from "../../../../db/queries/payment-requests.ts";
import { allow, can } from "../../../access/allow.ts";
import { loadProject } from "../../../access/load-project.ts";
import { projectOf, viewerOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { authorOf } from "../../../web/form.ts";
import { idParam } from "../../../web/id-param.ts";
import { pageNumber } from "../../../web/pagination.ts";
import { limitExports } from "../../../web/rate-limits.ts";
import { type WorkbookSheet, workbookBuffer } from "../../../web/workbook.ts";
import { noteStaffDataShown } from "../../positions/accesses/service.ts";
import { loadRequest, requestCrumbs, requestOf } from "../pages.ts";
import { presentVoucherLists } from "./presenter.ts";
import { payRecord } from "./rules.ts";
import { fileCount, listExports, loadVoucherLists, noteVoucherExport, ofFile } from "./service.ts";
import { documentSheet, paySheet } from "./sheets.ts";
import { payListXml } from "./xml.ts";

/** Lists of vouchers of a request: what they lack, and the files once they are asked for. */
export function voucherListRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.param("requestId", loadRequest(deps));
  const limit = limitExports();
  const view = allow("payment-request:view");
  const pay = allow("staff-data:read");
  router.get(paths.voucherLists(":projectId", ":requestId"), view, (req, res) =>
    showLists(deps, req, res, requestOf(res)),
  );
  router.get(paths.voucherList(":projectId", "sd-1.xlsx"), view, limit, async (req, res) => {
    const request = await requestAsked(deps, req, res);
    const { sd1 } = await loadVoucherLists(deps.db, request, { readsPay: false });
    const rows = sd1.map(({ voucher }) => voucher);
    const sheet = { name: "SD-1", columns: documentSheet(res.locals.texts), rows };
    await sendSheet(deps, req, res, { request, list: "sd-1", sheet });
  });
  router.get(paths.voucherList(":projectId", "sd-2.xlsx"), pay, limit, async (req, res) => {
    const request = await requestAsked(deps, req, res);
    const { sd2 } = await loadVoucherLists(deps.db, request, { readsPay: true });
    const rows = (sd2 ?? []).map(({ voucher }) => voucher);
    const sheet = { name: "SD-2", columns: paySheet(res.locals.texts), rows };
    await noteShown(deps, req, res);
    await sendSheet(deps, req, res, { request, list: "sd-2", sheet });
  });
  router.get(paths.voucherList(":projectId", "sd-2.xml"), pay, limit, (req, res) =>
    sendXml(deps, req, res),
  );
  return router;
}

/** The one in the query, inside the project of the address; without it the latest. */
async function requestAsked(
  { db }: Pick<Deps, "db">,
  req: Request,
  res: Response,
): Promise<PaymentRequest> {
  const { id: projectId } = projectOf(res);
  const { request: asked } = req.query;
  const request =
    asked === undefined
      ? (await listPaymentRequests(db, projectId)).at(-1)
      : await findPaymentRequest(db, { projectId, id: idParam(asked) });
  if (!request) throw new NotFound("payment request");
  return request;
}

async function showLists(
  deps: Deps,
  req: Request,
  res: Response,
  request: PaymentRequest,
): Promise<void> {
  const readsPay = can(res, "staff-data:read");
  const lists = await loadVoucherLists(deps.db, request, { readsPay });
  if (readsPay && lists.sd2?.length) await noteShown(deps, req, res);
  const exports = await listExports(deps.db, request.id);
  const model = presentVoucherLists(request, lists, exports, res.locals);
  const { title } = model.pageHeader;
  const breadcrumbs = requestCrumbs(res, { label: title });
  res.locals.page("voucher-lists/show", model, { title, breadcrumbs });
}

async function sendSheet<Row>(
  deps: Deps,
  req: Request,
  res: Response,
  file: { request: PaymentRequest; list: "sd-1" | "sd-2"; sheet: WorkbookSheet<Row> },
): Promise<void> {
  const { request, list, sheet } = file;
  const content = await workbookBuffer<[Row]>([sheet]);
  const rows = sheet.rows.length;
  const noted = { list, format: "xlsx", rows, content } as const;
  await noteVoucherExport(deps, authorOf(req, res), request, noted);
  res.attachment(`${fileName(res, list, request)}.xlsx`);
  res.type("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet").send(content);
}

/** One of the numbered files; what is not complete is told on the page of the lists instead. */
async function sendXml(deps: Deps, req: Request, res: Response): Promise<void> {
  const request = await requestAsked(deps, req, res);
  const { payerIco, sd2 } = await loadVoucherLists(deps.db, request, { readsPay: true });
  const all = sd2 ?? [];
  if (all.length === 0 || all.some(({ faults }) => faults.length > 0)) {
    res.status(422);
    return showLists(deps, req, res, request);
  }
  const file = pageNumber(req.query.file);
  const files = fileCount(all.length);
  if (file > files) throw new NotFound("file");
  const records = ofFile(all, file).map(({ voucher }) => payRecord(voucher, payerIco));
  const content = payListXml(records, res.locals.today);
  const noted = { list: "sd-2", format: "xml", rows: records.length, content } as const;
  await noteShown(deps, req, res);
  await noteVoucherExport(deps, authorOf(req, res), request, noted);
  const part = files > 1 ? `-${file}` : "";
  res.attachment(`${fileName(res, "sd-2", request)}${part}.xml`);
  res.type("application/xml; charset=utf-8").send(content);
}

function fileName(res: Response, list: "sd-1" | "sd-2", { number }: PaymentRequest): string {
  return `${res.locals.texts.voucherLists.fileNames[list]}-${number}`;
}

async function noteShown(deps: Deps, req: Request, res: Response): Promise<void> {
  const page = `${req.method} ${String(req.route?.path ?? "")}`;
  const { id: projectId } = projectOf(res);
  await noteStaffDataShown(deps, { projectId, userId: viewerOf(res).id, page });
}
