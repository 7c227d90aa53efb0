import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type FeatureWeights,
  featureNames,
  featureWeights,
  joinFeatures,
  type PassageFeatures,
  passageScoreOf,
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

describe('the score of a passage', () => {
  it('is the sum of all its features, to the last bit', () => {
    fc.assert(
      fc.property(anyNumbers([...ofPassages]), anyNumbers(featureNames), (features, weights) => {
        const passage = features as unknown as PassageFeatures
        const score = passageScoreOf(passage, weights as FeatureWeights)
        // Of -0 and 0, which are one score, adding 0 makes 0.
        expect(score + 0).toBe(scoreOf(passage, weights as FeatureWeights))
        expect(passageScoreOf(passage) + 0).toBe(scoreOf(passage, featureWeights))
      }),
    )
  })
})

describe('the features of a hit', () => {
  it('are those of its passage and those of its window, none left out', () => {
    fc.assert(
      fc.property(anyNumbers([...ofPassages]), anyNumbers(ofWindows), (passage, window) => {
        expect(
          joinFeatures(passage as unknown as PassageFeatures, window as unknown as WindowFeatures),
        ).toEqual({ ...passage, ...window })
      }),
    )
  })
})

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
