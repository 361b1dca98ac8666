// Cells on their way to the server: one request at a time, the newest word of each cell. What fails stays
// marked and is tried again, also after the page was loaded anew; what is refused goes back to what it was.

const REFUSALS = [404, 409, 422];
const PAUSES = [1000, 3000, 8000, 15_000];

export function saveQueue({ table, words, say, find, actionOf, put }) {
  const store = `attendance:${location.pathname}`;
  const token = document.querySelector('input[name="_csrf"]').value;
  const waiting = new Map();
  const stored = new Map();
  let isBusy = false;
  let failures = 0;

  for (const cell of table.querySelectorAll(".cell")) stored.set(cell, readCell(cell));

  function add(changes) {
    for (const { cell, state, minutes } of changes) {
      waiting.set(cell, { state, minutes });
      cell.dataset.sync = "waiting";
    }
    remember();
    say(words.saving);
    send();
  }

  async function send() {
    if (isBusy || waiting.size === 0) return;
    isBusy = true;
    const batch = nextBatch();
    try {
      await post(batch);
      failures = 0;
    } catch {
      fail(batch);
    } finally {
      isBusy = false;
    }
    if (waiting.size > 0 && failures === 0) send();
  }

  /** Everything that waits in one session. */
  function nextBatch() {
    const [first] = waiting.keys();
    const session = first.dataset.session;
    const entries = [...waiting].filter(([cell]) => cell.dataset.session === session);
    return { session, entries };
  }

  async function post({ session, entries }) {
    const answer = await fetch(actionOf(session), {
      method: "POST",
      body: bodyOf(entries, token),
      headers: { accept: "application/json" },
    });
    if (answer.redirected || answer.status === 403) throw signedOut();
    if (answer.ok) return accept(entries);
    if (!REFUSALS.includes(answer.status)) throw new Error(String(answer.status));
    refuse(entries, await answer.json());
  }

  function accept(entries) {
    for (const [cell, value] of entries) {
      stored.set(cell, value);
      settle(cell, value);
    }
    remember();
    if (waiting.size === 0) say(words.saved);
  }

  function refuse(entries, { message }) {
    for (const [cell, value] of entries) {
      settle(cell, value);
      if (!waiting.has(cell)) put(cell, stored.get(cell));
    }
    remember();
    say(message ?? words.failed, true);
  }

  /** A cell changed again meanwhile still waits. */
  function settle(cell, value) {
    if (waiting.get(cell) !== value) return;
    waiting.delete(cell);
    delete cell.dataset.sync;
  }

  function fail({ entries }) {
    for (const [cell] of entries) cell.dataset.sync = "failed";
    say(isSignedOut ? words.signIn : words.failed, true);
    setTimeout(send, PAUSES[Math.min(failures, PAUSES.length - 1)]);
    failures += 1;
  }

  let isSignedOut = false;
  function signedOut() {
    isSignedOut = true;
    return new Error("signed out");
  }

  /** Numbers only, of this tab: no name is kept. */
  function remember() {
    const cells = [...waiting].map(([cell, { state, minutes }]) => [
      cell.parentElement.dataset.registration,
      cell.dataset.session,
      state,
      minutes,
    ]);
    if (cells.length === 0) sessionStorage.removeItem(store);
    else sessionStorage.setItem(store, JSON.stringify(cells));
  }

  function resume() {
    const kept = JSON.parse(sessionStorage.getItem(store) ?? "[]");
    const changes = kept
      .map(([registration, session, state, minutes]) => ({
        cell: find(registration, session),
        state,
        minutes,
      }))
      .filter(({ cell }) => cell !== null);
    for (const { cell, ...value } of changes) put(cell, value);
    if (changes.length > 0) add(changes);
  }

  addEventListener("online", () => send());
  addEventListener("beforeunload", (event) => {
    if (waiting.size > 0) event.preventDefault();
  });

  return { add, resume };
}

function readCell(cell) {
  const { state, minutes } = cell.dataset;
  return { state, minutes: minutes === "" ? null : Number(minutes) };
}

function clock(minutes) {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

function bodyOf(entries, token) {
  const body = new URLSearchParams({ _csrf: token });
  for (const [cell, { state, minutes }] of entries) {
    body.append("registration", cell.parentElement.dataset.registration);
    body.append("state", state);
    body.append("minutes", state === "left-early" ? clock(minutes) : "");
  }
  return body;
}
