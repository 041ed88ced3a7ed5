import { mapInput } from '../../../lib/client/scene-input/map.ts'
import { documentToChanges } from '../../../lib/domain/format/to-changes.ts'
import { assess } from '../../../lib/domain/okr/assess.ts'
import { applyChanges, listOf, makeSnapshot } from '../../../lib/domain/snapshot.ts'
import type { TemplateKey } from '../../../lib/domain/template/choice.ts'
import { templateOf } from '../../../lib/domain/template/template.ts'
import { layoutMap } from '../../../lib/layout/map/map.ts'
import type { MapScene } from '../../../lib/layout/scene.ts'

/** The map of a template as it would be drawn today: the same records, the same layout. */
export function sketchOf(key: TemplateKey, today: string, name: string): MapScene | null {
  const template = templateOf(key)
  if (!template) return null
  const snapshot = makeSnapshot({})
  applyChanges(snapshot, documentToChanges(template.make(today, name)))
  const cycle = listOf(snapshot, 'cycle').find(({ phase }) => phase === 'active')
  return layoutMap(mapInput(snapshot, assess(snapshot, { today, cycleId: cycle?.id ?? null })))
}
