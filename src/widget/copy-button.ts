/**
 * Shows a button and lets it copy the text of the element that `data-copy` names by its id. The button then says
 * `data-copied` for two seconds, as wide as before, and so does, once, what is read aloud. Where copying is refused,
 * the text is selected, and `data-selected` is read aloud.
 */
export function makeCopyButton(button: HTMLButtonElement): void {
  const source = document.getElementById(button.dataset.copy ?? '')
  if (!source) return
  const { copied = '', selected = '' } = button.dataset
  showBoth(button, copied)
  button.hidden = false
  let timer: ReturnType<typeof setTimeout> | undefined
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(source.textContent ?? '')
    } catch {
      // Refused, or no secure context: the reader copies what is selected.
      getSelection()?.selectAllChildren(source)
      return tell(selected)
    }
    tell(copied)
    button.classList.add('done')
    clearTimeout(timer)
    timer = setTimeout(() => button.classList.remove('done'), 2000)
  })
}

// ---------------------------------------------------------------------------

/** Both labels stand in the button, one over the other, so that its width stays. Its name stays too. */
function showBoth(button: HTMLButtonElement, copied: string): void {
  const [label, done] = [document.createElement('span'), document.createElement('span')]
  label.append(...button.childNodes)
  done.textContent = copied
  done.setAttribute('aria-hidden', 'true')
  button.replaceChildren(label, done)
  button.classList.add('stacked')
}

let status: HTMLElement | undefined

/** Has it read aloud: the region is there before its words, and empty in between, so that the same words count again. */
function tell(words: string): void {
  if (!status) {
    status = document.createElement('p')
    status.className = 'told'
    status.setAttribute('role', 'status')
    document.body.append(status)
  }
  const region = status
  region.textContent = ''
  setTimeout(() => {
    region.textContent = words
  }, 100)
}
