/** A soft tone for what comes in; at most one in a while, however much comes. */
const SILENCE_MS = 8_000;
const PITCHES = [587, 784];
const NOTE_S = 0.14;

let context: AudioContext | null = null;
let lastAt = -Infinity;

/** Sounds, unless it has just done so. Browsers keep still until the person has pressed something on the page. */
export function chime(now: number): void {
  if (now - lastAt < SILENCE_MS) return;
  lastAt = now;
  context ??= new AudioContext();
  void context.resume().catch(() => undefined);
  const { currentTime, destination } = context;
  for (const [i, pitch] of PITCHES.entries()) {
    const from = currentTime + i * NOTE_S;
    const note = context.createOscillator();
    const volume = context.createGain();
    note.frequency.value = pitch;
    volume.gain.setValueAtTime(0, from);
    volume.gain.linearRampToValueAtTime(0.06, from + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.001, from + NOTE_S * 2);
    note.connect(volume).connect(destination);
    note.start(from);
    note.stop(from + NOTE_S * 2);
  }
}
