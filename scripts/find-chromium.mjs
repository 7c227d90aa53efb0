// Makes sure that there is a Chromium for the browser tests, and prints its path.
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const macPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const asked = process.env.LECTERN_CHROMIUM
if (asked) {
  if (isAbsolute(asked) && isExecutable(asked)) finish(asked)
  fail(`LECTERN_CHROMIUM is ${asked}, which is no program that can be run: give the full path of a Chromium.`)
}
const found = find()
if (found) finish(found)
install()
const installed = find()
if (installed) finish(installed)
fail('No Chromium after installing the package chromium. Set LECTERN_CHROMIUM to the path of one.')

// ---------------------------------------------------------------------------

function find() {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
  return [...onPath, ...macPaths].find(isExecutable)
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function install() {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const may = succeeds(['apt-get', '--version']) && (sudo.length === 0 || succeeds([...sudo, 'true']))
  if (!may) {
    fail(
      'No Chromium found. Install it and a Chinese font (Debian: apt-get install chromium fonts-noto-cjk), ' +
        'or set LECTERN_CHROMIUM to the path of a Chromium or Chrome.',
    )
  }
  console.error('No Chromium found: installing the packages chromium and fonts-noto-cjk.')
  const env = ['env', 'DEBIAN_FRONTEND=noninteractive']
  const packages = ['chromium', 'fonts-noto-cjk']
  const steps = [
    [...sudo, 'apt-get', 'update', '-qq'],
    [...sudo, ...env, 'apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages],
  ]
  for (const [command, ...rest] of steps) {
    const { status } = spawnSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'] })
    if (status !== 0)
      fail(
        `${[command, ...rest].join(' ')} failed: install the packages chromium and fonts-noto-cjk yourself.`,
      )
  }
}

function succeeds([command, ...rest]) {
  return spawnSync(command, rest, { stdio: 'ignore' }).status === 0
}

function finish(path) {
  console.log(path)
  process.exit(0)
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
