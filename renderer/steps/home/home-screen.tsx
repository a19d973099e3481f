import { useEffect, useRef } from 'react'
import { useDesk, useDeskState } from '../../desk/use-desk'
import { MessageBar } from '../../shell/message-bar'
import { texts } from './home.texts'
import { RecentReports } from './recent-reports'
import './home.css'

export function HomeScreen() {
  const desk = useDesk()
  const waiting = useDeskState(({ draft }) => draft !== null)
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  return (
    <main className="home">
      <MessageBar />
      <header className="home-header">
        <h1 className="home-heading">{texts.product}</h1>
        <p className="home-subtitle">{texts.subtitle}</p>
      </header>
      {waiting && (
        <button
          type="button"
          className="button button-main home-back"
          ref={first}
          onClick={desk.backToReport}
        >
          {texts.back}
        </button>
      )}
      <section className="home-ways" aria-label={texts.start}>
        <button
          type="button"
          className="way"
          ref={waiting ? undefined : first}
          onClick={() => void desk.begin({ kind: 'new' })}
        >
          <span className="way-name">{texts.newReport}</span>
          <span className="way-note">{texts.newReportNote}</span>
        </button>
        <button type="button" className="way" onClick={() => void desk.begin({ kind: 'fromLast' })}>
          <span className="way-name">{texts.fromLast}</span>
          <span className="way-note">{texts.fromLastNote}</span>
        </button>
        <button type="button" className="way" onClick={() => void desk.chooseWord()}>
          <span className="way-name">{texts.fromWord}</span>
          <span className="way-note">{texts.fromWordNote}</span>
        </button>
        <button type="button" className="way" onClick={() => void desk.begin({ kind: 'open' })}>
          <span className="way-name">{texts.open}</span>
          <span className="way-note">{texts.openNote}</span>
        </button>
        <Samples />
      </section>
      <RecentReports />
    </main>
  )
}

function Samples() {
  const desk = useDesk()
  const samples = useDeskState(({ home }) => home.samples)
  return (
    <div className="way way-samples">
      <h2 className="way-name">{texts.samples}</h2>
      <p className="way-note">{texts.samplesNote}</p>
      <ul className="samples">
        {samples.map(({ id, title }) => (
          <li key={id}>
            <button type="button" className="link" onClick={() => void desk.begin({ kind: 'sample', id })}>
              {title}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
