import { depthLimit } from '../contract/operation.ts'
import type { Fault } from '../domain/error.ts'

function faultOfText(text: string, path: string): Fault | null {
  if (text.includes('\0')) return { path, message: 'contains the character U+0000', remedy: 'Leave it out; databases cannot keep it.' }
  return text.isWellFormed() ? null : { path, message: 'contains half a character', remedy: 'Send well-formed Unicode.' }
}

/** The first thing in a parsed body that no database keeps or that nests too deep. */
export function faultOfJson(value: unknown, path = '', depth = 1): Fault | null {
  if (typeof value === 'string') return faultOfText(value, path)
  if (typeof value !== 'object' || value === null) return null
  if (depth > depthLimit) return { path, message: `nests deeper than ${depthLimit} levels`, remedy: 'Send a flatter body.' }
  for (const [key, item] of Object.entries(value)) {
    const here = Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`
    const fault = faultOfText(key, here) ?? faultOfJson(item, here, depth + 1)
    if (fault) return fault
  }
  return null
}
