import { type Id, project } from "./roots.ts";

const requests = (id: Id) => `${project(id)}/payment-requests`;
const request = (id: Id, requestId: Id) => `${requests(id)}/${requestId}`;

/** Addresses of requests for payment, of what they claim and of their lists of vouchers. */
export const paymentRequestPaths = {
  paymentRequests: requests,
  newPaymentRequest: (id: Id) => `${requests(id)}/new`,
  paymentRequest: request,
  editPaymentRequest: (id: Id, requestId: Id) => `${request(id, requestId)}/edit`,
  claims: (id: Id, requestId: Id) => `${request(id, requestId)}/claims`,
  wholeClaims: (id: Id, requestId: Id) => `${request(id, requestId)}/claims/whole`,
  cuts: (id: Id, requestId: Id) => `${request(id, requestId)}/cuts`,
  requestSubmission: (id: Id, requestId: Id) => `${request(id, requestId)}/submission`,
  newRequestSubmission: (id: Id, requestId: Id) => `${request(id, requestId)}/submission/new`,
  requestReturn: (id: Id, requestId: Id) => `${request(id, requestId)}/return`,
  newRequestReturn: (id: Id, requestId: Id) => `${request(id, requestId)}/return/new`,
  requestWithdrawal: (id: Id, requestId: Id) => `${request(id, requestId)}/withdrawal`,
  newRequestWithdrawal: (id: Id, requestId: Id) => `${request(id, requestId)}/withdrawal/new`,
  requestDecision: (id: Id, requestId: Id) => `${request(id, requestId)}/decision`,
  newRequestDecision: (id: Id, requestId: Id) => `${request(id, requestId)}/decision/new`,
  requestReconsideration: (id: Id, requestId: Id) =>
    `${request(id, requestId)}/decision/reconsideration`,
  receipts: (id: Id, requestId: Id) => `${request(id, requestId)}/receipts`,
  newReceipt: (id: Id, requestId: Id) => `${request(id, requestId)}/receipts/new`,
  receiptRemoval: (id: Id, requestId: Id, receiptId: Id) =>
    `${request(id, requestId)}/receipts/${receiptId}/removal`,
  voucherLists: (id: Id, requestId: Id) => `${request(id, requestId)}/voucher-lists`,
  /** `sd-1.xlsx`, `sd-2.xlsx`, `sd-2.xml`; the request is in the query. */
  voucherList: (id: Id, file: string) => `${project(id)}/exports/${file}`,
};
