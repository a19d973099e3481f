import type { ElectronApplication } from 'playwright-core'

// Native dialogs cannot be clicked from outside: these answer them in the main process, until told otherwise.

/** The next open dialogs choose these files. */
export async function chooseFile(app: ElectronApplication, ...paths: string[]): Promise<void> {
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths })
  }, paths)
}

/** The next save dialogs choose this file. */
export async function chooseSavePath(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
}

/** The clerk closes the next file dialogs without choosing. */
export async function cancelDialogs(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ dialog }) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] })
    dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: '' })
  })
}

/** The next message boxes are answered with the button of this label; another set of buttons fails. */
export async function answerMessageBox(app: ElectronApplication, label: string): Promise<void> {
  await app.evaluate(({ dialog }, wanted) => {
    dialog.showMessageBox = (...args: unknown[]) => {
      const { buttons = [] } = args.at(-1) as { buttons?: string[] }
      const response = buttons.indexOf(wanted)
      if (response < 0) throw new Error(`No button ${wanted} among ${buttons.join(', ')}`)
      return Promise.resolve({ response, checkboxChecked: false })
    }
  }, label)
}
