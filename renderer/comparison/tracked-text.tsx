import { Fragment, type ReactNode } from 'react'
import { runsText } from '../../shared/compare/track-runs'
import type { Change, DocumentBlock, DocumentRun, DocumentTable } from '../../shared/compose/document'
import { texts } from './comparison.texts'

/** A block of the two reports: what was removed struck through, what was added underlined. */
export function TrackedBlock({ block }: { block: DocumentBlock }) {
  switch (block.kind) {
    case 'table':
      return <TrackedTable table={block.table} />
    case 'heading':
      return (
        <p className="tracked-heading">
          <Whole change={block.change}>
            <Runs runs={block.runs} />
          </Whole>
        </p>
      )
    default:
      return (
        <p>
          <Whole change={block.change}>
            <BlockText block={block} />
          </Whole>
        </p>
      )
  }
}

function BlockText({ block }: { block: Exclude<DocumentBlock, { kind: 'table' | 'heading' }> }) {
  switch (block.kind) {
    case 'title':
      return block.lines.join('')
    case 'issuingLine':
    case 'caption':
      return block.text
    case 'runInHeading':
      return (
        <>
          <strong>
            <Runs runs={block.heading} />
          </strong>
          <Runs runs={block.runs} />
        </>
      )
    case 'paragraph':
      return <Runs runs={block.runs} />
    case 'image':
      return `［${texts.image}：${block.alt}］`
    case 'signature':
      return [block.name, block.date].filter((text) => text !== undefined).join('　')
  }
}

function Whole({ change, children }: { change: Change | undefined; children: ReactNode }) {
  if (!change) return children
  return change.kind === 'added' ? <ins>{children}</ins> : <del>{children}</del>
}

function Runs({ runs }: { runs: DocumentRun[] }) {
  let offset = 0
  return runs.map(({ text, change }) => {
    const key = offset
    offset += text.length
    return (
      <Fragment key={key}>
        <Whole change={change}>{text}</Whole>
      </Fragment>
    )
  })
}

/** A table of the clerk's own; the official ones are told figure by figure. */
function TrackedTable({ table }: { table: DocumentTable }) {
  return (
    <table className="tracked-table">
      <tbody>
        {table.rows.map((row, index) => {
          const change = table.rowChanges?.[index]
          const key = `${index} ${row.map(({ runs }) => runsText(runs)).join(' ')}`
          return (
            <tr key={key} aria-label={change && texts.row(change.kind)}>
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell has no name but its column
                <td key={column} colSpan={cell.colSpan} rowSpan={cell.rowSpan}>
                  <Whole change={change}>
                    <Runs runs={cell.runs} />
                  </Whole>
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
