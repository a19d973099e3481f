import { contextBridge, ipcRenderer } from 'electron'
import type { Channel, Channels, Desk, Events } from '../shared/ipc'
import { askWire, type Envelope, tellWire } from './ipc/envelope'

/** The only door between the window and the machine: ask, and listen. No event object, no path, no module. */
const desk = {
  async ask<C extends Channel>(channel: C, request: Channels[C]['request']): Promise<Channels[C]['reply']> {
    const envelope: Envelope = await ipcRenderer.invoke(askWire, channel, request)
    if (envelope.kind !== 'reply') throw new Error(`${envelope.kind}: ${channel}`)
    return envelope.reply as Channels[C]['reply']
  },
  on<E extends keyof Events>(event: E, listener: (value: Events[E]) => void): () => void {
    const hear = (_event: unknown, told: keyof Events, value: Events[E]) => {
      if (told === event) listener(value)
    }
    ipcRenderer.on(tellWire, hear)
    return () => ipcRenderer.off(tellWire, hear)
  },
} satisfies Desk

contextBridge.exposeInMainWorld('desk', desk)
