import { showToast } from './toast.ts'

/** Puts a text into the clipboard and says so; where the browser forbids that, shows the text, to be copied by hand. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    showToast('Copied.')
  } catch {
    showToast(text)
  }
}
