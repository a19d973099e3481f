/** The two wires between window and main process. */
export const askWire = 'ask'
export const tellWire = 'tell'

/** What main answers on the wire: an error thrown across it would lose its shape and could name a path. */
export type Envelope = { kind: 'reply'; reply: unknown } | { kind: 'refused' } | { kind: 'failed' }
