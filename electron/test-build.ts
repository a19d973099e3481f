/** Stands in the version of a package that holds another Electron than the pinned one (docs/packaging.md). */
export const testBuildMark = 'test-build'

/** A version as it is told to people: a test build's mark in their own words. */
export function shownVersion(version: string): string {
  const note = testBuildNote(version)
  return note === '' ? version : version.slice(0, -testBuildMark.length - 1) + note
}

/** What a test build says of itself wherever its name is shown; empty for a release. */
export function testBuildNote(version: string): string {
  return version.endsWith(`-${testBuildMark}`) ? '（测试构建）' : ''
}
