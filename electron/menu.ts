import { app, type MenuItemConstructorOptions as Item, Menu } from 'electron'
import type { Command } from '../shared/ipc'
import { testBuildNote } from './test-build'

export interface MenuActs {
  tell(command: Command): void
  saveDiagnostics(): void
}

/**
 * The menu with its keys. What concerns the draft, undo included, is told to the window, which keeps the history;
 * the rest is the system's own.
 */
export function setMenu({ tell, saveDiagnostics }: MenuActs): void {
  const item = (label: string, command: Command, accelerator?: string): Item => ({
    label,
    ...(accelerator && { accelerator }),
    click: () => tell(command),
  })
  const separator: Item = { type: 'separator' }
  const isMac = process.platform === 'darwin'

  const appMenu: Item = {
    label: app.name,
    submenu: [
      { role: 'about', label: `关于${app.name}` },
      separator,
      { role: 'hide', label: '隐藏' },
      { role: 'hideOthers', label: '隐藏其他' },
      { role: 'unhide', label: '全部显示' },
      separator,
      { role: 'quit', label: '退出' },
    ],
  }
  const file: Item = {
    label: '文件',
    submenu: [
      item('首页', 'home'),
      item('打开…', 'open', 'CmdOrCtrl+O'),
      separator,
      item('保存', 'save', 'CmdOrCtrl+S'),
      item('另存为…', 'saveAs', 'CmdOrCtrl+Shift+S'),
      item('以前的版本…', 'versions'),
      item('读回改过的 Word 文件…', 'readBack'),
      separator,
      item('导出…', 'export', 'CmdOrCtrl+E'),
      separator,
      isMac ? { role: 'close', label: '关闭' } : { role: 'quit', label: '退出', accelerator: 'Ctrl+Q' },
    ],
  }
  const edit: Item = {
    label: '编辑',
    submenu: [
      item('撤销', 'undo', 'CmdOrCtrl+Z'),
      item('重做', 'redo', isMac ? 'Cmd+Shift+Z' : 'Ctrl+Y'),
      separator,
      { role: 'cut', label: '剪切' },
      { role: 'copy', label: '复制' },
      { role: 'paste', label: '粘贴' },
      { role: 'selectAll', label: '全选' },
    ],
  }
  const view: Item = {
    label: '查看',
    submenu: [
      item('上一步', 'previousStep', 'CmdOrCtrl+PageUp'),
      item('下一步', 'nextStep', 'CmdOrCtrl+PageDown'),
      separator,
      item('下一处问题', 'nextFinding', 'F8'),
      item('上一处问题', 'previousFinding', 'Shift+F8'),
      item('这一处的处理办法', 'choices', 'Alt+Down'),
      separator,
      { role: 'zoomIn', label: '放大', accelerator: 'CmdOrCtrl+=' },
      { role: 'zoomOut', label: '缩小' },
      { role: 'resetZoom', label: '原始大小' },
      separator,
      { role: 'togglefullscreen', label: '全屏' },
    ],
  }
  const note = testBuildNote(app.getVersion())
  const help: Item = {
    label: '帮助',
    submenu: [
      item('填报说明', 'help', 'F1'),
      separator,
      { label: '保存诊断信息…', click: saveDiagnostics },
      ...(note === '' ? [] : [separator, { label: `${app.name}${note}，不能用来报送`, enabled: false }]),
      ...(isMac ? [] : [separator, { role: 'about', label: `关于${app.name}` } satisfies Item]),
    ],
  }
  Menu.setApplicationMenu(Menu.buildFromTemplate([...(isMac ? [appMenu] : []), file, edit, view, help]))
}
