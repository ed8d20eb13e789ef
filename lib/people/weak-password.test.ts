import { describe, expect, it } from 'vitest'
import { findPasswordFault } from './weak-password'

const person = ['Мария Соколова', 'm.sokolova@clinic.example']

describe('a password', () => {
  it.each([
    ['password123', 'passwordCommon'],
    ['qwertyuiop', 'passwordCommon'],
    ['йцукенгшщз', 'passwordCommon'],
    ['P@ssw0rd123', 'passwordCommon'],
    ['1234567890', 'passwordCommon'],
    ['aaaaaaaaaaaa', 'passwordGuessable'],
    ['abcdefghijklm', 'passwordGuessable'],
    ['sokolova2026', 'passwordPersonal'],
    ['Соколова2026', 'passwordPersonal'],
    ['m.sokolova@clinic.example', 'passwordPersonal'],
    ['clinic.example.sokolova1', 'passwordPersonal'],
    ['МарияСоколова', 'passwordPersonal'],
  ])('%s is refused: %s', async (password, fault) => {
    expect(await findPasswordFault(password, person)).toBe(fault)
  })

  it.each([
    'correct horse battery staple',
    'корова ест синюю крышу',
    'demo-clinic-2026',
    'sdkfj34kjdf',
    '🐈🐈 tr3e lamp',
  ])('%s is taken, whatever signs it has', async (password) => {
    expect(await findPasswordFault(password, person)).toBeUndefined()
  })
})
