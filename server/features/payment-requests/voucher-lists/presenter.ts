import type { PaymentRequest } from "../../../../db/queries/payment-requests.ts";
import type {
  listVoucherListExports,
  PayVoucher,
  Voucher,
} from "../../../../db/queries/voucher-lists.ts";
import { paths } from "../../../paths.ts";
import { withQuery } from "../../../web/query-string.ts";
import { requestName, type Wording } from "../words.ts";
import { type Fault, MOST_RECORDS, partsDifference } from "./rules.ts";
import { type CheckedVoucher, fileCount, type VoucherLists } from "./service.ts";

type Exports = Awaited<ReturnType<typeof listVoucherListExports>>;

const MOST_SHOWN = 200;

export function presentVoucherLists(
  request: PaymentRequest,
  lists: VoucherLists,
  exports: Exports,
  wording: Wording,
) {
  const { texts, formats } = wording;
  const { voucherLists: words } = texts;
  return {
    pageHeader: {
      title: words.title,
      code: requestName(request, wording),
      subtitle: words.subtitle,
    },
    labels: words,
    lists: [
      presentList(request, "sd-1", lists.sd1, wording),
      ...(lists.sd2 ? [presentList(request, "sd-2", lists.sd2, wording)] : []),
    ],
    payHidden: lists.sd2 === null ? words.payHidden : null,
    exports: exports.map((one) => ({
      file: `${one.list}.${one.format}`,
      rows: words.count(formats.number(one.rows), one.rows),
      when: formats.dateTime(one.exportedAt),
      who: one.exportedByName ?? texts.history.system,
    })),
  };
}

function presentList(
  request: PaymentRequest,
  list: "sd-1" | "sd-2",
  rows: readonly CheckedVoucher[],
  wording: Wording,
) {
  const { texts, formats } = wording;
  const { voucherLists: words } = texts;
  const faulty = rows.filter(({ faults }) => faults.length > 0);
  const n = formats.number(faulty.length);
  const isXmlBarred = list === "sd-2" && faulty.length > 0;
  const shown = rows.filter(({ faults, isPartial }) => faults.length > 0 || isPartial);
  return {
    id: list,
    title: words.lists[list],
    count: words.count(formats.number(rows.length), rows.length),
    isEmpty: rows.length === 0,
    notice:
      faulty.length === 0
        ? { tone: "success" as const, text: words.complete }
        : {
            tone: "warning" as const,
            text: isXmlBarred ? words.incomplete(n) : words.incompleteSheet(n),
          },
    split: list === "sd-2" && rows.length > MOST_RECORDS ? words.split(String(MOST_RECORDS)) : null,
    downloads: [
      { href: fileHref(request, `${list}.xlsx`), label: words.xlsx },
      ...(list === "sd-2" && !isXmlBarred ? xmlFiles(request, rows.length, wording) : []),
    ],
    rows: shown.slice(0, MOST_SHOWN).map((row) => presentRow(request, row, wording)),
  };
}

function presentRow(request: PaymentRequest, row: CheckedVoucher, { texts, formats }: Wording) {
  const { voucherLists: words } = texts;
  const { voucher, faults, isPartial } = row;
  return {
    href: paths.expenditure(request.projectId, voucher.expenditureId),
    document: documentOf(voucher),
    description: voucher.description,
    missing: [
      ...faults.map((fault) => faultText(fault, voucher, { texts, formats })),
      ...(isPartial ? [words.partial(formats.money(voucher.claimedHalere))] : []),
    ].join(", "),
  };
}

function faultText(
  fault: Fault,
  voucher: Voucher | PayVoucher,
  { texts, formats }: Pick<Wording, "texts" | "formats">,
): string {
  const { voucherLists: words } = texts;
  if (fault !== "parts" || !("month" in voucher)) return words.faults[fault];
  const difference = partsDifference(voucher);
  const sum = formats.money(Math.abs(difference));
  return difference > 0 ? words.partsOver(sum) : words.partsUnder(sum);
}

function documentOf({ documentNumber, description }: Voucher): string {
  return documentNumber ?? description;
}

function xmlFiles(request: PaymentRequest, records: number, { texts, formats }: Wording) {
  const { voucherLists: words } = texts;
  const files = fileCount(records);
  return Array.from({ length: files }, (_, index) => ({
    href: fileHref(request, "sd-2.xml", files > 1 ? index + 1 : null),
    label: files > 1 ? words.xmlPart(formats.number(index + 1), formats.number(files)) : words.xml,
  }));
}

function fileHref({ projectId, id }: PaymentRequest, name: string, file: number | null = null) {
  return withQuery(paths.voucherList(projectId, name), { request: id, file });
}
