/** Han signs that bind words and name nothing, folded. */
export const functionSigns: ReadonlySet<string> = new Set(
  '的了是在和与及或被把就都也还会能到从对将为以个这那其之而等有又于所',
)
