import { readFileSync } from 'node:fs'
import type { WeftDocument } from '../../lib/domain/format/document.ts'
import { parseDocument } from '../../lib/domain/format/parse.ts'
import { documentToChanges } from '../../lib/domain/format/to-changes.ts'
import { assess } from '../../lib/domain/okr/assess.ts'
import type { Assessment } from '../../lib/domain/okr/assessment.ts'
import { currentCycle } from '../../lib/domain/okr/cycle.ts'
import { applyChanges, makeSnapshot, type Snapshot } from '../../lib/domain/snapshot.ts'
import { templates } from '../../lib/domain/template/template.ts'

export type Loaded = { readonly name: string; readonly snapshot: Snapshot; readonly assessment: Assessment }

/** A document as a snapshot with its assessment on a day. */
export function load(name: string, document: WeftDocument, today: string): Loaded {
  const snapshot = makeSnapshot({})
  applyChanges(snapshot, documentToChanges(document))
  return { name, snapshot, assessment: assess(snapshot, { today, cycleId: currentCycle(snapshot, today)?.id ?? null }) }
}

/** A weft/1 file. */
export function loadFile(path: string, today: string): Loaded {
  const parsed = parseDocument(JSON.parse(readFileSync(path, 'utf8')))
  if (!parsed.ok) throw new Error(`${path} is not a document that can be read: ${JSON.stringify(parsed).slice(0, 500)}`)
  return load(path.replace(/^.*\/|\.weft\.json$/g, ''), parsed.document, today)
}

/** The worked example and all templates. */
export function exampleNetworks(): Loaded[] {
  const golden = { ...loadFile(new URL('../fixtures/value-network.weft.json', import.meta.url).pathname, '2027-02-15'), name: 'golden' }
  return [golden, ...templates.map((template) => load(template.key, template.make('2027-03-08', 'Northwind'), '2027-03-08'))]
}
