import { showToast } from '../../../lib/client/toast.ts'
import type { Scene } from '../../../lib/layout/scene.ts'
import { sceneToSvg } from '../../../lib/layout/scene-to-svg.ts'
import { dark, light } from '../../../lib/layout/tokens.ts'

type Picture = { readonly scene: Scene; readonly title: string; readonly fileName: string }

function svgOf({ scene, title }: Picture): string {
  const isDark = document.documentElement.dataset['theme'] === 'dark'
  return sceneToSvg(scene, { title, palette: isDark ? dark : light })
}

function download(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** Saves a drawing as a vector picture in the colours of the theme. */
export function saveSvg(picture: Picture): void {
  download(new Blob([svgOf(picture)], { type: 'image/svg+xml' }), `${picture.fileName}.svg`)
}

/** Browsers refuse canvases above this many pixels a side. */
const largestSide = 8_000

/** Saves a drawing as pixels, twice its size for sharp print, as far as the browser can hold it. */
export async function savePng(picture: Picture): Promise<void> {
  const { width, height } = picture.scene.view
  const scale = Math.min(2, largestSide / Math.max(width, height))
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgOf(picture))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  canvas.toBlob((blob) => {
    if (blob) download(blob, `${picture.fileName}.png`)
    else showToast('The browser could not make the picture. Save it as SVG instead.', { tone: 'error' })
  }, 'image/png')
}
