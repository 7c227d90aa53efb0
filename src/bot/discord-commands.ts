/** The slash command, and its option for the question. */
export const discordCommand = 'briefing'
export const discordOption = 'q'

/** The commands of the bot, as Discord takes them to register: `PUT /applications/<id>/commands`. */
export function discordCommands() {
  const { ask, question } = commandWords
  return [
    {
      name: discordCommand,
      type: 1,
      ...ask,
      // In servers and in direct messages with the bot.
      contexts: [0, 1],
      integration_types: [0],
      // Without a question it explains itself.
      options: [{ name: discordOption, type: 3, ...question, required: false, max_length: 2000 }],
    },
  ]
}

// ---------------------------------------------------------------------------

const commandWords = {
  ask: {
    description: 'What the press briefings say, in the words of those who said it',
    description_localizations: { 'zh-CN': '发布会上的原话怎么说', 'zh-TW': '記者會上的原話怎麼說' },
  },
  question: {
    description: 'Your question',
    description_localizations: { 'zh-CN': '您的问题', 'zh-TW': '您的問題' },
  },
}
