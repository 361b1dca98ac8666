import type { PayVoucher, Voucher } from "../../../../db/queries/voucher-lists.ts";
import type { Texts } from "../../../texts/index.ts";
import type { Column } from "../../../web/workbook.ts";
import { nameParts } from "./rules.ts";

type Value<Row> = (row: Row) => string | number | null;

/** SD-1: documents other than pay. */
export function documentSheet({ voucherLists }: Texts): Column<Voucher>[] {
  const { columns } = voucherLists;
  const { text, money, day } = columnsOf<Voucher>();
  return [
    text(columns.line, (row) => row.lineCode),
    text(columns.lineName, (row) => row.lineName),
    text(columns.documentNumber, (row) => row.documentNumber),
    text(columns.supplier, (row) => row.supplierName),
    text(columns.supplierIco, (row) => row.supplierIco),
    text(columns.description, (row) => row.description),
    day(columns.issuedOn, (row) => row.issuedOn),
    day(columns.paidOn, (row) => row.paidOn),
    money(columns.total, (row) => row.totalHalere),
    money(columns.net, (row) => row.netHalere),
    money(columns.amount, (row) => row.amountHalere),
    money(columns.claimed, (row) => row.claimedHalere),
    text(columns.contract, (row) => row.contractNumber),
    text(columns.order, (row) => row.orderNumber),
  ];
}

/** SD-2: pay. */
export function paySheet({ voucherLists }: Texts): Column<PayVoucher>[] {
  const { columns } = voucherLists;
  const { text, money, day, hours } = columnsOf<PayVoucher>();
  return [
    text(columns.line, (row) => row.lineCode),
    text(columns.lineName, (row) => row.lineName),
    text(columns.surname, (row) => nameParts(row.personName)?.surname ?? row.personName),
    text(columns.forenames, (row) => nameParts(row.personName)?.forenames ?? null),
    text(columns.relation, (row) => row.contractCode),
    day(columns.month, (row) => row.month && `${row.month}-01`),
    text(columns.description, (row) => row.description),
    day(columns.paidOn, (row) => row.paidOn),
    money(columns.pay, (row) => row.payHalere),
    hours(columns.fundHours, (row) => row.fundHours),
    hours(columns.projectHours, (row) => row.projectHours),
    money(columns.otherWithLevies, (row) => row.otherWithLeviesHalere),
    money(columns.levies, (row) => row.leviesHalere),
    money(columns.otherWithoutLevies, (row) => row.otherWithoutLeviesHalere),
    money(columns.amount, (row) => row.amountHalere),
    money(columns.claimed, (row) => row.claimedHalere),
  ];
}

function columnsOf<Row>() {
  const column =
    (type: "text" | "money" | "day") =>
    (header: string, value: Value<Row>): Column<Row> => ({
      header,
      type,
      value,
      ...(type === "text" ? { width: 22 } : {}),
    });
  const hours = (header: string, value: Value<Row>): Column<Row> => ({
    header,
    type: "scaled",
    decimals: () => 2,
    value,
  });
  return { text: column("text"), money: column("money"), day: column("day"), hours };
}
