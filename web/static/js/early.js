// Before the page's modules have run, a button does nothing, and a form would go its browser's own way: what is pressed
// so early is pressed again when they have. No module, so that it is there before the first button.
{
  const pressed = new Set();
  const keep = (event) => {
    const button = event.target.closest("button"); // also where Enter submits a form: the browser clicks its button
    if (!button && event.type === "click") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (button) pressed.add(button);
  };
  document.addEventListener("click", keep, true);
  document.addEventListener("submit", keep, true);
  // Modules run, in their order, before this event.
  document.addEventListener("DOMContentLoaded", () => {
    document.removeEventListener("click", keep, true);
    document.removeEventListener("submit", keep, true);
    for (const button of pressed) button.click();
  });
}
