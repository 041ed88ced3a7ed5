import { html, raw } from 'hono/html'
import { api, operations, resources } from '../../../contract/api.ts'
import { errorTitles, statusOf } from '../../../contract/error.ts'
import { openApiDocument } from '../../../contract/openapi.ts'
import type { Operation } from '../../../contract/operation.ts'
import { fieldTable, operationArticle } from './operation.ts'
import { paragraph } from './paragraph.ts'
import { fieldsOf, type Schema, typeText } from './schema-text.ts'
import { style } from './style.ts'
import { findCalls, offerNetworks, sendForms } from './try-it.ts'

type Document = { readonly components: { readonly schemas: Readonly<Record<string, Schema>> }; readonly info: { readonly description: string } }

/** Guaranteed by `openApiDocument`, which writes these members. */
function castDocument(document: unknown): Document {
  return document as Document
}

function anchor(tag: string): string {
  return tag.toLowerCase().replaceAll(' ', '-')
}

function tagSection(tag: string, group: readonly Operation[]) {
  const description = [...resources, api.checkIns].find((resource) => resource.tag === tag)?.description
  return html`<section data-tag aria-labelledby="${anchor(tag)}"><h2 id="${anchor(tag)}">${tag}</h2>${description ? paragraph(description) : ''}${group.map(operationArticle)}</section>`
}

function schemaSection(schemas: Document['components']['schemas']) {
  const rows = Object.entries(schemas).map(
    ([name, schema]) =>
      html`<details class="record" id="schema-${name}"><summary><h3>${name}</h3></summary>
<div class="inside">${schema.properties ? fieldTable(fieldsOf({ ...schema, required: [] })) : html`<p>${typeText(schema)}</p>`}</div></details>`,
  )
  return html`<section aria-labelledby="records"><h2 id="records">Records and answers</h2>${rows}</section>`
}

function errorSection() {
  const codes = Object.entries(errorTitles).map(([code, title]) => ({ code, title, status: statusOf(castCode(code)) }))
  const rows = codes.map(({ code, title, status }) => html`<tr id="${code}"><td>${code}</td><td>${status}</td><td>${title}</td></tr>`)
  return html`<section aria-labelledby="errors"><h2 id="errors">Errors</h2>
<table><thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">Meaning</th></tr></thead><tbody>${rows}</tbody></table></section>`
}

/** Guaranteed by `errorTitles`: its keys are the codes. */
function castCode(code: string): keyof typeof errorTitles {
  return code as keyof typeof errorTitles
}

const script = [sendForms, findCalls, offerNetworks].map((run) => `(${run.toString()})()`).join(';\n')

/** The page to read and try the API. @param nonce of the content security policy, for its one style and one script */
export function docsPage(nonce: string) {
  const document = castDocument(openApiDocument())
  const byTag = [...Map.groupBy(operations, ({ tag }) => tag)]
  const links = [...byTag.map(([tag]) => tag), 'Records and answers', 'Errors']
  const target = (tag: string) => (tag === 'Records and answers' ? 'records' : anchor(tag))
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Weft API</title><style nonce="${nonce}">${raw(style)}</style></head>
<body><a class="skip" href="#main">To the calls</a><div class="page">
<nav aria-label="Parts of the API"><strong>Weft API</strong><ul>${links.map((tag) => html`<li><a href="#${target(tag)}">${tag}</a></li>`)}</ul><p><a href="/api/v1/openapi.json">OpenAPI 3.1</a> · <a href="/">Weft</a></p></nav>
<main id="main"><h1>Weft API</h1>${document.info.description.split('\n\n').map(paragraph)}
<p>What you send from this page is real: it changes the networks of this server, as one step that can be undone.</p>
<div class="search"><label for="search">Find a call</label><input id="search" type="search" autocomplete="off"><span id="count" role="status"></span></div>
${byTag.map(([tag, group]) => tagSection(tag, group))}${schemaSection(document.components.schemas)}${errorSection()}</main></div><datalist id="networks"></datalist>
<script nonce="${nonce}">${raw(script)}</script></body></html>`
}
