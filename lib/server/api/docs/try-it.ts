// These functions run in the reader's browser. They are sent as text, so each uses nothing from outside itself.

/** Sends the form of an operation and shows the answer. */
export function sendForms(): void {
  const textOf = (form: HTMLFormElement, name: string) => {
    const field = form.elements.namedItem(name)
    return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : ''
  }
  const addressOf = (form: HTMLFormElement) => {
    const { path = '', query = '', address = '' } = form.dataset
    const filled = path.split(' ').reduce((text, name) => text.replace(`{${name}}`, encodeURIComponent(textOf(form, `path-${name}`))), address)
    const asked = query.split(' ').filter((name) => textOf(form, `query-${name}`) !== '')
    const search = new URLSearchParams(asked.map((name) => [name, textOf(form, `query-${name}`)])).toString()
    return search === '' ? filled : `${filled}?${search}`
  }
  const send = async (form: HTMLFormElement, output: HTMLOutputElement) => {
    const { method = 'GET' } = form.dataset
    const body = form.elements.namedItem('body') ? { body: textOf(form, 'body') } : {}
    const headers = new Headers('body' in body ? { 'content-type': 'application/json' } : {})
    if (method !== 'GET') headers.set('idempotency-key', crypto.randomUUID())
    const started = performance.now()
    const response = await fetch(addressOf(form), { method, headers, ...body })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') ?? false
    const pretty = isJson ? JSON.stringify(JSON.parse(text), null, 2) : text
    const shown = pretty.length > 20_000 ? `${pretty.slice(0, 20_000)}\n… ${pretty.length} characters in all` : pretty
    output.textContent = `${method} ${addressOf(form)}\n${response.status} ${response.statusText}, ${Math.round(performance.now() - started)} ms\n\n${shown}`
  }
  for (const form of document.querySelectorAll('form')) {
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      const output = form.querySelector('output')
      if (!output) return
      output.textContent = 'Sending…'
      send(form, output).catch((error: unknown) => {
        output.textContent = `The server cannot be reached: ${String(error)}`
      })
    })
  }
}

/** Hides the calls that do not contain what is typed, and opens the call that the address names. */
export function findCalls(): void {
  const search = document.querySelector<HTMLInputElement>('#search')
  const count = document.querySelector('#count')
  search?.addEventListener('input', () => {
    const wanted = search.value.toLowerCase()
    const articles = [...document.querySelectorAll<HTMLElement>('article')]
    for (const article of articles) article.hidden = !(article.dataset['words'] ?? '').toLowerCase().includes(wanted)
    for (const section of document.querySelectorAll<HTMLElement>('section[data-tag]'))
      section.hidden = !section.querySelector('article:not([hidden])')
    const shown = articles.filter(({ hidden }) => !hidden).length
    if (count) count.textContent = wanted === '' ? '' : shown === 1 ? '1 call' : `${shown} calls`
  })
  const open = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (target instanceof HTMLDetailsElement) target.open = true
  }
  window.addEventListener('hashchange', open)
  open()
}

/** Offers the networks of this server in every field that names one, and fills in the first. */
export function offerNetworks(): void {
  const fill = async () => {
    const response = await fetch('/api/v1/networks')
    const answer: { items: readonly { id: string; slug: string | null; name: string }[] } = await response.json()
    const list = document.querySelector('#networks')
    for (const { id, slug, name } of answer.items) list?.append(new Option(name, slug ?? id))
    const [first] = answer.items
    if (first) for (const field of document.querySelectorAll<HTMLInputElement>('[name="path-network"]')) field.value ||= first.slug ?? first.id
  }
  fill().catch(() => document.querySelector('#networks')?.remove())
}
