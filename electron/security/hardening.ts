import type { App, Session, WebContents } from 'electron'
import { appOrigin } from './app-protocol'

/** The whole app lives off the disk: data: and blob: never leave the process, devtools: is Chromium's own. */
const ownSchemes = ['app:', 'devtools:', 'data:', 'blob:']

/** Whether the session may fetch an address: nothing that would touch a network or the file system. */
export function mayRequest(address: string): boolean {
  return URL.canParse(address) && ownSchemes.includes(new URL(address).protocol)
}

/** Before `ready`: no name is looked up, whoever asks, and no window may leave its page. */
export function hardenApp(app: App): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.on('web-contents-created', (_event, contents) => hardenContents(contents))
}

/** No permission, no device, no download, no request beyond our own files, no dictionary fetched. */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !mayRequest(url) }))
  session.on('will-download', (event) => event.preventDefault())
  session.setSpellCheckerEnabled(false)
}

function hardenContents(contents: WebContents): void {
  const refuse = (event: { preventDefault(): void }) => event.preventDefault()
  contents.on('will-navigate', refuse)
  contents.on('will-frame-navigate', refuse)
  contents.on('will-redirect', refuse)
  contents.on('will-attach-webview', refuse)
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  // Peer connections are made outside the session's requests.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

/** The frame a message came from, as Electron tells it. */
export interface SenderFrame {
  origin: string
  parent: unknown
}

/** Only the window's own page may ask, not a frame inside it. The frame is null once its page is gone. */
export function isTrustedSender(frame: SenderFrame | null): boolean {
  return frame !== null && frame.origin === appOrigin && frame.parent === null
}
