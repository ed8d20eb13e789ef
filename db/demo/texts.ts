import type { Locale } from '../enums'
import type { DemoText } from './model'
import { textsEn } from './texts-en'
import { textsRu } from './texts-ru'

export type { DemoText }

export const demoTexts: Record<Locale, readonly DemoText[]> = { ru: textsRu, en: textsEn }
