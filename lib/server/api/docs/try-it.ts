/**
 * Runs in the reader's browser: sends the form of an operation and shows the answer. It is sent as text, so it uses nothing from
 * outside itself.
 */
export function tryIt(): void {
  const valueOf = (form: HTMLFormElement, name: string) => {
    const field = form.elements.namedItem(name)
    return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : ''
  }

  const addressOf = (form: HTMLFormElement) => {
    const names = (kind: string) => (form.dataset[kind] ?? '').split(' ').filter(Boolean)
    const path = names('path').reduce((text, name) => text.replace(`{${name}}`, encodeURIComponent(valueOf(form, `path-${name}`))), form.dataset['address'] ?? '')
    const filled = names('query').filter((name) => valueOf(form, `query-${name}`) !== '')
    const query = new URLSearchParams(filled.map((name) => [name, valueOf(form, `query-${name}`)])).toString()
    return query === '' ? path : `${path}?${query}`
  }

  const pretty = (text: string) => {
    try {
      return JSON.stringify(JSON.parse(text), null, 2)
    } catch {
      return text
    }
  }

  const send = async (form: HTMLFormElement, output: HTMLOutputElement) => {
    const method = form.dataset['method'] ?? 'GET'
    const body = form.elements.namedItem('body') ? valueOf(form, 'body') : null
    const headers = new Headers(body === null ? {} : { 'content-type': 'application/json' })
    if (method !== 'GET') headers.set('idempotency-key', crypto.randomUUID())
    const address = addressOf(form)
    output.textContent = 'Sending…'
    const started = performance.now()
    const response = await fetch(address, { method, headers, ...(body === null ? {} : { body }) })
    const text = await response.text()
    const shown = text.length > 20_000 ? `${pretty(text).slice(0, 20_000)}\n… ${text.length} characters in all` : pretty(text)
    output.textContent = `${method} ${address}\n${response.status} ${response.statusText}, ${Math.round(performance.now() - started)} ms\n\n${shown}`
  }

  for (const form of document.querySelectorAll('form')) {
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      const output = form.querySelector('output')
      if (!output) return
      send(form, output).catch((error: unknown) => {
        output.textContent = `The server cannot be reached: ${String(error)}`
      })
    })
  }

  const search = document.querySelector('#search')
  const count = document.querySelector('#count')
  search?.addEventListener('input', () => {
    const wanted = search instanceof HTMLInputElement ? search.value.toLowerCase() : ''
    let shown = 0
    for (const article of document.querySelectorAll<HTMLElement>('article')) {
      article.hidden = !(article.dataset['words'] ?? '').toLowerCase().includes(wanted)
      if (!article.hidden) shown += 1
    }
    for (const section of document.querySelectorAll<HTMLElement>('section[data-tag]')) section.hidden = !section.querySelector('article:not([hidden])')
    if (count) count.textContent = wanted === '' ? '' : `${shown} calls`
  })

  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (target instanceof HTMLDetailsElement) target.open = true
  target?.querySelector('details')?.setAttribute('open', '')
}
