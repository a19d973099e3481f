import type { Message } from '../desk/desk-state'
import { useDesk, useDeskState } from '../desk/use-desk'
import { messageWords, texts } from './message.texts'
import './message-bar.css'

/** The one place where the app speaks up. It never covers the work and never stops it. */
export function MessageBar() {
  const message = useDeskState(({ session }) => session.message)
  return (
    <div className="message-bar" aria-live="assertive">
      {message && <MessageLine message={message} />}
    </div>
  )
}

function MessageLine({ message }: { message: Message }) {
  const desk = useDesk()
  const { title, advice } = messageWords(message)
  return (
    <div className="message">
      <div className="message-words">
        <p className="message-title">{title}</p>
        <p>{advice}</p>
      </div>
      <div className="buttons">
        <MessageButtons message={message} />
        <button type="button" className="button" onClick={() => desk.say(null)}>
          {message.kind === 'leavesUnsaved' ? texts.stay : texts.close}
        </button>
      </div>
    </div>
  )
}

function MessageButtons({ message }: { message: Message }) {
  const desk = useDesk()
  switch (message.kind) {
    case 'saveFailed':
      return (
        <>
          {message.error.kind === 'changedOnDisk' ? (
            <button type="button" className="button" onClick={() => void desk.compareWithDisk()}>
              {texts.compare}
            </button>
          ) : (
            <button type="button" className="button" onClick={() => void desk.save()}>
              {texts.tryAgain}
            </button>
          )}
          <button type="button" className="button" onClick={() => void desk.saveAs()}>
            {texts.saveElsewhere}
          </button>
        </>
      )
    case 'leavesUnsaved':
      return (
        <>
          <button
            type="button"
            className="button button-main"
            onClick={async () => {
              if (!(await desk.saveAs())) return
              desk.say(null)
              await desk.begin(message.next)
            }}
          >
            {texts.saveFirst}
          </button>
          <button type="button" className="button" onClick={() => void desk.beginAnyway(message.next)}>
            {texts.goOn}
          </button>
        </>
      )
    case 'heldByOther':
      return (
        <>
          <button type="button" className="button" onClick={() => void desk.tryAgain()}>
            {texts.tryAgain}
          </button>
          <button type="button" className="button" onClick={() => void desk.saveAs()}>
            {texts.saveElsewhere}
          </button>
        </>
      )
    case 'keepFailed':
      return (
        <button type="button" className="button" onClick={() => void desk.saveAs()}>
          {texts.saveElsewhere}
        </button>
      )
    case 'openFailed': {
      const { handle } = message.error
      return handle === undefined ? null : (
        <button type="button" className="button" onClick={() => void desk.readDamaged(handle)}>
          {texts.readDamaged}
        </button>
      )
    }
    case 'resumed':
    case 'wordRefused':
    case 'editsTaken':
    case 'imageRefused':
    case 'notEarlier':
    case 'otherScope':
    case 'otherOrgan':
      return null
  }
}
