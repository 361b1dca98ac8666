import { percentOf } from "../../../values/percent.ts";
import { isOpen } from "../frame.ts";
import type { Wording } from "../words.ts";
import type { RequestPage } from "./service.ts";

/** The key figures of a request: asked for, left of the cap, approved, received. */
export function presentTiles(page: RequestPage, wording: Wording) {
  return [askedTile(page, wording), roomTile(page, wording), ...decidedTiles(page, wording)];
}

/** Asked for now while it is built, then as it was submitted. */
export function askedSums({ request, asking }: RequestPage) {
  const isBuilt = isOpen(request.state);
  const direct = isBuilt ? asking.claims.direct : request.directHalere;
  const flat = isBuilt ? asking.flat : request.flatHalere;
  return { advance: request.advanceHalere, direct, flat, costs: direct + flat };
}

function askedTile(page: RequestPage, { texts, formats }: Wording) {
  const { paymentRequests: words } = texts;
  const { advance, direct, flat, costs } = askedSums(page);
  const notes = [
    ...(costs > 0 ? [words.askedNote(formats.money(direct), formats.money(flat))] : []),
    ...(advance > 0 ? [words.advanceNote(formats.money(advance))] : []),
  ];
  return {
    label: words.tiles.asked,
    value: formats.money(costs + advance),
    note: notes.join("; "),
    icon: "receipt",
  };
}

function roomTile(page: RequestPage, { texts, formats }: Wording) {
  const { tiles: words } = texts.paymentRequests;
  const { room } = page.asking;
  const { cap } = page.frame;
  if (room === null || cap === null) return { label: words.room, value: "–", note: words.noCap };
  const isCounted = page.request.state !== "withdrawn";
  const undone = page.request.cutHalere + page.request.movedHalere;
  const left = room - (isCounted ? askedSums(page).costs - undone : 0);
  const used = Math.min(10_000, percentOf(Math.max(0, cap - left), cap) ?? 0);
  return {
    label: words.room,
    value: formats.money(left),
    note: left < 0 ? words.over : words.roomNote(formats.money(cap)),
    bar: { percent: used / 100, ...(left < 0 ? { tone: "red" as const } : {}) },
    ...(left < 0 ? { tone: "red" as const } : {}),
  };
}

function decidedTiles({ request, asking }: RequestPage, { texts, formats }: Wording) {
  const { tiles: words } = texts.paymentRequests;
  const { claims } = asking;
  const isProposed = request.state === "submitted" && claims.changed > 0;
  const approved = request.approvedDirectHalere + request.approvedFlatHalere;
  const sums = isProposed
    ? { cut: claims.cut, moved: claims.moved }
    : { cut: request.cutHalere, moved: request.movedHalere };
  const cutNote = words.cutNote(formats.money(sums.cut), formats.money(sums.moved));
  return [
    {
      label: isProposed ? words.proposed : words.approved,
      value: formats.money(isProposed ? claims.direct - claims.cut - claims.moved : approved),
      note: request.decidedOn === null && !isProposed ? words.notDecided : cutNote,
      icon: "circle-check",
    },
    {
      label: words.received,
      value: formats.money(request.receivedHalere),
      note: request.receivedOn === null ? words.notReceived : formats.date(request.receivedOn),
      icon: "building-bank",
    },
  ];
}
