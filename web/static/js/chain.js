// A chain of rounds: the clock of a break, the next round, and the end.
import { ask, post } from "./ask.js";
import { wireClock } from "./clock.js";
import { one, tried } from "./page.js";

const page = one("[data-chain]");
const path = `/api/chains/${page.dataset.chain}`;
const AGAIN_MS = 1000;

/** As an interview the next round begins by itself: go there as soon as the server says so. */
async function goOn() {
  const answer = await ask(path).catch(() => null);
  if (answer?.chain.running) location.assign(`/sessions/${answer.chain.running}`);
  else if (answer?.chain.over) location.reload();
  else setTimeout(goOn, AGAIN_MS);
}

const face = one("[data-clock]");
if (face) wireClock({ state: JSON.parse(face.dataset.state), canFinish: false, onOver: goOn });

one("[data-begin-round]")?.addEventListener("click", () =>
  tried(async () => {
    const { session } = await post(`${path}/begin`);
    location.assign(`/sessions/${session.id}`);
  }),
);
one("[data-finish-chain]")?.addEventListener("click", () => {
  if (!confirm("End all rounds for good? What has not begun never does.")) return;
  tried(async () => {
    await post(`${path}/finish`);
    location.reload();
  });
});
