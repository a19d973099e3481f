/**
 * An error as it may be kept: where in our code it happened, never what the clerk wrote or where her files lie. Quoted
 * text, paths, addresses, long numbers and everything that is not plain ASCII could be either.
 */
export function redact(text: string): string {
  return (
    text
      // To the last mark of the line: a name may hold such a mark itself.
      .replace(/(["'`])[^\n]*\1/g, '$1…$1')
      .replace(/\S+@\S+/g, '…')
      .replace(/(?:file|app):\/\/[^\s)]*?([\w.-]+\.[cm]?js:\d+:\d+)/g, '$1')
      .replace(/(?:[A-Za-z]:)?[\\/][^\s:()]*[\\/]([\w.-]+\.[cm]?js:\d+:\d+)/g, '$1')
      .replace(/(?:[A-Za-z]:[\\/]|\\\\|\/)[^\n]*?(?=(?:(?::\d+){1,2}\)?|\))?$)/gm, '<path>')
      .replace(/[^\x20-\x7e\n]+/g, '…')
      .replace(/\d{5,}/g, '#')
  )
}
