import type { WeftDocument } from '../format/document.ts'
import { blank } from './blank.ts'
import { type TemplateChoice, type TemplateKey, templateChoices } from './choice.ts'
import { sample } from './sample/sample.ts'
import { valueNetwork } from './value-network.ts'
import { valueStreams } from './value-streams.ts'

/** Makes a network for a day (`YYYY-MM-DD`) with a name; the same document for the same day and name. */
type Make = (today: string, name: string) => WeftDocument

export type Template = TemplateChoice & { readonly make: Make }

const makers: Record<TemplateKey, Make> = { 'value-network': valueNetwork, 'value-streams': valueStreams, sample, blank }

/** What a new network can start from, in the order of the chooser. */
export const templates: readonly Template[] = templateChoices.map((choice) => ({ ...choice, make: makers[choice.key] }))

/** The template with a key; undefined where there is none. Cost O(1). */
export function templateOf(key: string): Template | undefined {
  return templates.find((template) => template.key === key)
}
