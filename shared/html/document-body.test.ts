import { describe, expect, it } from 'vitest'
import { compose } from '../compose/compose'
import type { Document, DocumentBlock, DocumentRun } from '../compose/document'
import { newDraft } from '../draft/new-draft'
import { proposeFormat } from '../format/formats'
import { documentBody } from './document-body'
import { webPage } from './web-page'

const image = { type: 'image/png' as const, width: 2, height: 1, data: 'iVBO' }
const runs: DocumentRun[] = [{ text: '全年' }, { text: '公开', bold: true }]
const documentOf = (...blocks: DocumentBlock[]): Document => ({ title: '', author: '', blocks })

describe('each block is what it means', () => {
  it.each<[string, DocumentBlock[], string]>([
    ['title', [{ kind: 'title', lines: ['某区', '2025年'] }], '<h1 id="block-0">某区<br>2025年</h1>'],
    ['chapter', [{ kind: 'heading', level: 1, runs }], '<h2 id="block-0">全年<strong>公开</strong></h2>'],
    ['lowest heading', [{ kind: 'heading', level: 4, runs: [] }], '<h5 id="block-0"></h5>'],
    [
      'heading in a line',
      [{ kind: 'runInHeading', level: 2, heading: [{ text: '（一）公开。' }], runs }],
      '<div class="run-in" id="block-0"><h3>（一）公开。</h3><p>全年<strong>公开</strong></p></div>',
    ],
    ['paragraph', [{ kind: 'paragraph', runs }], '<p id="block-0">全年<strong>公开</strong></p>'],
    [
      'picture with its caption',
      [
        { kind: 'image', image, alt: '办理结果' },
        { kind: 'caption', text: '办理结果' },
      ],
      '<figure id="block-0"><img src="data:image/png;base64,iVBO" alt="办理结果" width="2" height="1"><figcaption>办理结果</figcaption></figure>',
    ],
    ['caption alone', [{ kind: 'caption', text: '图' }], '<p class="caption" id="block-0">图</p>'],
    [
      'signature',
      [{ kind: 'signature', name: '某区', date: '2026年1月20日' }],
      '<div class="signature" id="block-0"><p>某区</p><p>2026年1月20日</p></div>',
    ],
  ])('%s', (_what, blocks, html) => {
    expect(documentBody(documentOf(...blocks))).toBe(html)
  })
})

describe('text stays text', () => {
  const hostile = '<script>alert(1)</script>&amp;"\'\u202e逆\u202c'
  const publisher = { name: hostile, kind: 'government' as const }
  const format = proposeFormat(2025)
  const draft = {
    ...newDraft({ format, year: 2025, scope: 'organ', publisher }),
    issuingLine: hostile,
    prose: { '1': [{ kind: 'paragraph' as const, text: [{ kind: 'text' as const, text: hostile }] }] },
    figures: { 't3.granted.individual': hostile },
    signature: { name: hostile },
  }

  it('wherever it stands in the report', () => {
    const page = webPage(compose(draft, format))
    expect(page).not.toMatch(/<script|\u202e|\u202c/u)
    const escaped = '&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;&quot;&#39;逆'
    for (const place of [`<title>${escaped}`, `content="${escaped}"`, `>${escaped}</p>`, `>${escaped}</td>`])
      expect(page).toContain(place)
  })

  it('in what a picture is called and where it comes from', () => {
    const html = documentBody(
      documentOf({ kind: 'image', image: { ...image, data: '"><b>' }, alt: '" onerror="x' }),
    )
    expect(html).toContain('base64,&quot;&gt;&lt;b&gt;" alt="&quot; onerror=&quot;x"')
  })
})
