import { describe, expect, it } from 'vitest'
import { roomLimits } from './limits'
import { decideRoom } from './room'

const MB = 1024 * 1024
const none = { files: 0, bytes: 0 }
const crowd = { files: 9_000, bytes: roomLimits.all.bytes }

describe('decideRoom', () => {
  it('lets a source have so many files and bytes waiting', () => {
    const { files, bytes } = roomLimits.source
    expect(decideRoom({ files: files - 1, bytes: 0 }, none, MB).ok).toBe(true)
    expect(decideRoom({ files, bytes: 0 }, none, MB).ok).toBe(false)
    expect(decideRoom({ files: 1, bytes: bytes - MB }, none, MB).ok).toBe(true)
    expect(decideRoom({ files: 1, bytes: bytes - MB }, none, MB + 1).ok).toBe(false)
  })

  it('refuses nobody their one request for what strangers have sent', () => {
    let own = none
    for (let file = 0; file < 5; file += 1) {
      expect(decideRoom(own, crowd, 10 * MB)).toEqual({ ok: true })
      own = { files: own.files + 1, bytes: own.bytes + 10 * MB }
    }
    expect(decideRoom(own, crowd, MB)).toEqual({ ok: false, reason: 'uploads-full' })
  })
})
