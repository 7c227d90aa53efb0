import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type FeatureWeights,
  featureNames,
  featureWeights,
  scoreOf,
  type WindowFeatures,
  windowScoreOf,
} from '../../src/search/features.ts'

const ofPassages = new Set(['bm25', 'record', 'spoken', 'named'])
const ofWindows = featureNames.filter((name) => !ofPassages.has(name))

const anyNumbers = <Name extends string>(names: readonly Name[]) =>
  fc
    .array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: names.length, maxLength: names.length })
    .map(
      (numbers) => Object.fromEntries(names.map((name, at) => [name, numbers[at]])) as Record<Name, number>,
    )

describe('the score of a window', () => {
  it('is the sum of all its features, to the last bit', () => {
    fc.assert(
      fc.property(anyNumbers(ofWindows), anyNumbers(featureNames), (features, weights) => {
        const window = features as unknown as WindowFeatures
        expect(windowScoreOf(window, weights as FeatureWeights)).toBe(
          scoreOf(window, weights as FeatureWeights),
        )
        // -0 and 0 are one score.
        expect(windowScoreOf(window) - scoreOf(window, featureWeights)).toBe(0)
      }),
    )
  })
})
