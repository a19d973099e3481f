import { texts } from './aside.texts'

/** What could not be read, named place by place. */
export function LostList({ lost }: { lost: string[] }) {
  if (lost.length === 0) return null
  return (
    <section className="note note-warning" aria-label={texts.lost}>
      <h2 className="section-heading">{texts.lost}</h2>
      <ul className="lost-places">
        {lost.map((place) => (
          <li key={place}>{place}</li>
        ))}
      </ul>
    </section>
  )
}
