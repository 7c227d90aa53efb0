/** Lists of records and speakers. */
export const listsStyle = `
`
