import { createTransport } from 'nodemailer'
import parseAddresses from 'nodemailer/lib/addressparser'

/** Days for the calendar of the reader: an invitation or its end, which calendars put in place by themselves; or days to take over. */
export type CalendarPart = { readonly method: 'REQUEST' | 'CANCEL' | 'PUBLISH'; readonly content: string }

/** One mail. `html` is beside the text, never instead of it. */
export type Message = {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html?: string
  readonly calendar?: CalendarPart
}

/** How this server sends mail. */
export type Mail = {
  /** Hands a mail to the mail server. @throws Error with what the mail server said; try again later */
  readonly send: (message: Message) => Promise<void>
  /** in whose name mails go out */
  readonly from: { readonly name: string; readonly address: string }
  readonly close: () => void
}

export type MailConfig = { readonly url: string; readonly from: string }

const timeoutMs = 10_000

/** An invitation is an alternative to the text, by which calendars know it; days to take over are a file beside it, and leave the text alone. */
function withCalendar({ method, content }: CalendarPart) {
  if (method !== 'PUBLISH') return { icalEvent: { method, content, filename: 'invitation.ics' } }
  return { attachments: [{ filename: 'days.ics', content, contentType: 'text/calendar; charset=utf-8; method=PUBLISH' }] }
}

function fromOf(text: string): Mail['from'] {
  const [known] = parseAddresses(text, { flatten: true })
  return { name: known?.name || 'Weft', address: known?.address ?? text }
}

/** Opens the way to a mail server. Nothing is sent, or even connected, before the first mail. */
export function openMail({ url, from }: MailConfig): Mail {
  const transport = createTransport(
    { url, connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs, disableFileAccess: true, disableUrlAccess: true },
    { from },
  )
  return {
    send: async ({ to, subject, text, html, calendar }) => {
      await transport.sendMail({ to, subject, text, ...(html === undefined ? {} : { html }), ...(calendar && withCalendar(calendar)) })
    },
    from: fromOf(from),
    close: () => transport.close(),
  }
}
