import { createContext, useContext } from 'react'

const IsMeasuring = createContext(true)

/** Tells what stands for numbers that are not there yet whether they are worked out. */
export const MeasuringProvider = IsMeasuring.Provider

/** Whether numbers that are missing are on their way; not where a person has stopped that. */
export function useIsMeasuring(): boolean {
  return useContext(IsMeasuring)
}
