/** Names the scene that a request is for. A Worker's module may export nothing but its handlers. */
export const sceneHeader = 'X-Scene'
/** What a call to the platform is answered. */
export const takenHeader = 'X-Taken'
