/**
 * A name as it is spelled: accents, signs and scripts count, case, runs of spaces and the form of quotation marks do not.
 *
 * Cost O(length). Spec: QA15.
 */
export function spelledName(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/["“”„«»]/g, '"')
    .replaceAll(/['’‘ʼ]/g, "'")
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/**
 * Lower case, without accents, words with one space between them: `Ana.López` is `ana lopez`.
 *
 * Cost O(length). Spec: QA15.
 */
export function foldedName(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
