import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Keeps secrets in the database so that a copy of the database alone does not give them away. */
export type Vault = {
  readonly seal: (text: string) => string
  /** @throws Error where the text was not sealed with this key, or was changed since */
  readonly unseal: (sealed: string) => string
}

const version = 'v1'
const ivBytes = 12
const tagBytes = 16

/** Seals with AES-256-GCM: `v1.` and the nonce, the tag and the sealed text in base64url. @param key 32 bytes */
export function makeVault(key: Uint8Array): Vault {
  return {
    seal: (text) => {
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv('aes-256-gcm', key, iv)
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return `${version}.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')}`
    },
    unseal: (sealed) => {
      const [found, text = ''] = sealed.split('.')
      if (found !== version) throw new Error('a sealed secret has an unknown form')
      const bytes = Buffer.from(text, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes))
      decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
      return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString('utf8')
    },
  }
}
