/** Stands in the version of a package that holds another Electron than the pinned one (docs/packaging.md). */
export const testBuildMark = 'test-build'

/** What a test build says of itself wherever its name is shown; empty for a release. */
export function testBuildNote(version: string): string {
  return version.endsWith(`-${testBuildMark}`) ? '（测试构建）' : ''
}
