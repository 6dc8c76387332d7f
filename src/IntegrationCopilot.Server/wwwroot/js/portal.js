// Decides between light and dark before anything is painted, and switches when asked.
// The choice is kept in this browser; without one, the portal follows the system.
(() => {
  const key = 'copilot.theme';
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const root = document.documentElement;

  const systemTheme = () => (system.matches ? 'dark' : 'light');
  const apply = () => { root.dataset.theme = localStorage.getItem(key) ?? systemTheme(); };

  apply();
  system.addEventListener('change', apply);
  window.addEventListener('storage', apply);
  document.addEventListener('click', event => {
    if (!event.target.closest('[data-theme-toggle]')) return;
    const next = root.dataset.theme === 'dark' ? 'light' : 'dark';
    if (next === systemTheme()) localStorage.removeItem(key);
    else localStorage.setItem(key, next);
    apply();
  });
})();
