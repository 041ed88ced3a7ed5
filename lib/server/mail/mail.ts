import { createTransport } from 'nodemailer'

/** One mail. `html` is beside the text, never instead of it. */
export type Message = { readonly to: string; readonly subject: string; readonly text: string; readonly html?: string }

/** How this server sends mail. */
export type Mail = {
  /** Hands a mail to the mail server. @throws Error with what the mail server said; try again later */
  readonly send: (message: Message) => Promise<void>
  readonly close: () => void
}

export type MailConfig = { readonly url: string; readonly from: string }

const timeoutMs = 10_000

/** Opens the way to a mail server. Nothing is sent, or even connected, before the first mail. */
export function openMail({ url, from }: MailConfig): Mail {
  const transport = createTransport(
    { url, connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs, disableFileAccess: true, disableUrlAccess: true },
    { from },
  )
  return {
    send: async ({ to, subject, text, html }) => {
      await transport.sendMail({ to, subject, text, ...(html === undefined ? {} : { html }) })
    },
    close: () => transport.close(),
  }
}
