import { createHash } from "node:crypto";
import type { Database } from "../../../../db/connection.ts";
import type { PaymentRequest } from "../../../../db/queries/payment-requests.ts";
import {
  findBeneficiaryIco,
  insertVoucherListExport,
  listPayVouchers,
  listVoucherListExports,
  listVouchers,
  type PayVoucher,
  type Voucher,
  type VoucherListKind,
} from "../../../../db/queries/voucher-lists.ts";
import { type Author, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { loadFrame } from "../frame.ts";
import { recordRequest } from "../keeping.ts";
import { type Fault, isPartial, MOST_RECORDS, payFaults, voucherFaults } from "./rules.ts";

export interface CheckedVoucher<Row extends Voucher = Voucher> {
  voucher: Row;
  faults: Fault[];
  isPartial: boolean;
}

export interface VoucherLists {
  payerIco: string | null;
  sd1: CheckedVoucher[];
  /** Null where the viewer may not read pay. */
  sd2: CheckedVoucher<PayVoucher>[] | null;
}

/** Both lists of a request, each row with what it lacks. */
export async function loadVoucherLists(
  db: Database,
  request: PaymentRequest,
  { readsPay }: { readsPay: boolean },
): Promise<VoucherLists> {
  const { filter } = await loadFrame(db, request);
  const of = { requestId: request.id, versionId: filter.versionId };
  const payerIco = await findBeneficiaryIco(db, request.projectId);
  const documents = await listVouchers(db, of);
  const pay = readsPay ? await listPayVouchers(db, of) : null;
  return {
    payerIco,
    sd1: documents.map((voucher) => checked(voucher, voucherFaults(voucher))),
    sd2: pay?.map((voucher) => checked(voucher, payFaults(voucher, payerIco))) ?? null,
  };
}

function checked<Row extends Voucher>(voucher: Row, faults: Fault[]): CheckedVoucher<Row> {
  return { voucher, faults, isPartial: isPartial(voucher) };
}

export const listExports = listVoucherListExports;

/** How many files SD-2 comes in. */
export function fileCount(records: number): number {
  return Math.ceil(records / MOST_RECORDS);
}

/** The records of one numbered file, from 1; none beyond the last. */
export function ofFile<Row>(rows: readonly Row[], file: number): Row[] {
  return rows.slice((file - 1) * MOST_RECORDS, file * MOST_RECORDS);
}

/** Puts down who took which list, and what exactly was in the file. */
export async function noteVoucherExport(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  request: PaymentRequest,
  file: { list: VoucherListKind; format: "xlsx" | "xml"; rows: number; content: Buffer | string },
): Promise<void> {
  const { list, format, rows, content } = file;
  const sha256 = createHash("sha256").update(content).digest("hex");
  await change(deps, author, async (one) => {
    await insertVoucherListExport(one.trx, {
      ...{ requestId: request.id, list, format, rows, sha256 },
      ...{ exportedBy: one.by, exportedAt: one.at },
    });
    const { projectId, id } = request;
    recordRequest(one, { projectId, id }, "payment-request.exported", {
      file: [null, `${list}.${format}`],
      claims: [null, rows],
    });
  });
}
