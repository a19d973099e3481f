import type { Document } from '../compose/document'
import { documentBody } from './document-body'
import { escapeHtml } from './escape'

/**
 * One file for the office's site: it holds its pictures and its look, no script, nothing of Word. Readable on a
 * telephone, where the tables scroll by themselves, and when printed.
 */
export function webPage(document: Document): string {
  return [
    '<!doctype html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta name="author" content="${escapeHtml(document.author)}">`,
    `<title>${escapeHtml(document.title)}</title>`,
    `<style>${webCss}</style>`,
    '</head>',
    '<body>',
    '<main>',
    documentBody(document),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

const webCss = `
* { box-sizing: border-box; margin: 0; padding: 0; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { background: #fff; color: #1f1e1c; overflow-wrap: anywhere; line-height: 1.9;
  font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif; font-size: 17px; }
main { max-width: 52rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
p, h1, h2, h3, h4, h5, th, td, figcaption { white-space: pre-wrap; }
h1 { margin-bottom: 1.5rem; text-align: center; font-size: 1.6rem; line-height: 1.5; text-wrap: balance; }
h1 + .issuing-line { margin-top: -1rem; }
.issuing-line { margin-bottom: 1.5rem; text-align: center; color: #55524d; }
h2 { margin: 2.25rem 0 0.75rem; font-size: 1.25rem; line-height: 1.6; }
h3, h4, h5 { margin: 1rem 0 0.25rem; font-size: 1.06rem; }
p, .run-in { margin: 0.5rem 0; }
p { text-indent: 2em; }
.run-in { text-indent: 2em; }
.run-in > * { display: inline; margin: 0; font-size: inherit; text-indent: 0; }
.issuing-line, .caption, .signature p { text-indent: 0; }
figure { margin: 1.5rem 0; text-align: center; }
img { max-width: 100%; height: auto; }
figcaption, .caption { margin-top: 0.5rem; text-align: center; color: #55524d; font-size: 0.94rem; }
.table-region { margin: 1rem 0; overflow-x: auto; }
.table-region:focus-visible { outline: 2px solid #1c4a86; outline-offset: 2px; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; line-height: 1.45;
  font-size: 0.94rem; font-variant-numeric: tabular-nums; text-align: center; }
table:has(> colgroup > col:nth-child(5)) { min-width: 32rem; }
table:has(> colgroup > col:nth-child(8)) { min-width: 46rem; font-size: 0.88rem; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { padding: 0.4rem 0.3rem; border: 1px solid #8f8b84; font-weight: normal; vertical-align: middle; }
thead th, th.header { background: #f3f2ef; text-wrap: balance; }
.band { background: #e3ecf7; font-weight: 600; }
.stub[scope=rowgroup] { word-break: keep-all; }
.vertical { writing-mode: vertical-rl; letter-spacing: 0.15em; }
table:has(> colgroup > col:nth-child(8)) .stub:not([scope=rowgroup]), .note { text-align: start; }
.signature { width: max-content; max-width: 100%; margin: 2.5rem 2em 0 auto; text-align: start; }
.signature p { margin: 0; }
.signature p + p { padding-left: 2em; }
@media (max-width: 30rem) {
  body { font-size: 16px; line-height: 1.8; }
  main { padding: 1.5rem 1rem 3rem; }
  h1 { font-size: 1.3rem; }
}
@media print {
  @page { size: A4; margin: 20mm; }
  body { font-size: 12pt; }
  main { max-width: none; padding: 0; }
  .table-region { overflow: visible; }
  main table { min-width: 0 !important; font-size: 9pt; }
  h1, h2, h3, h4, h5 { break-after: avoid; }
  tr, figure, .kept-together { break-inside: avoid; }
  .band, thead th, th.header { print-color-adjust: exact; }
}
`
