import { resource } from './resource.ts'

export const whatIfs = resource({
  entity: 'whatIf',
  path: 'what-ifs',
  one: 'WhatIf',
  many: 'whatIfs',
  description: 'Changes that were thought through and kept under a name. They touch nothing.',
  example: { name: 'The audit comes late', edits: [{ kind: 'confidence', keyResultId: 'kr_audit', confidence: 0.2 }] },
})
