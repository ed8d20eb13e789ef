import localFont from 'next/font/local'

// Golos Text, from our own server. What nearly every page shows is two small files: letters, digits and punctuation of
// English and Russian, weights 400 to 700 (fonttools: subset, then instancer wght=400:700). They are loaded at once.
const latin = localFont({
  src: './golos-text-latin.woff2',
  weight: '400 700',
  display: 'swap',
  variable: '--font-latin',
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0020-007E,U+00A0,U+00A7,U+00AB,U+00B0,U+00B7,U+00BB,U+00D7,U+2009,U+2011,U+2013-2014,U+2018-201E,U+2022,U+2026,U+202F,U+2212',
    },
  ],
})

const russian = localFont({
  src: './golos-text-russian.woff2',
  weight: '400 700',
  display: 'swap',
  variable: '--font-russian',
  declarations: [{ prop: 'unicode-range', value: 'U+0401,U+0410-044F,U+0451,U+2116' }],
})

// Names and letters may hold more: these files are loaded where one of their letters is shown.
const moreLatin = localFont({
  src: '../../../node_modules/@fontsource-variable/golos-text/files/golos-text-latin-wght-normal.woff2',
  weight: '400 900',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  variable: '--font-more-latin',
  declarations: [{ prop: 'unicode-range', value: 'U+00A1-00FF,U+0131,U+0152-0153,U+02BB-02DC,U+20AC,U+2122' }],
})

const moreCyrillic = localFont({
  src: '../../../node_modules/@fontsource-variable/golos-text/files/golos-text-cyrillic-wght-normal.woff2',
  weight: '400 900',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  variable: '--font-more-cyrillic',
  declarations: [{ prop: 'unicode-range', value: 'U+0400,U+0402-040F,U+0450,U+0452-045F,U+0490-0491,U+04B0-04B1' }],
})

/** Class names that define the font variables of tokens.css. */
export const fontClasses = [latin, russian, moreLatin, moreCyrillic].map(({ variable }) => variable).join(' ')
