import { FINANCE, P, READERS, type Who } from "./roles.ts";

const ONE = `${P}/payment-requests/:requestId`;
/** Who may read pay. */
const STAFF_DATA = ["manager", "finance"];

/** Doors of requests for payment, of their claims and of the lists of vouchers. */
export const paymentRequests: Record<string, Who> = {
  [`GET ${P}/payment-requests`]: READERS,
  [`GET ${P}/payment-requests/new`]: FINANCE,
  [`POST ${P}/payment-requests`]: FINANCE,
  [`GET ${ONE}`]: READERS,
  [`GET ${ONE}/edit`]: FINANCE,
  [`POST ${ONE}`]: FINANCE,
  [`POST ${ONE}/claims`]: FINANCE,
  [`POST ${ONE}/claims/whole`]: FINANCE,
  [`POST ${ONE}/cuts`]: FINANCE,
  [`GET ${ONE}/submission/new`]: FINANCE,
  [`POST ${ONE}/submission`]: FINANCE,
  [`GET ${ONE}/return/new`]: FINANCE,
  [`POST ${ONE}/return`]: FINANCE,
  [`GET ${ONE}/withdrawal/new`]: FINANCE,
  [`POST ${ONE}/withdrawal`]: FINANCE,
  [`GET ${ONE}/decision/new`]: FINANCE,
  [`POST ${ONE}/decision`]: FINANCE,
  [`POST ${ONE}/decision/reconsideration`]: FINANCE,
  [`GET ${ONE}/receipts/new`]: FINANCE,
  [`POST ${ONE}/receipts`]: FINANCE,
  [`POST ${ONE}/receipts/:receiptId/removal`]: FINANCE,

  [`GET ${ONE}/voucher-lists`]: READERS,
  [`GET ${P}/exports/sd-1.xlsx`]: READERS,
  [`GET ${P}/exports/sd-2.xlsx`]: STAFF_DATA,
  [`GET ${P}/exports/sd-2.xml`]: STAFF_DATA,
};
