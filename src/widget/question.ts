/** Longest question that a server takes, in UTF-16 units. */
export const longestQuestion = 2000

/** Why a question cannot be asked at all; undefined where it can. */
export function findFault(question: string): 'question-empty' | 'question-too-long' | undefined {
  if (question.trim() === '') return 'question-empty'
  return question.length > longestQuestion ? 'question-too-long' : undefined
}
