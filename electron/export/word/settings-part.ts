import { element, valueElement, WORDPROCESSING, xmlPart } from './xml'

/** word/settings.xml: odd and even pages differ, punctuation as wide as a character: 28 to a line, as in the PDF. */
export function settingsPart(): string {
  return xmlPart(
    element(
      'w:settings',
      { 'xmlns:w': WORDPROCESSING },
      element('w:zoom', { 'w:percent': 100 }),
      valueElement('w:defaultTabStop', 420),
      element('w:evenAndOddHeaders'),
      valueElement('w:characterSpacingControl', 'doNotCompress'),
      element(
        'w:compat',
        {},
        element('w:spaceForUL'),
        element('w:balanceSingleByteDoubleByteWidth'),
        element('w:doNotLeaveBackslashAlone'),
        element('w:ulTrailSpace'),
        element('w:doNotExpandShiftReturn'),
        element('w:useFELayout'),
        element('w:compatSetting', {
          'w:name': 'compatibilityMode',
          'w:uri': 'http://schemas.microsoft.com/office/word',
          'w:val': 15,
        }),
      ),
      element('w:themeFontLang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN' }),
    ),
  )
}
