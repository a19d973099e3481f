import type { FigureRun } from '../../shared/draft/draft'
import { figureName } from '../../shared/linked/figure-name'
import { figureText } from '../../shared/linked/figure-text'
import type { LinkableFigure } from '../../shared/linked/linkable'
import type { TableValues } from '../../shared/linked/table-values'
import { texts } from './figure-texts'
import { type Linking, linkableAt } from './linking'
import type { Spot } from './spot'

interface FigureBarProps {
  linking: Linking
  values: TableValues
  spot: Spot
  onRestyle(): void
  onUnlink(text: string): void
  /** A button was used: the caret goes back to the text. */
  onDone(): void
}

/** Below the text: what the tables say to the number at the caret, and how to tie it to them. */
export function FigureBar(props: FigureBarProps) {
  const { linking, values, spot, onRestyle, onUnlink, onDone } = props
  const { caret, chosen } = spot
  const here = linkableAt(linking.linkable, caret)
  if (!chosen && !here && linking.alikeInChapter === 0) return null
  return (
    // The text keeps the focus and its selection while a button is clicked.
    <div
      className="figure-bar"
      role="toolbar"
      aria-label={texts.bar}
      onMouseDown={(event) => event.preventDefault()}
    >
      {chosen ? (
        <Chosen {...{ chosen, values, onRestyle, onUnlink }} />
      ) : here ? (
        <Recognised {...{ here, values, linking, onDone }} />
      ) : (
        <p>{texts.alike(linking.alikeInChapter)}</p>
      )}
      {!chosen && linking.alikeInChapter > 0 && (
        <button
          type="button"
          className="button button-quiet"
          onClick={() => {
            linking.onLinkChapter()
            onDone()
          }}
        >
          {texts.linkAll}
        </button>
      )}
    </div>
  )
}

function Chosen(props: {
  chosen: Pick<FigureRun, 'value' | 'style'>
  values: TableValues
  onRestyle(): void
  onUnlink(text: string): void
}) {
  const { chosen, values, onRestyle, onUnlink } = props
  const { text } = figureText(chosen, values)
  return (
    <>
      <p>{texts.linked(figureName(chosen.value, values.info), text)}</p>
      <button type="button" className="button" onClick={onRestyle}>
        {texts.restyle}
      </button>
      <button type="button" className="button" onClick={() => onUnlink(text)}>
        {texts.unlink}
      </button>
    </>
  )
}

function Recognised(props: { here: LinkableFigure; values: TableValues; linking: Linking; onDone(): void }) {
  const { here, values, linking, onDone } = props
  const { figure, same, links } = here
  const name = (index: number) => {
    const link = links[index]
    return link ? figureName(link.run.value, values.info) : ''
  }
  const differing = figure.verdict === 'ask' ? texts.doubtful(figure.quote) : texts.differs(figure.quote)
  return (
    <>
      <p>{same ? texts.agrees(figure.quote, name(0)) : differing}</p>
      {links.slice(0, 3).map((link, index) => (
        <button
          key={JSON.stringify(link.run.value)}
          type="button"
          className="button"
          onClick={() => {
            linking.onLink(link)
            onDone()
          }}
        >
          {same ? texts.link : texts.linkAs(name(index), link.text)}
        </button>
      ))}
    </>
  )
}
