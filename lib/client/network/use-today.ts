import { useEffect, useState } from 'react'
import { dayIn } from '../../domain/time.ts'

const minuteMs = 60_000

/** The day it is now in a time zone; changes by itself at midnight there. */
export function useToday(timeZone: string | null): string {
  const [today, setToday] = useState(() => dayIn(timeZone, new Date().toISOString()))
  useEffect(() => {
    const look = () => setToday(dayIn(timeZone, new Date().toISOString()))
    look()
    const timer = setInterval(look, minuteMs)
    return () => clearInterval(timer)
  }, [timeZone])
  return today
}
