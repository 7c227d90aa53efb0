import { makeCopyButton } from './copy-button.ts'

/** What a script adds to the pages, which work without it: buttons to copy and to print. */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) makeCopyButton(button)
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => print())
}
