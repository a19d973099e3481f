import type { StyleVariant } from './style-variant'

/**
 * What an office has set otherwise than the standard for all its reports, as its settings file says; and why that file
 * was left aside where it cannot be used: one line of Chinese without its full stop.
 */
export interface OfficeStyle {
  style: StyleVariant
  fault?: string
}
