import type { Node } from 'prosemirror-model'
import type { NodeView } from 'prosemirror-view'
import type { ImageData } from '../../shared/draft/draft'
import { proseSchema } from './schema'
import { texts } from './texts'

/** The draft's images as the editor shows them; they may arrive after the block that names them. */
export class ShownImages {
  private watchers = new Set<() => void>()

  constructor(private images: Record<string, ImageData>) {}

  replace(images: Record<string, ImageData>): void {
    this.images = images
    for (const changed of this.watchers) changed()
  }

  find(hash: string): ImageData | undefined {
    return Object.hasOwn(this.images, hash) ? this.images[hash] : undefined
  }

  /** Calls back whenever the images change, until the returned function is called. */
  watch(changed: () => void): () => void {
    this.watchers.add(changed)
    return () => this.watchers.delete(changed)
  }
}

/** An image with its caption below; the caption is the node's text. */
export class ImageView implements NodeView {
  readonly dom = document.createElement('figure')
  readonly contentDOM = document.createElement('figcaption')
  private readonly frame = document.createElement('div')
  private readonly unwatch: () => void
  private shown: ImageData | undefined
  private address: string | undefined

  constructor(
    private node: Node,
    private readonly images: ShownImages,
  ) {
    this.frame.className = 'picture'
    this.frame.contentEditable = 'false'
    this.dom.append(this.frame, this.contentDOM)
    this.unwatch = images.watch(() => this.show())
    this.frame.textContent = texts.missingPicture
    this.show()
  }

  update(node: Node): boolean {
    if (node.type !== proseSchema.nodes.image || node.attrs.image !== this.node.attrs.image) return false
    this.node = node
    this.show()
    return true
  }

  ignoreMutation(mutation: { target: globalThis.Node }): boolean {
    return !this.contentDOM.contains(mutation.target)
  }

  destroy(): void {
    this.unwatch()
    this.release()
  }

  private show(): void {
    const data = this.images.find(this.node.attrs.image)
    if (data !== this.shown) {
      this.release()
      this.shown = data
      this.frame.replaceChildren(data ? this.picture(data) : texts.missingPicture)
    }
    const picture = this.frame.querySelector('img')
    if (picture) picture.alt = this.node.textContent || texts.picture
  }

  private picture(data: ImageData): HTMLImageElement {
    this.address = URL.createObjectURL(new Blob([bytesOf(data.data)], { type: data.type }))
    const picture = document.createElement('img')
    picture.src = this.address
    picture.width = data.width
    picture.height = data.height
    picture.draggable = false
    return picture
  }

  private release(): void {
    if (this.address !== undefined) URL.revokeObjectURL(this.address)
    this.address = undefined
  }
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const characters = atob(base64)
  const bytes = new Uint8Array(characters.length)
  for (let index = 0; index < bytes.length; index += 1) bytes[index] = characters.charCodeAt(index)
  return bytes
}
