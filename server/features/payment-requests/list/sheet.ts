import type { Column } from "../../../web/workbook.ts";
import { periodName, type Wording } from "../words.ts";
import type { RequestLine } from "./service.ts";

/** The list as typed cells. */
export function requestSheet(wording: Wording): Column<RequestLine>[] {
  const { columns, kinds, states } = wording.texts.paymentRequests;
  const text = (header: string, value: (line: RequestLine) => string | null) =>
    ({ header, type: "text", value, width: 22 }) as const;
  const money = (header: string, value: (line: RequestLine) => number) =>
    ({ header, type: "money", value }) as const;
  const day = (header: string, value: (line: RequestLine) => string | null) =>
    ({ header, type: "day", value }) as const;
  return [
    { header: columns.number, type: "number", value: ({ request }) => request.number, width: 8 },
    text(columns.kind, ({ request }) => kinds[request.kind]),
    text(columns.period, ({ request }) => periodName(request, wording)),
    text(columns.state, ({ request }) => states[request.state]),
    money(columns.advance, ({ sums }) => sums.advance),
    money(columns.direct, ({ sums }) => sums.direct),
    money(columns.flat, ({ sums }) => sums.flat),
    money(columns.approved, ({ sums }) => sums.approvedDirect + sums.approvedFlat),
    money(columns.cut, ({ sums }) => sums.cut),
    money(columns.moved, ({ sums }) => sums.moved),
    money(columns.received, ({ sums }) => sums.received),
    day(columns.submittedOn, ({ request }) => request.submittedOn),
    day(columns.decidedOn, ({ request }) => request.decidedOn),
    day(columns.receivedOn, ({ request }) => request.receivedOn),
  ];
}
