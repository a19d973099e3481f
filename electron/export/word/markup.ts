import { FileChild, type IContext, type IXmlableObject } from 'docx'

/** An element as the docx package writes it: text and attributes are escaped there. */
export function markup(
  name: string,
  attributes: Record<string, string | number> = {},
  ...children: (IXmlableObject | string)[]
): IXmlableObject {
  return { [name]: [{ _attr: attributes }, ...children] }
}

/** The usual element of WordprocessingML: one value. */
export function value(name: string, val: string | number): IXmlableObject {
  return markup(name, { 'w:val': val })
}

/**
 * A block whose markup is made here. The docx package would build each cell of a table from a dozen objects, which took
 * two thirds of the time of an export.
 */
export class MarkupBlock extends FileChild {
  readonly #children: (context: IContext) => IXmlableObject[]
  readonly #name: string

  constructor(name: string, children: (context: IContext) => IXmlableObject[]) {
    super(name)
    this.#name = name
    this.#children = children
  }

  override prepForXml(context: IContext): IXmlableObject {
    return { [this.#name]: this.#children(context) }
  }
}
