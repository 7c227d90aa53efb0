/** What a script adds to the pages, which work without it: buttons to copy and to print. */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  button.hidden = false
  button.addEventListener('click', () => copyFrom(button))
}
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => print())
}

// ---------------------------------------------------------------------------

/** Copies the text of the element that `data-copy` names by its id, and says so in the button for two seconds. */
async function copyFrom(button: HTMLButtonElement): Promise<void> {
  const source = document.getElementById(button.dataset.copy ?? '')
  if (!source) return
  try {
    await navigator.clipboard.writeText(source.textContent ?? '')
  } catch {
    // Refused, or no secure context: the reader copies what is selected.
    getSelection()?.selectAllChildren(source)
    return
  }
  const label = button.textContent
  button.textContent = button.dataset.copied ?? label
  setTimeout(() => {
    button.textContent = label
  }, 2000)
}
