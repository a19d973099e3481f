import { join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import { writeWhole } from '../files/durable-write'
import { localDate } from '../window/local-date'
import { diagnostics } from './diagnostics'
import type { LogFile } from './log-file'

/** Writes what support needs into a text file the clerk chooses. */
export async function saveDiagnostics(window: BrowserWindow, log: LogFile): Promise<void> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: '保存诊断信息',
    defaultPath: join(app.getPath('documents'), `年报编写台诊断信息 ${localDate(new Date())}.txt`),
    filters: [{ name: '文本文件', extensions: ['txt'] }],
  })
  if (canceled || filePath === '') return
  const written = await writeWhole(filePath, Buffer.from(diagnostics(log)))
  await dialog.showMessageBox(window, {
    type: written.ok ? 'info' : 'warning',
    message: written.ok ? '诊断信息已保存。' : '诊断信息没有保存成，请换一个文件夹。',
    detail: written.ok ? '其中只有软件和系统的情况、出错的记录，没有年报的内容。' : '',
    buttons: ['知道了'],
    noLink: true,
  })
}
