import sharp from 'sharp'
import { expect, it } from 'vitest'
import { operatorProfileSchema } from '@/db/operators'
import { imed } from '@/db/operators/imed'
import { drawLogo, LOGO_LIMIT } from './logo'

const noise = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 3, background: '#fff', noise: { type: 'gaussian', mean: 128, sigma: 60 } },
  })

const svg = Buffer.from(
  `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100"><script>alert(1)</script>
  <image href="file:///etc/passwd" width="10" height="10"/><rect width="400" height="100" fill="#0a6"/></svg>`,
)

it.each([
  ['a photograph', () => noise(3_000, 2_000).jpeg().toBuffer()],
  ['a drawing', () => noise(200, 60).png().toBuffer()],
  ['a vector with a script', () => Promise.resolve(svg)],
])('%s becomes a small picture and nothing else', async (_, make) => {
  const logo = (await drawLogo(await make())) ?? ''
  expect(logo.length).toBeLessThanOrEqual(LOGO_LIMIT)
  expect(operatorProfileSchema.safeParse({ ...imed, logo }).success).toBe(true)
  const { format, width, height, exif } = await sharp(Buffer.from(logo.split(',')[1] ?? '', 'base64')).metadata()
  expect([format, width <= 320, height <= 96, exif]).toEqual(['png', true, true, undefined])
})

it.each([
  ['no picture', Buffer.from('%PDF-1.7')],
  ['nothing', Buffer.alloc(0)],
  ['half a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
])('%s is told to be none', async (_, file) => expect(await drawLogo(file)).toBeUndefined())

it.each([
  'data:image/svg+xml;base64,PHN2Zz4=',
  'https://evil.example/a.png',
  'data:image/png;base64,PHN2Zz4=',
  'data:text/html,x',
])('the profile takes no %s for a logo', (logo) =>
  expect(operatorProfileSchema.safeParse({ ...imed, logo }).success).toBe(false),
)
