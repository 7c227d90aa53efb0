import { type PageLanguage, pageLanguages } from '../../src/pages/language.ts'

/** One way to look at a scene. */
export interface View {
  name: string
  viewport: { width: number; height: number }
  colorScheme: 'light' | 'dark'
  lang: PageLanguage
}

/** On a telephone and on a desk, light and dark, in every language. */
export const views: readonly View[] = [
  { name: 'phone', width: 360, height: 780 },
  { name: 'desk', width: 1280, height: 900 },
].flatMap(({ name, ...viewport }) =>
  (['light', 'dark'] as const).flatMap((colorScheme) =>
    pageLanguages.map((lang) => ({ name: `${name}-${colorScheme}-${lang}`, viewport, colorScheme, lang })),
  ),
)
