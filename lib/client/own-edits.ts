import type { Committed } from './network/batch.ts'
import { observable } from './observable.ts'

/** The last edit that was made on this page and that the server has confirmed; not an undo or a redo. */
export const lastEdit = observable<Committed | null>(null)
