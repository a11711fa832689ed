// The overview of a session: its clock, and its end.
import { post } from "./ask.js";
import { wireClock } from "./clock.js";
import { one, tried } from "./page.js";

const page = one("[data-session]");
const { session: id, after } = page.dataset;

wireClock({
  state: JSON.parse(one("[data-clock]").dataset.state),
  path: `/api/sessions/${id}`,
  canFinish: false,
  onOver: () => setTimeout(() => location.assign(after), 1500),
});

one("[data-finish-session]").addEventListener("click", () => {
  if (!confirm("Finish it for good?")) return;
  tried(async () => {
    await post(`/api/sessions/${id}/finish`);
    location.assign(after);
  });
});
