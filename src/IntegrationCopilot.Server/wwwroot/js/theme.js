// Marks the document light or dark before it is painted, and keeps it so.
// The choice is light, dark or system; system follows the reader's setting as it changes.
(() => {
  const key = 'theme';
  const root = document.documentElement;
  const systemIsDark = matchMedia('(prefers-color-scheme: dark)');

  const choice = () => {
    try {
      const stored = localStorage.getItem(key);
      return stored === 'light' || stored === 'dark' ? stored : 'system';
    } catch {
      return 'system'; // storage may be forbidden
    }
  };

  const apply = () => {
    const chosen = choice();
    const theme = chosen === 'system' ? (systemIsDark.matches ? 'dark' : 'light') : chosen;
    if (root.dataset.theme !== theme) root.dataset.theme = theme;
    for (const button of document.querySelectorAll('[data-theme-choice]')) {
      const pressed = String(button.dataset.themeChoice === chosen);
      if (button.getAttribute('aria-pressed') !== pressed) button.setAttribute('aria-pressed', pressed);
    }
  };

  const choose = chosen => {
    try {
      if (chosen === 'system') localStorage.removeItem(key);
      else localStorage.setItem(key, chosen);
    } catch {
      root.dataset.theme = chosen === 'system' ? root.dataset.theme : chosen;
    }
    apply();
  };

  apply();
  systemIsDark.addEventListener('change', apply);
  addEventListener('storage', event => { if (event.key === key) apply(); });
  document.addEventListener('click', event => {
    const button = event.target.closest('[data-theme-choice]');
    if (button) choose(button.dataset.themeChoice);
  });
  // Rendering replaces the buttons, and enhanced navigation resets the attributes of the document: put both right before the next paint.
  new MutationObserver(apply).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-theme'] });
})();
