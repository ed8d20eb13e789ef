/** Fields by whose names a form knows a secret: it is shown to nobody again, kept nowhere, and typed anew each time. */
export const SECRET_FIELDS: readonly string[] = ['password', 'newPassword', 'code', 'proof', 'clientSecret']
