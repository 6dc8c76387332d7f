// What the portal does in the browser without asking the server: copying, closing menus, holding back what is behind a dialog, dropping files, reconnecting.
(() => {
  const shownFor = 1600;

  const announce = text => {
    const announcer = document.getElementById('announcer');
    if (announcer) announcer.textContent = text;
  };

  const copyWithoutClipboard = text => {
    const area = document.createElement('textarea');
    area.value = text;
    area.className = 'visually-hidden';
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    return done;
  };

  const copy = async button => {
    const source = button.dataset.copyFrom;
    const text = source ? document.getElementById(source)?.textContent ?? '' : button.dataset.copy ?? '';
    let done;
    try {
      await navigator.clipboard.writeText(text);
      done = true;
    } catch {
      done = copyWithoutClipboard(text); // the clipboard is only there on https and localhost
    }
    announce(done ? 'Copied' : 'Copying is not possible in this browser');
    if (!done) return;
    button.dataset.copied = '';
    setTimeout(() => { delete button.dataset.copied; announce(''); }, shownFor);
  };

  document.addEventListener('click', event => {
    const copier = event.target.closest('[data-copy], [data-copy-from]');
    if (copier) copy(copier);
    const link = event.target.closest('[popover] a[href]');
    if (link) link.closest('[popover]').hidePopover();
    const reconnect = event.target.closest('[data-reconnect]');
    if (reconnect) (reconnect.dataset.reconnect === 'reload' ? location.reload() : Blazor.reconnect());
  });

  for (const [name, over] of [['dragover', true], ['dragleave', false], ['drop', false]])
    document.addEventListener(name, event => {
      const zone = event.target.closest?.('[data-file-drop]');
      if (zone) zone.toggleAttribute('data-over', over);
    });

  // While a dialog is open nothing behind it can be reached, however quick the keys are: the dialog's own trap asks the server.
  let opener = null;
  const holdBack = () => {
    const isOpen = document.querySelector('[role=dialog][aria-modal=true]') !== null;
    const behind = [...document.querySelectorAll('.shell, .skip-link')].filter(part => part.inert !== isOpen);
    if (behind.length === 0) return;
    if (isOpen) opener = document.activeElement;
    for (const part of behind) part.inert = isOpen;
    if (!isOpen && opener?.isConnected) opener.focus();
  };
  new MutationObserver(holdBack).observe(document.body, { childList: true, subtree: true });

  // The server forgot this page, for example because it was restarted: only loading it again helps.
  document.addEventListener('components-reconnect-state-changed', event => {
    if (event.detail?.state === 'rejected') location.reload();
  }, true);
})();
