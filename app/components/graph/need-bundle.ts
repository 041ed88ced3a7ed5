import { observable } from '../../../lib/client/observable.ts'

/** The needs of a line that stands for several, while their list is open. */
export const bundle = observable<readonly string[] | null>(null)
