import type { RecordedPay } from "../../../../db/queries/payroll-items.ts";
import { paths } from "../../../paths.ts";
import { errorText } from "../../../texts/error-text.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import type { Halere } from "../../../values/money.ts";
import { addToMonth, lastDayOf, type Month, monthOf } from "../../../values/month.ts";
import type { FormState, FormValue, FormValues } from "../../../web/form.ts";
import { type Field, presentFields, presentFormErrors } from "../../../web/form-fields.ts";
import { withQuery } from "../../../web/query-string.ts";
import { type Wording, workloadText } from "../../positions/words.ts";
import { totalOf } from "../../timesheets/rules.ts";
import { hoursText, sheetPill } from "../../timesheets/words.ts";
import { leviesOf, paysLevies } from "../rules.ts";
import type { PayMonth, ProposedPay } from "./proposals.ts";
import { cellId } from "./schema.ts";

interface ProjectSpan {
  id: number;
  startsOn: CalendarDate;
  endsOn: CalendarDate;
}

export interface PayMonthPage extends PayMonth {
  project: ProjectSpan;
}

export function presentPayMonth(
  page: PayMonthPage,
  state: FormState,
  tabs: object | undefined,
  wording: Wording,
) {
  const { texts, formats } = wording;
  const { payrollMonth: words } = texts;
  const { project, month, proposals, recorded, levyRate } = page;
  const isNobody = proposals.length + recorded.length === 0;
  return {
    pageHeader: { title: texts.positions.title, subtitle: words.subtitle, tabs },
    labels: words,
    monthTitle: `${words.title}, ${formats.monthName(month)}`,
    months: presentMonths(page, wording),
    rule:
      levyRate === undefined
        ? { tone: "warning", text: words.noRule }
        : { tone: "info", text: words.rule(formats.share(levyRate * 100)) },
    formErrors: presentFormErrors(state, texts),
    form: { submission: state.submission },
    action: withQuery(paths.payrollMonth(project.id), { month }),
    days: presentDays(state, wording),
    rows: proposals.map((one) => presentRow(one, page, state, wording)),
    recorded: presentRecorded(project.id, recorded, wording),
    emptyState: { text: isNobody ? words.nobody : words.empty, icon: "circle-check" },
    formFooter: { submit: words.save, cancel: { href: paths.staff(project.id) } },
  };
}

/** The months beside, none before the project or ahead of today. */
function presentMonths({ project, month }: PayMonthPage, { formats, today }: Wording) {
  const link = (to: Month) => ({
    href: withQuery(paths.payrollMonth(project.id), { month: to }),
    label: formats.monthName(to),
  });
  const [previous, next] = [addToMonth(month, -1), addToMonth(month, 1)];
  return {
    previous: previous >= monthOf(project.startsOn) ? link(previous) : null,
    next: next <= monthOf(today) && next <= monthOf(project.endsOn) ? link(next) : null,
  };
}

function presentDays(state: FormState, { texts }: Wording): Field[] {
  const { days } = texts.payrollMonth;
  return presentFields(
    [
      { type: "date", name: "issuedOn", label: days.issuedOn, isRequired: true, width: "short" },
      {
        ...{ type: "date", name: "paidOn", label: days.paidOn, width: "short" },
        hint: days.paidOnHint,
      },
    ],
    state,
    texts,
  );
}

function presentRow(proposal: ProposedPay, page: PayMonthPage, state: FormState, wording: Wording) {
  const { texts, formats } = wording;
  const { assignment, line, sheet, hours, weekdays, codes } = proposal;
  const { id, projectId, personName, positionName } = assignment;
  const { payrollMonth: words } = texts;
  const part =
    weekdays.held === weekdays.all
      ? []
      : [words.part(formats.number(weekdays.held), formats.number(weekdays.all))];
  const key = [projectId, id, page.month] as const;
  const cell = cellOf(proposal, state, wording);
  return {
    id,
    isChosen: asList(state.values.chosen).includes(String(id)),
    chooseLabel: words.labelOf(words.columns.choose, personName),
    person: personName,
    about: [positionName, line ? `${line.code} ${line.name}` : texts.positions.noLine].join(", "),
    sheet: sheetPill(sheet, texts),
    sheetHref: sheet ? paths.timesheet(...key) : paths.editTimesheet(...key),
    workload: workloadText(assignment.heldMilli, wording),
    notes: [...part, ...(proposal.isPayAgreed ? [] : [words.noPay])].join(", "),
    hours: hours && {
      fund: hoursText(hours.fundE2, formats),
      project: hoursText(hours.projectE2, formats),
    },
    documentNumber: cell("documentNumber", "text", words.columns.document),
    contract: codes.length === 1 ? codes[0] : null,
    contractCode: {
      ...cell("contractCode", codes.length === 1 ? "hidden" : "select", words.columns.contract),
      options: codes.map((value) => ({ value, label: value })),
    },
    fundHours: cell("fundHours", hours ? "hidden" : "number", words.columns.fundHours),
    projectHours: cell("projectHours", hours ? "hidden" : "number", words.columns.projectHours),
    pay: cell("pay", "number", words.columns.pay),
    levies: cell("levies", "number", words.columns.levies),
  };
}

