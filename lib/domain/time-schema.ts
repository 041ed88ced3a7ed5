import { z } from 'zod'
import { formatInstant, isCalendarDay } from './time.ts'

/** A day in the calendar, `YYYY-MM-DD`, without time or zone. */
export const calendarDay = z.string().refine(isCalendarDay, 'must be a date that exists, written YYYY-MM-DD').meta({ format: 'date' })

/** An instant, ISO 8601 with a zone; kept in UTC. */
export const instant = z.iso
  .datetime({ offset: true, message: 'must be an instant with a zone, such as 2027-01-08T09:00:00Z' })
  .transform((text) => formatInstant(Date.parse(text)))
  .pipe(z.string().regex(/^[1-9]\d{3}-/, 'must lie in the years 1000 to 9999, counted in UTC'))
