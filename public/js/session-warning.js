// Warns five minutes before an idle session ends, and offers to prolong it without leaving the page.
const WARN_BEFORE = 5 * 60;
const region = document.querySelector("[data-session-ends-in]");

if (region) {
  const box = region.firstElementChild;
  const text = box.querySelector(".session-warning__text");
  const stay = box.querySelector("a");
  let endsAt = performance.now() + Number(region.dataset.sessionEndsIn) * 1000;
  let timer;

  const tick = () => {
    const secondsLeft = (endsAt - performance.now()) / 1000;
    box.hidden = secondsLeft > WARN_BEFORE;
    if (secondsLeft <= 0) {
      say(region.dataset.ended);
      stay.hidden = true;
      return;
    }
    if (!box.hidden) say(region.dataset.text.replace("{minutes}", Math.ceil(secondsLeft / 60)));
    const wait = box.hidden ? secondsLeft - WARN_BEFORE : Math.min(secondsLeft % 60 || 60, 60);
    timer = setTimeout(tick, wait * 1000 + 50);
  };

  const say = (sentence) => {
    if (text.textContent !== sentence) text.textContent = sentence;
  };

  const prolong = async (event) => {
    event.preventDefault();
    const answer = await fetch("/session", { method: "HEAD" }).catch(() => null);
    if (!answer) return;
    const secondsGiven = answer.ok ? Number(answer.headers.get("Session-Ends-In")) : 0;
    endsAt = performance.now() + secondsGiven * 1000;
    clearTimeout(timer);
    tick();
  };

  stay.addEventListener("click", prolong);
  // A sleeping computer stops timers: look again when the page is seen.
  document.addEventListener("visibilitychange", () => {
    clearTimeout(timer);
    tick();
  });
  tick();
}
