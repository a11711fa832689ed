// The overview of a session: its clock, and its end.
import { post } from "./ask.js";
import { wireClock } from "./clock.js";
import { one, tried } from "./page.js";

const page = one("[data-session]");
const id = page.dataset.session;

wireClock({
  state: JSON.parse(one("[data-clock]").dataset.state),
  attempt: page.dataset.attempt ? Number(page.dataset.attempt) : null,
  canFinish: false,
  onOver: () => setTimeout(() => location.assign(`/sessions/${id}/scorecard`), 1500),
});

one("[data-finish-session]").addEventListener("click", () => {
  if (!confirm("Finish the session for good and see the scorecard?")) return;
  tried(async () => {
    await post(`/api/sessions/${id}/finish`);
    location.assign(`/sessions/${id}/scorecard`);
  });
});
