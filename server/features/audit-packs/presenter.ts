import type { AuditPack } from "../../../db/queries/audit-packs.ts";
import { paths } from "../../paths.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import { formatIndicatorCode } from "../../values/indicator-code.ts";
import type { FormState } from "../../web/form.ts";
import { presentFormPage } from "../../web/form-page.ts";
import type { Pill } from "../../web/health-pill.ts";
import { mayOpen, type PackParams, type PackRights, packSubjects, sampleMethods } from "./rules.ts";
import { packTitle } from "./words.ts";

interface Wording {
  texts: Texts;
  formats: Formats;
}

export function presentPacks(
  packs: readonly AuditPack[],
  reader: { projectId: number; canMake: boolean; rights: PackRights },
  { texts, formats }: Wording,
) {
  const { auditPacks: words } = texts;
  const action = {
    href: paths.newAuditPack(reader.projectId),
    label: words.make,
    icon: "file-zip",
  };
  return {
    pageHeader: {
      title: words.title,
      ...(reader.canMake ? { actions: { primary: action } } : {}),
    },
    words,
    emptyState:
      packs.length > 0
        ? null
        : {
            ...{ icon: "file-zip", text: words.empty, detail: words.emptyDetail },
            ...(reader.canMake ? { action } : {}),
          },
    rows: packs.map((pack) => {
      const isOpen = mayOpen(JSON.parse(pack.params) as PackParams, reader.rights);
      return {
        title: packTitle(pack, texts),
        reason: pack.reason,
        names: pack.hasNames ? words.withNames : words.withoutNames,
        made: words.madeBy(formats.dateTime(pack.createdAt), pack.creatorName),
        pill: statePill(pack, texts),
        size: pack.byteCount === null ? "" : formats.bytes(pack.byteCount),
        sha256: pack.sha256,
        href: isOpen ? paths.auditPackFile(reader.projectId, pack.id) : null,
      };
    }),
  };
}

function statePill({ state }: AuditPack, { auditPacks }: Texts): Pill {
  const label = auditPacks.states[state ?? "ordered"];
  if (state === "done") return { tone: "green", label, icon: "circle-check" };
  if (state === "failed") return { tone: "red", label, icon: "circle-x" };
  return state === "removed"
    ? { tone: "grey", label, icon: "archive" }
    : { tone: "blue", label, icon: "clock" };
}

export interface PackChoices {
  indicators: { id: number; code: string | null; name: string }[];
  periods: { id: number; number: number; startsOn: string; endsOn: string }[];
}

export function presentPackForm(
  projectId: number,
  { indicators, periods }: PackChoices,
  state: FormState,
  { texts, formats, rights }: Wording & { rights: PackRights },
) {
  const { form } = texts.auditPacks;
  const none = { value: "", label: form.choose };
  return presentFormPage(
    {
      title: form.title,
      lead: [form.lead, rights.withNames ? form.holdsNames : form.holdsNoNames],
      action: paths.auditPacks(projectId),
      sections: [
        {
          rows: [
            {
              ...{ type: "radios" as const, name: "subject", label: form.subject },
              options: packSubjects.map((value) => ({ value, label: form.subjects[value] })),
            },
            {
              ...{ type: "select" as const, name: "indicatorId", label: form.indicator },
              options: [
                none,
                ...indicators.map(({ id, code, name }) => ({
                  value: String(id),
                  label: code === null ? name : `${formatIndicatorCode(code)} ${name}`,
                })),
              ],
            },
            {
              ...{ type: "select" as const, name: "periodId", label: form.period },
              options: [
                none,
                ...periods.map(({ id, number, startsOn, endsOn }) => ({
                  value: String(id),
                  label: `${number}: ${formats.dateRange(startsOn, endsOn)}`,
                })),
              ],
            },
          ],
        },
        {
          title: form.sample,
          hint: form.sampleHint,
          rows: [
            {
              ...{ type: "radios" as const, name: "method", label: form.method },
              options: sampleMethods.map((value) => ({ value, label: form.methods[value] })),
            },
            {
              ...{ type: "textarea" as const, name: "numbers", label: form.numbers, rows: 4 },
              hint: form.numbersHint,
            },
            [
              { type: "number", name: "count", label: form.count, width: "short" },
              { type: "text", name: "seed", label: form.seed, hint: form.seedHint },
            ],
          ],
        },
        {
          rows: [
            {
              ...{ type: "text" as const, name: "reason", label: form.reason, maxLength: 500 },
              hint: form.reasonHint,
            },
          ],
        },
      ],
      submit: form.make,
      cancel: { href: paths.auditPacks(projectId) },
    },
    state,
    texts,
  );
}
