/** What opens something or names somebody, wherever it stands in a text: tokens, one-time links, cookies, passwords in addresses, e-mail addresses. Each begins where a word does, so that a long text takes time in proportion. */
const secrets: readonly (readonly [RegExp, string])[] = [
  [/\b(weft|whsec)_[0-9A-Za-z+/=]{8,}/g, '$1_…'],
  [/\b(Bearer|Basic)\s+[^\s"',;]+/gi, '$1 …'],
  [/((?:session_token|session_data|two_factor|trust_device|dont_remember)[^=\s"';]*=)[^\s"';,]+/gi, '$1…'],
  [/(\/(?:shared?|join|guest|invit(?:e|ations)|reset|answers?)\/)[^\s/?#"']+/gi, '$1…'],
  [/([?&][^=&#\s"']{1,64}=)[^&#\s"']*/g, '$1…'],
  [/((?<![a-z0-9+.-])[a-z][a-z0-9+.-]*:\/\/[^:/?#\s"']*):[^@\s"']*@/gi, '$1:…@'],
  // A mail server names in its refusal whom it refuses.
  [/(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu, '…'],
  // What is left of random signs: as long as a link's secret, with letters of both kinds and digits.
  [/(?<![\w-])(?=[\w-]*[a-z])(?=[\w-]*[A-Z])(?=[\w-]*\d)[\w-]{27,}/g, '…'],
]

/** A text without what opens something or names somebody, for a log. */
export function redacted(text: string): string {
  return secrets.reduce((kept, [shape, instead]) => kept.replace(shape, instead), text)
}

type Told = { readonly type: string; readonly code?: string; readonly message: string; readonly stack?: string; readonly cause?: Told }

const deepest = 4

/** What the account library and database drivers add about the values of a statement is what nobody may read. */
function withoutValues(text: string): string {
  return text.replace(/^params: .*(?:\n(?!\s+at ).*)*/gm, 'params: …')
}

/**
 * An error as it may be told: kind, code, sentence and where it came from, no other property, because drivers put values of rows there. Of a
 * failure that was expected, such as a full disk, nobody asks where it came from.
 */
export function tellError(error: unknown, depth = 0, isBug = true): Told {
  if (!(error instanceof Error)) return { type: typeof error, message: redacted(withoutValues(String(error))) }
  const code: unknown = Reflect.get(error, 'code')
  const isExpected = error.name === 'DomainError'
  const safe = (text: string) => redacted(withoutValues(text))
  return {
    type: error.name,
    ...(typeof code === 'string' && { code }),
    message: safe(error.message),
    ...(error.stack !== undefined && isBug && !isExpected && { stack: safe(error.stack) }),
    ...(error.cause !== undefined && depth < deepest && { cause: tellError(error.cause, depth + 1, isBug && !isExpected) }),
  }
}
