import { ImageRun, Paragraph } from 'docx'
import type { DocumentBlock } from '../../../shared/compose/document'
import type { Style } from '../../../shared/compose/style'
import { styleIds } from './styles-part'

/**
 * An image on a line of its own, at most as wide as the type area and as high as most of a page.
 *
 * @param id its number in the document, from 1; the docx package would count on over all documents of a process
 */
export function pictureParagraph(
  { image, alt }: DocumentBlock & { kind: 'image' },
  id: number,
  style: Style,
  hasCaption: boolean,
): Paragraph {
  return new Paragraph({
    style: styleIds.picture,
    keepNext: hasCaption,
    children: [
      new ImageRun({
        type: image.type === 'image/png' ? 'png' : 'jpg',
        data: Buffer.from(image.data, 'base64'),
        transformation: fittedSize(image, style),
        altText: { id: String(id), name: `图片 ${id}`, description: alt },
      }),
    ],
  })
}

/** Pixels at 96 to the inch, as the docx package counts; never enlarged. */
function fittedSize(
  image: { width: number; height: number },
  { page }: Style,
): { width: number; height: number } {
  const { top, bottom, left, right } = page.margin
  const widest = pixels(page.width - left - right)
  const highest = pixels(page.height - top - bottom) * MOST_OF_A_PAGE
  const scale = Math.min(1, widest / image.width, highest / image.height)
  return {
    width: Math.max(1, Math.floor(image.width * scale)),
    height: Math.max(1, Math.floor(image.height * scale)),
  }
}

/** Leaves room for a caption. */
const MOST_OF_A_PAGE = 0.85

function pixels(millimetres: number): number {
  return (millimetres / 25.4) * 96
}
