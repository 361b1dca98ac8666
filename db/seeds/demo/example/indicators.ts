import type { Person } from "./activities.ts";
import type { Moment } from "./moments.ts";

/** Numbers are as people write them; those of an indicator with decimals are scaled when stored. */
export interface ExampleIndicator {
  key: string;
  /** Of the catalogue of the programme. */
  code?: string;
  name: string;
  unit: string;
  kind: "output" | "result" | "data-item" | "own";
  valueType?: "number" | "percentage" | "text";
  behaviour?: "increment" | "state";
  direction?: "up" | "down";
  decimals?: number;
  baseline?: number;
  target?: number;
  targetText?: string;
  /** In the month at whose end it is to be reached. */
  targetAt?: Moment;
  isCommitted?: boolean;
  activity?: string;
  owner?: Person;
  evidenceSource?: string;
  /** Targets of the monitoring periods, first to last. */
  periodTargets?: number[];
  /** Counted from the records instead of being entered. */
  computation?: "persons-over-threshold" | "persons-under-threshold" | "persons-from-ukraine";
  values: ExampleValue[];
}

export interface ExampleValue {
  at: Moment;
  /** When it was entered; on the day it is true of unless told. */
  entered?: Moment;
  value?: number;
  parts?: [numerator: number, denominator: number];
  text?: string;
  note?: string;
  corrected?: { at: Moment; value: number; note: string };
}

const LAST_DAY: Moment = [35, 28];

export const exampleIndicators: ExampleIndicator[] = [
  {
    key: "participants",
    code: "600000",
    name: "Celkový počet účastníků",
    unit: "osoby",
    kind: "output",
    target: 120,
    targetAt: LAST_DAY,
    activity: "1",
    owner: "coordinator",
    evidenceSource: "Karty účastníků a prezenční listiny",
    periodTargets: [20, 25, 20, 20, 20, 15],
    computation: "persons-over-threshold",
    values: [],
  },
  {
    key: "services",
    code: "670102",
    name: "Využívání podpořených služeb",
    unit: "osoby",
    kind: "result",
    target: 40,
    targetAt: LAST_DAY,
    activity: "4",
    owner: "coordinator",
    evidenceSource: "Prezenční listiny",
    computation: "persons-under-threshold",
    values: [],
  },
  {
    key: "documents",
    code: "805000",
    name: "Počet napsaných a zveřejněných analytických a strategických dokumentů (vč. evaluačních)",
    unit: "dokumenty",
    kind: "output",
    target: 3,
    targetAt: [24, 20],
    activity: "7c",
    owner: "manager",
    evidenceSource: "Zveřejněný dokument",
    values: [{ at: [11, 20], value: 1, note: "Analýza sítě služeb péče o duševní zdraví" }],
  },
  {
    key: "round-tables",
    name: "Uspořádané kulaté stoly",
    unit: "akce",
    kind: "own",
    target: 12,
    targetAt: [30, 28],
    activity: "4a",
    owner: "coordinator",
    periodTargets: [2, 2, 2, 2, 2, 2],
    values: [
      { at: [2, 19], value: 1 },
      { at: [5, 15], value: 1 },
      { at: [7, 10], value: 1 },
      { at: [10, 12], value: 1 },
    ],
  },
  {
    key: "internship-days",
    name: "Absolvované dny stáží",
    unit: "dny",
    kind: "own",
    decimals: 1,
    target: 120,
    targetAt: [26, 28],
    activity: "3",
    owner: "coordinator",
    periodTargets: [20, 25, 25, 25, 25, 0],
    values: [
      { at: [3, 22], value: 9 },
      { at: [7, 20], value: 12 },
      { at: [10, 22], value: 12.5, note: "Jedna účastnice odešla po poledni" },
    ],
  },
  {
    key: "waiting",
    name: "Průměrná čekací doba na první kontakt v komunitním týmu",
    unit: "dny",
    kind: "own",
    behaviour: "state",
    direction: "down",
    decimals: 1,
    baseline: 21,
    target: 10,
    targetAt: LAST_DAY,
    activity: "7",
    owner: "manager",
    values: [
      { at: [5, 28], value: 18.5 },
      { at: [8, 28], value: 17 },
      { at: [11, 28], value: 15.5 },
    ],
  },
  {
    key: "guarantors",
    name: "Obsazené pozice odborných garantů",
    unit: "%",
    kind: "own",
    valueType: "percentage",
    behaviour: "state",
    target: 100,
    activity: "7b",
    owner: "manager",
    values: [
      { at: [2, 28], parts: [2, 4] },
      { at: [6, 23], parts: [3, 4] },
    ],
  },
  {
    key: "satisfaction",
    name: "Spokojenost účastníků vzdělávání",
    unit: "%",
    kind: "own",
    valueType: "percentage",
    behaviour: "state",
    decimals: 1,
    target: 85,
    isCommitted: false,
    activity: "1",
    owner: "coordinator",
    evidenceSource: "Dotazník po kurzu",
    values: [
      { at: [2, 14], value: 88.9 },
      { at: [6, 16], value: 91.5 },
      { at: [12, 17], value: 93.2 },
    ],
  },
  {
    key: "plan",
    name: "Stav přípravy Krajského plánu péče o duševní zdraví",
    unit: "stav",
    kind: "own",
    valueType: "text",
    behaviour: "state",
    targetText: "Schválen zastupitelstvem kraje",
    targetAt: [24, 20],
    isCommitted: false,
    activity: "7c",
    owner: "manager",
    values: [
      { at: [3, 13], text: "Osnova schválena pracovní skupinou" },
      { at: [10, 4], text: "Analytická část u obcí k připomínkám" },
      { at: [11, 5], text: "Analytická část vypořádána" },
      { at: -8, text: "Tři kapitoly návrhové části ze čtyř" },
    ],
  },
  {
    key: "ukraine",
    name: "Počet podpořených osob původem z Ukrajiny",
    unit: "osoby",
    kind: "data-item",
    computation: "persons-from-ukraine",
    values: [],
  },
];
