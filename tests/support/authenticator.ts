import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest()
const PRESENT = 0x01
const HAS_KEY = 0x40

/** A security key (W3C Web Authentication, ES256, no attestation), and the browser that it is held to. */
export function newAuthenticator(origin: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(16)
  let counter = 0

  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const authenticatorData = (rpId: string, flags: number, key = Buffer.alloc(0)) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count, key])
  }
  const answer = (response: Record<string, Buffer>) => ({
    ...{
      id: id.toString('base64url'),
      rawId: id.toString('base64url'),
      type: 'public-key',
      clientExtensionResults: {},
    },
    response: Object.fromEntries(Object.entries(response).map(([name, data]) => [name, data.toString('base64url')])),
  })

  return {
    /** As `navigator.credentials.create` answers. */
    create(json: string): string {
      const { challenge, rp } = JSON.parse(json) as PublicKeyCredentialCreationOptionsJSON
      const coordinates = [Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')] as const
      const key = cbor(
        new Map<number, Item>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, coordinates[0]],
          [-3, coordinates[1]],
        ]),
      )
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key])
      const authData = authenticatorData(rp.id ?? '', PRESENT | HAS_KEY, attested)
      const attestationObject = cbor(
        new Map<string, Item>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', authData],
        ]),
      )
      return JSON.stringify(answer({ clientDataJSON: clientData('webauthn.create', challenge), attestationObject }))
    },
    /** As `navigator.credentials.get` answers. */
    get(json: string): string {
      const { challenge, rpId = '' } = JSON.parse(json) as PublicKeyCredentialRequestOptionsJSON
      counter += 1
      const clientDataJSON = clientData('webauthn.get', challenge)
      const data = authenticatorData(rpId, PRESENT)
      const signature = sign('sha256', Buffer.concat([data, sha256(clientDataJSON)]), privateKey)
      return JSON.stringify(answer({ clientDataJSON, authenticatorData: data, signature }))
    },
  }
}

type Item = number | string | Buffer | Map<number | string, Item>

/** What the two structures above need of CBOR (RFC 8949). */
function cbor(item: Item): Buffer {
  if (typeof item === 'number') return item < 0 ? head(1, -1 - item) : head(0, item)
  if (typeof item === 'string') return Buffer.concat([head(3, Buffer.byteLength(item)), Buffer.from(item)])
  if (Buffer.isBuffer(item)) return Buffer.concat([head(2, item.length), item])
  return Buffer.concat([head(5, item.size), ...[...item].flatMap(([key, value]) => [cbor(key), cbor(value)])])
}

function head(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value])
  return value < 256
    ? Buffer.from([(major << 5) | 24, value])
    : Buffer.from([(major << 5) | 25, value >> 8, value & 255])
}
