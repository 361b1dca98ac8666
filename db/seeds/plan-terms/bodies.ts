import { regionNames, termsOf } from "./terms-of.ts";

export const bodies = termsOf("body", [
  ["region", "Kraj", "Region", regionNames],
  [
    "municipalities",
    "Obce",
    "Municipalities",
    ["obec", "obce LK", "obce ORP", "ORP", "obce s rozšířenou působností", "města a obce", "města"],
  ],
  [
    "providers",
    "Poskytovatelé sociálních služeb",
    "Providers of social services",
    ["poskytovatelé", "poskytovatelé služeb", "poskytovatel"],
  ],
  [
    "region-organisations",
    "Příspěvkové organizace",
    "Organisations run by the region",
    [
      "příspěvkové organizace LK",
      "příspěvkové organizace kraje",
      "příspěvková organizace",
      "p. o.",
    ],
  ],
  [
    "ngo",
    "Nestátní neziskové organizace",
    "Non-governmental organisations",
    ["NNO", "neziskové organizace"],
  ],
  [
    "labour-ministry",
    "Ministerstvo práce a sociálních věcí",
    "Ministry of Labour and Social Affairs",
    ["MPSV", "MPSV ČR"],
  ],
  ["health-ministry", "Ministerstvo zdravotnictví", "Ministry of Health", ["MZ", "MZd", "MZ ČR"]],
  ["labour-office", "Úřad práce", "Labour Office", ["ÚP", "ÚP ČR", "Úřad práce ČR"]],
  [
    "inclusion-agency",
    "Agentura pro sociální začleňování",
    "Agency for Social Inclusion",
    ["ASZ", "Agentura pro sociální začleňování (MMR ČR)"],
  ],
  ["health-insurers", "Zdravotní pojišťovny", "Health insurance companies", ["ZP"]],
  ["schools", "Školy a školská zařízení", "Schools", ["školy", "školská zařízení"]],
]);
