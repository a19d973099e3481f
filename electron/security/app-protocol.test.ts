import { describe, expect, test } from 'vitest'
import { rendererFile } from './app-protocol'

const folder = '/app/out/renderer'

describe('an address of the window', () => {
  test.each([
    ['app://desk/', 'index.html'],
    ['app://desk/index.html?x=1#y', 'index.html'],
    ['app://desk/assets/index-B2c.js', 'assets/index-B2c.js'],
    ['app://desk/assets/../index.html', 'index.html'],
    ['app://desk/%E5%9B%BE.png', '图.png'],
  ])('%s is our file %s', (address, file) => {
    expect(rendererFile(address, folder)).toBe(`${folder}/${file}`)
  })

  test.each([
    'app://desk/../main.js/../../x.txt',
    'app://desk/..%2f..%2fmain.js',
    'app://desk/%2e%2e%2f%2e%2e/etc/passwd.json',
    'app://desk/..%5c..%5cmain.js',
    'app://desk/%2e%2e%2frenderer-too/a.js',
    'app://desk/a.js%00.png',
    'app://desk/C:/Windows/a.js',
    'app://desk/%',
    'app://desk/etc/passwd',
    'app://desk/.env',
    'app://desk/assets',
    'app://other/index.html',
    'app://desk.example/index.html',
    'app://user@desk/index.html',
    'app://desk:80/index.html',
    'file:///app/out/renderer/index.html',
    'https://desk/index.html',
    'https://example.com/?next=app://desk/index.html',
    'index.html',
    '',
  ])('%o is none of ours', (address) => {
    expect(rendererFile(address, folder)).toBeUndefined()
  })
})
