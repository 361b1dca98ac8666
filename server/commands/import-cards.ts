import { statSync } from "node:fs";
import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import { planTerms } from "../../db/seeds/plan-terms.ts";
import { socialServices } from "../../db/seeds/social-services.ts";
import { UnreadableAnnex } from "../annexes/faults.ts";
import { readAnnexApart } from "../annexes/reading.ts";
import { startedIn } from "../config.ts";
import { presentListing, presentSummary } from "../features/plan-imports/listing/presenter.ts";
import type { Catalogue } from "../features/plan-imports/recognition/rules.ts";
import { textsFor } from "../texts/index.ts";

/** `npm run import:cards -- FILE [--json]`: what would be recognised; no database is asked and nothing saved. */
const texts = textsFor("cs");
const { values, positionals } = parseArgs({
  options: { json: { type: "boolean", default: false } },
  allowPositionals: true,
  strict: false,
});
const [file, ...others] = positionals;
const unknown = Object.keys(values).some((option) => option !== "json");
if (!file || file === "-" || others.length > 0 || unknown) fail(texts.annexListing.usage, 2);

const path = startedIn()
  .map((folder) => resolve(folder, file))
  .find((one) => statSync(one, { throwIfNoEntry: false })?.isFile());
if (!path) fail(`${texts.annexListing.missing(file)}\n${texts.annexListing.usage}`, 2);

const catalogue: Catalogue = {
  services: socialServices.map(({ section, nameCs, synonyms }) => ({
    ...{ section, name: nameCs, synonyms },
  })),
  terms: planTerms.map(({ kind, code, labelCs, synonyms }) => ({
    ...{ kind, code, label: labelCs, synonyms },
  })),
};

try {
  const source = { path, name: basename(path) };
  const { recognition } = await readAnnexApart({ source, catalogue });
  const told = { recognition, catalogue, texts };
  const listing = presentListing(told);
  process.stdout.write(
    `${values.json ? JSON.stringify(listing, null, 2) : presentSummary(listing, told)}\n`,
  );
} catch (error) {
  if (!(error instanceof UnreadableAnnex)) throw error;
  fail(texts.errors[error.fault], 1);
}

function fail(message: string, code: number): never {
  console.error(message);
  process.exit(code);
}
