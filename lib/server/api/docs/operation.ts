import { html, raw } from 'hono/html'
import { z } from 'zod'
import { errorTitles, statusOf } from '../../../contract/error.ts'
import type { Operation } from '../../../contract/operation.ts'
import { paragraph } from './paragraph.ts'
import { type Field, fieldsOf, type Schema, typeText } from './schema-text.ts'

/** Guaranteed by zod: what it writes is a JSON Schema. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Schema & { readonly $defs?: Readonly<Record<string, Schema>> } {
  return z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Schema
}

/** A table of fields; what has to be given is marked. */
export function fieldTable(fields: readonly Field[]) {
  if (fields.length === 0) return html`<p>Nothing.</p>`
  const rows = fields.map(
    ({ name, type, isRequired, text }) =>
      html`<tr><td>${name}${isRequired ? html` <span class="must">required</span>` : ''}</td><td>${type}</td><td>${text}</td></tr>`,
  )
  return html`<table><thead><tr><th scope="col">Field</th><th scope="col">Type</th><th scope="col">Meaning</th></tr></thead><tbody>${rows}</tbody></table>`
}

function schemaTable(schema: z.ZodType, io: 'input' | 'output') {
  const json = jsonSchema(schema, io)
  const name = json.$ref?.slice(json.$ref.lastIndexOf('/') + 1)
  if (name !== undefined) return html`<p><a href="#schema-${name}">${name}</a></p>`
  return json.properties
    ? fieldTable(fieldsOf(io === 'output' ? { ...json, required: [] } : json))
    : html`<p>${json.description ?? typeText(json)}</p>`
}

function refusals({ errors }: Operation) {
  const rows = errors.map((code) => html`<li><a href="#${code}">${code}</a> (${statusOf(code)}): ${errorTitles[code]}</li>`)
  return html`<h3>Refused with</h3><ul>${rows}</ul>`
}

function inputs(kind: 'path' | 'query', fields: readonly Field[]) {
  const labels = fields.map(
    ({ name, isRequired }) =>
      html`<label>${name}<input name="${kind}-${name}" autocomplete="off" spellcheck="false" ${isRequired ? 'required' : ''} ${name === 'network' ? raw('list="networks"') : ''}></label>`,
  )
  return html`<div class="inputs">${labels}</div>`
}

function tryForm({ id, method, path, body, example }: Operation, params: readonly Field[], query: readonly Field[]) {
  const sample = JSON.stringify(example?.body ?? {}, null, 2)
  return html`<form aria-label="Try ${id}" data-method="${method}" data-address="/api/v1${path}" data-path="${params.map(({ name }) => name).join(' ')}" data-query="${query.map(({ name }) => name).join(' ')}">
${inputs('path', params)}${query.length > 4 ? html`<details class="optional"><summary>Filters, sort and page</summary>${inputs('query', query)}</details>` : inputs('query', query)}
${body ? html`<label>Body<textarea name="body" spellcheck="false">${sample}</textarea></label>` : ''}
<button type="submit">Send ${method}</button><output aria-live="polite" tabindex="0" aria-label="Answer to ${id}"></output></form>`
}

/** One call: what it takes, what it answers, what refuses it, and a form that sends it. */
export function operationArticle(operation: Operation) {
  const { id, method, path, summary, description, query, body, answer, answerType } = operation
  const [params, asked] = [fieldsOf(jsonSchema(operation.params, 'input')), query ? fieldsOf(jsonSchema(query, 'input')) : []]
  const words = `${id} ${method} ${path} ${summary} ${description ?? ''}`
  return html`<article data-words="${words}"><details id="${id}"><summary><span class="method ${method}">${method}</span><span class="path">${path}</span><span class="what">${summary}</span></summary>
<div class="inside">${description ? paragraph(description) : ''}
${params.length + asked.length > 0 ? html`<h3>In the address</h3>${fieldTable([...params, ...asked])}` : ''}
${body ? html`<h3>Body</h3>${schemaTable(body, 'input')}` : ''}
<h3>Answer</h3>${answerType ? html`<p>${answerType}</p>` : schemaTable(answer, 'output')}
${refusals(operation)}
${answerType ? '' : tryForm(operation, params, asked)}</div></details></article>`
}
