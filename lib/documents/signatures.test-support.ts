// Made with `openssl cms -sign -nocerts -noattr`, of a key that signs nothing else.

const DER = Buffer.from(
  'MIHFBgkqhkiG9w0BBwKggbcwgbQCAQExDTALBglghkgBZQMEAgEwCwYJKoZIhvcNAQcBMYGSMIGPAgEBMCcwDzENMAsGA1UEAwwEVGVzdAIUFFxRsGRkuGNCDMrynlDOLAKVmWIwCwYJYIZIAWUDBAIBMAoGCCqGSM49BAMCBEgwRgIhAJ/E+ajI3vdEx3wBzttLMW8JOs3H/NxDVhxP4/k70+ngAiEA4kXNP6q/yZD8TpoTS6xSjXoPbwQZl7yS0O7I0aY/4fM=',
  'base64',
)
const attachedDer = Buffer.from(
  'MIHjBgkqhkiG9w0BBwKggdUwgdICAQExDTALBglghkgBZQMEAgEwKgYJKoZIhvcNAQcBoB0EG1RoZSBsZXR0ZXIgdGhhdCBpcyBzaWduZWQuCjGBkTCBjgIBATAnMA8xDTALBgNVBAMMBFRlc3QCFBRcUbBkZLhjQgzK8p5QziwClZliMAsGCWCGSAFlAwQCATAKBggqhkjOPQQDAgRHMEUCIBSbqBDzM6MYEhLu6EMmf59lcd5wZ4ekvBLqFHhFuWYLAiEAzUu2WAs2rHdy80e6v+0gJOj8T+nNRl2nO7B4maAGEJc=',
  'base64',
)
const attachedStream = Buffer.from(
  'MIAGCSqGSIb3DQEHAqCAMIACAQExDTALBglghkgBZQMEAgEwgAYJKoZIhvcNAQcBoIAkgAQbVGhlIGxldHRlciB0aGF0IGlzIHNpZ25lZC4KAAAAAAAAMYGQMIGNAgEBMCcwDzENMAsGA1UEAwwEVGVzdAIUFFxRsGRkuGNCDMrynlDOLAKVmWIwCwYJYIZIAWUDBAIBMAoGCCqGSM49BAMCBEYwRAIgXVvA4BTSA+W8K2efyIulkWK9OY/OUTDELL1Qs5XR0rUCIFnmVW6+dFqN95IquiU9tvO0+VA0LFTNNpmCJpFuKMBrAAAAAAAA',
  'base64',
)
const certificate = Buffer.from(
  'MIIBcjCCARmgAwIBAgIUFFxRsGRkuGNCDMrynlDOLAKVmWIwCgYIKoZIzj0EAwIwDzENMAsGA1UEAwwEVGVzdDAeFw0yNjExMjYwMDEyMzdaFw0zNjExMjMwMDEyMzdaMA8xDTALBgNVBAMMBFRlc3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAATKNOSAwBXNpmrxbDCrPfzXPAHz3JmxJI1S5GjdG3YrCGIScPTkffLxOvweiQf6CIXw5BKs5axCue/la2Nto/Kwo1MwUTAdBgNVHQ4EFgQUSPHW0raUwzyUzkVceZQgft+2amIwHwYDVR0jBBgwFoAUSPHW0raUwzyUzkVceZQgft+2amIwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNHADBEAiB96Ge8F6csksxKSsvLfqEOilIvXdr5omWuadQJvZxrKQIgVTUXfdHEHIGugBGNr1K9HRfINeLuI+3FmAsC0mP9ZhU=',
  'base64',
)

const lines = (bytes: Buffer, end = '\n') => bytes.toString('base64').replaceAll(/.{64}/g, `$&${end}`)
const pem = (label: string, bytes: Buffer, end = '\n') =>
  Buffer.from(`-----BEGIN ${label}-----${end}${lines(bytes, end)}${end}-----END ${label}-----${end}`)

/** As a mail program writes it. */
const message = `MIME-Version: 1.0
Content-Disposition: attachment; filename="smime.p7m"
Content-Type: application/pkcs7-mime; smime-type=signed-data; name="smime.p7m"
Content-Transfer-Encoding: base64

${lines(attachedDer)}

`
const signedMessage = `MIME-Version: 1.0
Content-Type: multipart/signed; protocol="application/pkcs7-signature"; micalg="sha-256"; boundary="part"

This is an S/MIME signed message

--part
The letter that is signed.

--part
Content-Type: application/pkcs7-signature; name="smime.p7s"
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename="smime.p7s"

${lines(DER)}

--part--
`

/** The forms that one electronic signature comes in. */
export const signatures = {
  detached: {
    DER,
    PEM: pem('CMS', DER),
    'PEM of the older name': pem('PKCS7', DER),
    'PEM with the line ends of Windows': pem('CMS', DER, '\r\n'),
    'PEM after a mark of byte order': Buffer.concat([Buffer.from('\uFEFF'), pem('CMS', DER)]),
    'base64 in lines': Buffer.from(lines(DER, '\r\n')),
    'base64 in one line': Buffer.from(DER.toString('base64')),
    'DER with a line end after it': Buffer.concat([DER, Buffer.from('\r\n')]),
  },
  attached: {
    DER: attachedDer,
    'BER of a stream': attachedStream,
    PEM: pem('CMS', attachedDer),
    'S/MIME message': Buffer.from(message),
    'signed message': Buffer.from(signedMessage.replaceAll('\n', '\r\n')),
  },
  certificate,
}
