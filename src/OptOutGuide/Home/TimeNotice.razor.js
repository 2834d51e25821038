// Updates the days, hours and minutes once a minute and when the page becomes visible again. Time is counted from the moment
// that the server wrote, so that a preview of another date shows that date, and by the device's clock, which goes on while the
// device sleeps. Nothing here is a live region: screen readers stay silent.
const minute = 60_000;
const lastDays = 3 * 24 * 60 * minute;

for (const words of document.querySelectorAll('[data-deadline]')) {
  const end = Date.now() + Date.parse(words.dataset.deadline) - Date.parse(words.dataset.now);
  const refresh = () => show(words, end - Date.now());
  setInterval(refresh, minute);
  document.addEventListener('visibilitychange', refresh);
}

function show(words, left) {
  if (left <= 0) {
    location.reload();
    return;
  }
  if (left > lastDays) {
    return;
  }
  const minutes = Math.floor(left / minute);
  words.textContent = words.dataset.lastDays
    .replace('{days}', Math.floor(minutes / 1440))
    .replace('{hours}', Math.floor(minutes / 60) % 24)
    .replace('{minutes}', minutes % 60);
}
