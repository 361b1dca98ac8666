import { crownsIn } from "../formats.ts";

const crownsOf = crownsIn("cs");

/** What is wrong with money beside the budget: expenditure, requests, funding. Part of `errors`. */
export const moneyErrors = {
  overTheProject: "Tím by projekt překročil své celkové způsobilé výdaje.",
  underTheSpent: "Celkové náklady nemohou být nižší než to, co je už utraceno nebo nárokováno.",
  sharesOverWhole: "Podíly dohromady přesahují 100 %.",
  sharesUnderWhole: (n: string) =>
    `Podíly dávají dohromady ${n.replace(".", ",")} %, ne 100 %. Upravte je, nebo neznámý podíl nechte prázdný.`,
  sourceIsPlanned: "Ze zdroje je naplánováno čerpání. Nejdřív jeho plán vymažte.",
  planRowDiffers: (sum: string) =>
    `Částky zdrojů dávají ${sum} Kč. Opravte je, nebo součet období.`,
  splitNeedsShares: "Součet nelze rozdělit: podíly zdrojů nedávají dohromady 100 %.",
  otherCurrency: "Zadejte částku v korunách; jiné měny se přepočítají v účetnictví.",
  dayOfRecorded: "U zaúčtovaného výdaje uveďte datum vystavení, nebo úhrady.",
  paidBeforeIssued: "Úhrada nemůže být dříve než vystavení dokladu.",
  amountAboveZero: "Zadejte částku větší než nula.",
  amountOverTotal: "Celkem s DPH je méně než částka v projektu.",
  netOverTotal: "Částka bez DPH nemůže být vyšší než částka s DPH.",
  belowClaimed: (halere: string) =>
    `V žádostech o platbu už je ${crownsOf(halere)}; méně výdaj mít nemůže.`,
  claimedStaysRecorded: "Výdaj už je v žádosti o platbu, zůstává zaúčtovaný.",
  claimedKeepsLine: "Výdaj už je v žádosti o platbu, položku změnit nelze.",
  claimedIsKept: "Výdaj už je v žádosti o platbu. Nejdřív ho z ní vyřaďte.",
  reasonOfCorrection: "Napište, proč se zaúčtovaný výdaj opravuje.",
  payIsHidden: "Osobní náklady zapisuje jen ten, kdo smí číst mzdové údaje.",
  chooseExpenditures: "Vyberte aspoň jeden výdaj.",
  severalOccasions: "Akcí nebo stáží tohoto názvu je víc.",
  spentByExpenditure: "Od tohoto dne se čerpání počítá z výdajů. Zapište výdaj.",
  requestStep: "Z tohoto stavu to u žádosti nejde. Mezitím ji možná posunul někdo jiný.",
  claimedInReturned:
    "Některý z výdajů stále nárokuje vrácená žádost. Nejdřív ji podejte znovu bez něj, nebo ji stáhněte.",
  requestEmpty: "Žádost zatím nic neprokazuje ani nežádá o zálohu.",
  advanceWithoutClaims: "Zálohová žádost neprokazuje výdaje.",
  notClaimable: "Tento výdaj už prokázat nelze. Obnovte stránku.",
  overClaimable: (halere: string) => `K prokázání zbývá ${crownsOf(halere)}.`,
  overClaimed: (halere: string) => `Prokazováno je ${crownsOf(halere)}, víc krátit nelze.`,
  reasonOfCut: "Napište důvod krácení nebo přesunu.",
  flatOverClaimed: "Schválený paušál nemůže být vyšší než požadovaný.",
  decidedBeforeSubmission: "Rozhodnutí nemůže být dřív než předložení.",
  movedElsewhere: "Přesunuté výdaje už prokazuje jiná žádost, rozhodnutí nelze vzít zpět.",
  refundOverReceived: "Vrátit nelze víc, než projekt přijal.",
  amountNotZero: "Zadejte částku různou od nuly.",
};