/** A field of one person's row: the same name in each row, an id and an error of its own. */
function cellOf({ assignment }: ProposedPay, state: FormState, { texts }: Wording) {
  const { id: assignmentId, personName } = assignment;
  const place = asList(state.values.assignment).indexOf(String(assignmentId));
  return (name: string, type: Field["type"], column: string): Field => {
    const id = cellId(name, assignmentId);
    const error = state.errors[id];
    return {
      ...{ type, name, id, isLabelHidden: true },
      label: texts.payrollMonth.labelOf(column, personName),
      value: asList(state.values[name])[place] ?? "",
      ...(error === undefined ? {} : { error: errorText(texts, error) }),
    };
  };
}

function presentRecorded(projectId: number, recorded: readonly RecordedPay[], wording: Wording) {
  const { formats } = wording;
  const sum = (of: (one: RecordedPay) => Halere) =>
    formats.money(recorded.reduce((total, one) => total + of(one), 0));
  return {
    rows: recorded.map((one) => ({
      href: paths.expenditure(projectId, one.expenditureId),
      person: one.personName,
      position: one.positionName,
      document: one.documentNumber ?? "",
      paidOn: one.paidOn === null ? "" : formats.date(one.paidOn),
      pay: formats.money(one.payHalere),
      levies: formats.money(one.leviesHalere),
      amount: formats.money(one.amountHalere),
    })),
    pay: sum(({ payHalere }) => payHalere),
    levies: sum(({ leviesHalere }) => leviesHalere),
    amount: sum(({ amountHalere }) => amountHalere),
  };
}

/** What is proposed: chosen are those whose pay and hours are known. */
export function proposedValues(page: PayMonthPage, wording: Wording): FormValues {
  const { project, month, proposals, recorded } = page;
  const { today } = wording;
  const issuedOn = [lastDayOf(month), today, project.endsOn].toSorted()[0] ?? today;
  const rows = proposals.map((one, index) =>
    rowValues(one, { page, number: recorded.length + index + 1 }, wording),
  );
  const column = (name: string): FormValue => rows.map((row) => row[name] ?? "");
  const isReady = ({ grossHalere, hours }: ProposedPay) => grossHalere !== null && hours !== null;
  const ready = proposals.filter(isReady).map(({ assignment }) => String(assignment.id));
  const names = ["documentNumber", "contractCode", "pay", "levies", "fundHours", "projectHours"];
  return {
    issuedOn,
    paidOn: "",
    assignment: proposals.map(({ assignment }) => String(assignment.id)),
    chosen: ready,
    ...Object.fromEntries(names.map((name) => [name, column(name)])),
  };
}

function rowValues(
  { codes, grossHalere, hours, fundE2, sheet }: ProposedPay,
  { page, number }: { page: PayMonthPage; number: number },
  { texts, formats }: Wording,
): Record<string, string> {
  const [contractCode = "Smlouva"] = codes;
  const rate = paysLevies(contractCode) ? (page.levyRate ?? 0) : 0;
  const money = (halere: Halere | null) => (halere === null ? "" : formats.inputMoney(halere));
  const isAsked = hours === null;
  return {
    documentNumber: texts.payrollMonth.documentNumber(page.month, String(number).padStart(2, "0")),
    contractCode,
    pay: money(grossHalere),
    levies: grossHalere === null ? "" : money(leviesOf(grossHalere, rate)),
    fundHours: isAsked && fundE2 > 0 ? formats.inputScaled(fundE2, 2) : "",
    projectHours: isAsked && sheet ? formats.inputScaled(totalOf(sheet), 2) : "",
  };
}

function asList(value: FormValue | undefined): string[] {
  if (value === undefined) return [];
  return typeof value === "string" ? [value] : value;
}
