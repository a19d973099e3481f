/**
 * Sets the time of every file in a zip to the earliest a zip knows, in place: the zip writer puts down the local time
 * of packing, and the same draft must give the same bytes in any hour and time zone.
 *
 * @param zip a whole zip file without comment (APPNOTE.TXT 4.3.16: the end record is its last 22 bytes)
 */
export function pinZipTimes(zip: Uint8Array): void {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const end = zip.byteLength - END_RECORD
  const files = view.getUint16(end + 10, true)
  let entry = view.getUint32(end + 16, true)
  for (let file = 0; file < files; file++) {
    const localHeader = view.getUint32(entry + 42, true)
    view.setUint32(entry + 12, EARLIEST, true)
    view.setUint32(localHeader + 10, EARLIEST, true)
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(entry + field, true))
    entry += CENTRAL_HEADER + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
}

const END_RECORD = 22
const CENTRAL_HEADER = 46

/** MS-DOS time 0:00 in the lower half, date 1 January 1980 in the upper. */
const EARLIEST = 0x0021_0000
