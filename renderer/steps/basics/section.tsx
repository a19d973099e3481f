import { type ReactNode, useId } from 'react'

/** A titled part of a step. */
export function Section(props: { heading: string; note?: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className="section" aria-labelledby={id}>
      <h2 className="section-heading" id={id}>
        {props.heading}
      </h2>
      {props.note && <p className="section-note">{props.note}</p>}
      <div className="fields">{props.children}</div>
    </section>
  )
}
