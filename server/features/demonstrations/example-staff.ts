import { findPosition } from "../../../db/queries/positions.ts";
import type { Person } from "../../../db/seeds/demo/example/activities.ts";
import {
  type ExamplePosition,
  examplePositions,
  LEVIES_PER_MILLE,
  PAY_DAY,
  PROOF_OF_FILLING,
} from "../../../db/seeds/demo/example/expenditures.ts";
import { dayOf, MONTHS_PASSED } from "../../../db/seeds/demo/example/moments.ts";
import { addDays, type CalendarDate, endOfMonth } from "../../values/calendar-date.ts";
import { hundredthsOfHour } from "../../values/duration.ts";
import { monthOf } from "../../values/month.ts";
import { nobody, type OwnerEntry } from "../../values/owner.ts";
import { previousWorkingDay } from "../../values/working-days.ts";
import { savePayrollItem } from "../payroll/service.ts";
import { createAssignment } from "../positions/assignments/service.ts";
import { createPosition } from "../positions/service.ts";
import { recordPositionState } from "../positions/states/service.ts";
import { record } from "./example-expenditures.ts";
import type { Example } from "./example-project.ts";
import { tellTimesheets } from "./example-timesheets.ts";

const DAYS_TO_ADVERTISE = 20;

interface Telling {
  example: Example;
  position: ExamplePosition;
  id: number;
  assignmentId: number;
}

/** Positions, who came into them, and what they are paid each month. */
export function tellStaff(example: Example): void {
  for (const position of examplePositions) tell({ example, position, id: 0, assignmentId: 0 });
}

function tell(telling: Telling): void {
  const { example, position } = telling;
  const { story, teller } = example;
  const from = position.from ?? 0;
  teller.on(story.startsOn, () => create(telling));
  if (position.isToBeCreated)
    teller.on(addDays(story.startsOn, DAYS_TO_ADVERTISE), () => step(telling, "advertised"));
  if (position.holder === undefined) return;
  const comesOn = dayOf(story, [from, 1]);
  teller.on(comesOn, () => assign(telling, comesOn));
  if (position.isToBeCreated) teller.on(comesOn, () => step(telling, "filled"));
  if (position.work) tellTimesheets(example, position.work, () => telling.assignmentId);
  if (position.pay === undefined) return;
  for (let month = from; month < MONTHS_PASSED; month += 1) {
    const paidOn = previousWorkingDay(dayOf(story, [month + 1, PAY_DAY]));
    teller.on(paidOn, () => pay(telling, { month, paidOn }));
  }
}

async function create(telling: Telling): Promise<void> {
  const { example, position } = telling;
  const { name, contract, line, activity, workloadMilli, isToBeCreated = false } = position;
  telling.id = await createPosition(example.deps, example.author("manager"), example.id(), {
    ...{ name, contract, workloadMilli, isToBeCreated },
    funding: line === null ? "flat-rate" : "direct",
    budgetLineId: line === null ? null : example.line(line),
    activityId: activity === undefined ? null : example.activity(activity),
    ...{ milestoneId: null, note: null },
  });
}

async function step(telling: Telling, state: "advertised" | "filled"): Promise<void> {
  const { example, id } = telling;
  const { deps } = example;
  const key = { projectId: example.id(), id };
  const { version = 1 } = (await findPosition(deps.db, key)) ?? {};
  const proof = state === "filled" ? PROOF_OF_FILLING : null;
  await recordPositionState(deps, example.author("manager"), key, {
    ...{ version, state, validOn: deps.clock.today() },
    ...{ proof, proofUrl: null, note: null },
  });
}

async function assign(telling: Telling, startsOn: CalendarDate): Promise<void> {
  const { example, position, id } = telling;
  const { workloadMilli, holder = "manager" } = position;
  const key = { projectId: example.id(), positionId: id };
  telling.assignmentId = await createAssignment(example.deps, example.author("manager"), key, {
    ...ownerOf(example, holder),
    ...{ startsOn, endsOn: null, workloadMilli, employerWorkloadMilli: null, note: null },
    ...agreedPay(position),
  });
}

/** As the contract has it: of a full workload for a month, or for an hour of an agreement. */
function agreedPay({ pay, contract, workloadMilli, projectMinutes = 0 }: ExamplePosition) {
  if (pay === undefined) return { payUnit: null, payHalere: null };
  if (contract === "employment")
    return { payUnit: "month" as const, payHalere: Math.round((pay * 1_000) / workloadMilli) };
  return { payUnit: "hour" as const, payHalere: Math.round((pay * 60) / projectMinutes) };
}

/** Whoever has no account is written down as a contact. */
function ownerOf(example: Example, holder: string): Required<OwnerEntry> {
  const isUser = ["manager", "coordinator", "finance"].includes(holder);
  return {
    owner: isUser ? { ...nobody, ...example.owner(holder as Person) } : "new-contact",
    contactName: isUser ? null : holder,
    ...{ contactFunction: null, contactEmail: null, contactAgrees: false },
  };
}

/** Pay of a month with the employer's levies: one expenditure, and what it is made of. */
async function pay(
  { example, position, assignmentId }: Telling,
  { month, paidOn }: { month: number; paidOn: CalendarDate },
): Promise<void> {
  const { pay: gross = 0, line, activity, name, contract } = position;
  const levies = Math.round((gross * LEVIES_PER_MILLE) / 1_000);
  const monthOn = dayOf(example.story, [month, 1]);
  const expenditureId = await record(example, {
    ...{ kind: "payroll", state: "recorded", description: `${name}: ${monthOf(monthOn)}` },
    documentNumber: `MZ-${monthOf(monthOn)}`,
    ...{ supplierName: null, supplierIco: null, issuedOn: endOfMonth(monthOn), paidOn },
    ...{ amount: gross + levies, total: null, net: null },
    budgetLineId: line === null ? null : example.line(line),
    activityId: activity === undefined ? null : example.activity(activity),
    ...{ occasion: null, period: null, contractNumber: null, orderNumber: null },
    procurementNote: null,
  });
  const entry = {
    ...{ assignmentId, month: monthOf(monthOn), pay: gross, levies },
    contractCode: CONTRACT_CODES[contract],
    ...{ otherWithLevies: null, otherWithoutLevies: null },
    fundHours: hundredthsOfHour(position.fundMinutes),
    projectHours: hundredthsOfHour(position.projectMinutes ?? position.fundMinutes),
  };
  const key = { projectId: example.id(), expenditureId };
  const formOf = () => ({});
  await savePayrollItem(example.deps, example.author("finance"), key, { entry, formOf });
}

const CONTRACT_CODES = { employment: "Smlouva", dpc: "DPC", dpp: "DPP" } as const;
