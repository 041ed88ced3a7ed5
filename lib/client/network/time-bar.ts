import { observable } from '../observable.ts'

/** Whether the bar with which one goes through time is open; it stays as it was left from view to view. */
export const isTimeBarOpen = observable(false)
