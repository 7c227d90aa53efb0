import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Copy, DockerfileParser, type Env, type JSONInstruction, Keyword } from 'dockerfile-ast'

/** The checkout, without a slash at the end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

export interface Copied {
  /** The stage that it is taken from; undefined for the checkout. */
  from: string | undefined
  sources: string[]
}

export interface Stage {
  image: string
  name: string | undefined
  /** Shell commands of all RUN. */
  run: string
  copied: Copied[]
  env: Map<string, string>
  /** Of the last USER, ENTRYPOINT, CMD and HEALTHCHECK; undefined or empty where there is none. */
  user: string | undefined
  entrypoint: string[]
  command: string[]
  health: { flags: Map<string, string>; command: string[] } | undefined
}

const file = DockerfileParser.parse(readFileSync(`${root}/Dockerfile`, 'utf8'))

/** The stages of the Dockerfile as it stands. */
export function readStages(): Stage[] {
  const stages: Stage[] = []
  for (const instruction of file.getInstructions()) {
    const words = instruction.getArguments().map((word) => word.getValue())
    const stage = stages.at(-1)
    if (instruction.getKeyword() === Keyword.FROM) stages.push(openStage(words))
    else if (stage) readInstruction(stage, instruction, words)
  }
  return stages
}

/** What ARG gives unless the build is told otherwise. */
export function readArgument(name: string): string | undefined {
  const property = file.getInitialARGs().find((arg) => arg.getProperty()?.getName() === name)
  return property?.getProperty()?.getValue() ?? undefined
}

// ---------------------------------------------------------------------------

type Instruction = ReturnType<typeof file.getInstructions>[number]

function openStage([image = '', , name]: string[]): Stage {
  const nothing = { user: undefined, entrypoint: [], command: [], health: undefined }
  return { image, name, run: '', copied: [], env: new Map(), ...nothing }
}

function readInstruction(stage: Stage, instruction: Instruction, words: string[]): void {
  const raw = instruction.getRawArgumentsContent() ?? ''
  switch (instruction.getKeyword()) {
    case Keyword.RUN:
      stage.run += `${raw}\n`
      break
    case Keyword.COPY: {
      const from = (instruction as Copy).getFlags().find((flag) => flag.getName() === 'from')
      stage.copied.push({ from: from?.getValue() ?? undefined, sources: words.slice(0, -1) })
      break
    }
    case Keyword.ENV:
      for (const property of (instruction as Env).getProperties()) {
        stage.env.set(property.getName(), property.getValue() ?? '')
      }
      break
    case Keyword.USER:
      stage.user = words[0]
      break
    case Keyword.ENTRYPOINT:
      stage.entrypoint = JSON.parse(raw)
      break
    case Keyword.CMD:
      stage.command = JSON.parse(raw)
      break
    case Keyword.HEALTHCHECK:
      stage.health = {
        flags: new Map(
          (instruction as JSONInstruction).getFlags().map((flag) => [flag.getName(), flag.getValue() ?? '']),
        ),
        command: JSON.parse(raw.slice(raw.indexOf('['))),
      }
      break
  }
}
