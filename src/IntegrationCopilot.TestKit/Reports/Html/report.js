(() => {
  'use strict'
  const $ = id => document.getElementById(id)
  const root = document.documentElement
  const form = $('filters')
  const rows = [...$('list').children]
  const texts = rows.map(row => row.textContent.toLowerCase())
  const keep = what => { try { return what(localStorage) } catch { return null } }

  // The theme: that of the system, or the reader's choice.
  const themes = ['system', 'light', 'dark']
  const button = $('theme')
  const show = theme => {
    if (theme === 'system') root.removeAttribute('data-theme')
    else root.dataset.theme = theme
    button.lastChild.textContent = 'Theme: ' + theme
    button.setAttribute('aria-label', 'Theme: ' + theme)
  }
  let theme = keep(store => store.getItem('ic-report-theme'))
  if (!themes.includes(theme)) theme = 'system'
  show(theme)
  button.hidden = false
  button.addEventListener('click', () => {
    theme = themes[(themes.indexOf(theme) + 1) % themes.length]
    keep(store => store.setItem('ic-report-theme', theme))
    show(theme)
  })

  // The cases that are wanted. What is wanted stands in the address.
  const wanted = () => {
    const data = new FormData(form)
    return { q: data.get('q').trim().toLowerCase(), category: data.get('category'), operation: data.get('operation'), status: data.getAll('status') }
  }
  const filter = () => {
    const { q, category, operation, status } = wanted()
    let shown = 0
    rows.forEach((row, index) => {
      const isShown = (!category || row.dataset.category === category) && (!operation || row.dataset.operation === operation) &&
        (status.length === 0 || status.includes(row.dataset.status)) && q.split(/\s+/).every(word => texts[index].includes(word))
      row.hidden = !isShown
      if (isShown) shown++
    })
    $('shown').textContent = shown === rows.length ? rows.length : shown + ' of ' + rows.length
    $('nothing').hidden = shown > 0 || rows.length === 0
    return shown
  }
  const say = shown => { $('said').textContent = shown === 1 ? '1 case' : shown + ' cases' }
  const remember = () => {
    const { q, category, operation, status } = wanted()
    const state = new URLSearchParams()
    if (q) state.set('q', q)
    if (category) state.set('category', category)
    if (operation) state.set('operation', operation)
    if (status.length > 0) state.set('status', status.join(','))
    const text = state.toString()
    try { history.replaceState(null, '', text ? '#' + text : location.pathname + location.search) } catch { /* a page of a file may keep its address */ }
  }
  const put = ({ q = '', category = '', operation = '', status = [] }) => {
    form.elements.q.value = q
    form.elements.category.value = category
    form.elements.operation.value = operation
    for (const box of form.querySelectorAll('[name=status]')) box.checked = status.includes(box.value)
  }
  const changed = () => {
    remember()
    say(filter())
  }
  const ask = what => {
    put(what)
    changed()
    $('cases').scrollIntoView()
    $('cases').focus({ preventScroll: true })
  }

  // An address names what is wanted, or one thing to look at.
  const follow = () => {
    const hash = location.hash.slice(1)
    if (hash.includes('=')) {
      const state = new URLSearchParams(hash)
      put({ q: state.get('q') ?? '', category: state.get('category') ?? '', operation: state.get('operation') ?? '', status: (state.get('status') ?? '').split(',') })
      filter()
      return
    }
    let id = hash
    try { id = decodeURIComponent(hash) } catch { /* it is not encoded */ }
    const target = id && $(id)
    if (!target) return
    if (rows.includes(target) && target.hidden) {
      put({})
      filter()
    }
    const details = target.matches('details') ? target : target.querySelector(':scope > details')
    if (!details) return
    details.open = true
    target.scrollIntoView()
    details.querySelector('summary').focus({ preventScroll: true })
  }

  form.hidden = rows.length === 0
  form.addEventListener('submit', event => event.preventDefault())
  form.addEventListener('input', changed)
  form.addEventListener('reset', () => setTimeout(changed))
  $('clear').addEventListener('click', () => { form.reset(); form.elements.q.focus() })
  document.addEventListener('click', event => {
    const asked = event.target.closest('[data-set-status], [data-set-category], [data-set-operation]')
    if (!asked) return
    const { setStatus, setCategory, setOperation } = asked.dataset
    ask({ status: setStatus ? [setStatus] : [], category: setCategory, operation: setOperation })
  })
  addEventListener('hashchange', follow)
  addEventListener('beforeprint', () => { for (const cause of document.querySelectorAll('.cause')) cause.open = true })
  follow()

  // Copying, where the browser lets a page do it.
  for (const copy of document.querySelectorAll('.copy')) {
    copy.hidden = false
    copy.addEventListener('click', async () => {
      const code = copy.parentElement.querySelector('pre')
      try {
        await navigator.clipboard.writeText(code.textContent)
        $('said').textContent = 'Copied'
      } catch {
        getSelection().selectAllChildren(code)
        $('said').textContent = 'Selected'
      }
    })
  }
})()
