const NOTES = [880, 1174];
const NOTE_S = 0.14;
const LOUDNESS = 0.12;

/** Two soft notes, made here: nothing is loaded. A browser that lets nobody play makes none. */
export function beep(): void {
  const context = new AudioContext();
  for (const [index, frequency] of NOTES.entries()) {
    const tone = new OscillatorNode(context, { frequency });
    const start = context.currentTime + index * NOTE_S;
    const volume = new GainNode(context, { gain: 0 });
    volume.gain.setValueAtTime(LOUDNESS, start);
    volume.gain.exponentialRampToValueAtTime(0.001, start + NOTE_S);
    tone.connect(volume).connect(context.destination);
    tone.start(start);
    tone.stop(start + NOTE_S);
    if (index === NOTES.length - 1) tone.onended = () => void context.close();
  }
}
