import type { moneyErrors as source } from "../cs/money-errors.ts";
import { crownsIn } from "../formats.ts";

const crownsOf = crownsIn("en");

export const moneyErrors: typeof source = {
  overTheProject: "The project would exceed its total eligible expenditure.",
  underTheSpent: "The total cannot be less than what has already been spent or claimed.",
  sharesOverWhole: "The shares add up to more than 100 %.",
  sharesUnderWhole: (n) =>
    `The shares add up to ${n} %, not 100 %. Correct them, or leave an unknown share empty.`,
  sourceIsPlanned: "Drawdown is planned from this source. Clear its plan first.",
  planRowDiffers: (sum) =>
    `The amounts of sources add up to CZK ${sum}. Correct them, or the total of the period.`,
  splitNeedsShares: "The total cannot be split: the shares of sources do not make 100 %.",
  otherCurrency: "Enter the amount in crowns; other currencies are converted in accounting.",
  dayOfRecorded: "Recorded expenditure needs the day it was issued or paid.",
  paidBeforeIssued: "It cannot be paid before it was issued.",
  amountAboveZero: "Enter an amount above zero.",
  amountOverTotal: "The total with VAT is less than what the project bears.",
  netOverTotal: "The amount without VAT cannot be higher than the one with it.",
  belowClaimed: (halere) => `${crownsOf(halere)} is in payment requests; it cannot be less.`,
  claimedStaysRecorded: "It is in a payment request and stays recorded.",
  claimedKeepsLine: "It is in a payment request; its line cannot change.",
  claimedIsKept: "It is in a payment request. Take it out of it first.",
  reasonOfCorrection: "Say why recorded expenditure is corrected.",
  payIsHidden: "Staff costs are written down only by those who may read pay.",
  chooseExpenditures: "Choose at least one.",
  severalOccasions: "Several events or internships have this title.",
  spentByExpenditure:
    "From this day on spending is counted from expenditure. Write down the expenditure.",
  requestStep: "The request cannot take this step. Somebody may have moved it meanwhile.",
  claimedInReturned:
    "A returned request still claims some of the expenditure. Submit it again without it first, or withdraw it.",
  requestEmpty: "The request claims nothing and asks for no advance yet.",
  advanceWithoutClaims: "A request for an advance claims no expenditure.",
  notClaimable: "This expenditure can no longer be claimed. Reload the page.",
  overClaimable: (halere) => `Only ${crownsOf(halere)} is left to claim.`,
  overClaimed: (halere) => `Only ${crownsOf(halere)} is claimed; no more can be cut.`,
  reasonOfCut: "Give the reason for the cut or the move.",
  flatOverClaimed: "The flat rate approved cannot exceed the one asked for.",
  decidedBeforeSubmission: "The decision cannot come before the submission.",
  movedElsewhere: "What was moved is claimed by another request, so the decision stands.",
  refundOverReceived: "No more can be returned than was received.",
  amountNotZero: "Enter an amount other than nought.",
};
