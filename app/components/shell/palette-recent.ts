import { remember, rememberedList } from '../../../lib/client/remembered.ts'

const place = 'weft.palette.recent'
const most = 12

/** What was chosen in the palette lately, latest first. */
export function recentIds(): readonly string[] {
  return rememberedList(place)
}

export function rememberChosen(id: string): void {
  remember(place, JSON.stringify([id, ...recentIds().filter((each) => each !== id)].slice(0, most)))
}
