import type { ReactNode } from 'react'

/** One of two versions: what it is, when it was changed, and the button that chooses it. */
export function VersionCard(props: {
  label: string
  report: string
  time: string
  place?: string
  children: ReactNode
}) {
  const { label, report, time, place, children } = props
  return (
    <section className="version" aria-label={label}>
      <h2 className="version-label">{label}</h2>
      <p className="version-report">{report}</p>
      <p className="version-time">{time}</p>
      {place !== undefined && <p className="version-place">{place}</p>}
      <div className="buttons">{children}</div>
    </section>
  )
}
