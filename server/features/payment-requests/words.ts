import type { PaymentRequest, RequestState } from "../../../db/queries/payment-requests.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import type { Pill } from "../../web/health-pill.ts";

export interface Wording {
  texts: Texts;
  formats: Formats;
  today: CalendarDate;
}

const LOOKS: Record<RequestState, Pick<Pill, "tone" | "icon">> = {
  draft: { tone: "grey", icon: "circle-dashed" },
  submitted: { tone: "blue", icon: "circle-dot" },
  returned: { tone: "yellow", icon: "alert-triangle" },
  approved: { tone: "green", icon: "circle-check" },
  paid: { tone: "green", icon: "circle-check" },
  withdrawn: { tone: "grey", icon: "circle-x" },
};

export function requestPill(state: RequestState, { paymentRequests }: Texts): Pill {
  return { ...LOOKS[state], label: paymentRequests.states[state] };
}

export function requestName({ number }: Pick<PaymentRequest, "number">, wording: Wording): string {
  return wording.texts.paymentRequests.one(wording.formats.number(number));
}

/** The monitoring period with its days; null where the request has none. */
export function periodName(request: PaymentRequest, { texts, formats }: Wording): string | null {
  const { periodNumber: number, periodStartsOn: from, periodEndsOn: to } = request;
  if (number === null || from === null || to === null) return null;
  return texts.paymentRequests.period(formats.number(number), formats.dateRange(from, to));
}

/** The sum, or nothing where it is nought: tables are read faster without noughts. */
export function sumOrBlank(halere: number, { formats }: Wording): string {
  return halere === 0 ? "" : formats.money(halere);
}
