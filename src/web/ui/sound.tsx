/**
 * A chime and, where the browser has a voice, a spoken sentence. Browsers give no sound before a tap, and
 * many have no voice at all: whatever is said is therefore shown as well.
 */
import { useSyncExternalStore } from "react";
import { type Language, type UiKey, useWords } from "./language.tsx";

const STORED = "wellspring.sound";
const watchers = new Set<() => void>();
let sounds: AudioContext | undefined;

const isOn = () => localStorage.getItem(STORED) === "on";

function watch(told: () => void): () => void {
  watchers.add(told);
  return () => watchers.delete(told);
}

/** Whether sound is on. */
export const useSoundOn = (): boolean => useSyncExternalStore(watch, isOn);

/** Called by a tap: from then on the page may sound. */
function unlock(): void {
  sounds ??= new AudioContext();
  void sounds.resume();
}

// Sound that was on at the last visit needs a tap of this one.
window.addEventListener("pointerdown", () => isOn() && unlock(), { once: true });

/** The chime, then the sentence; nothing where sound is off. */
export function announce(sentence: string, language: Language): void {
  if (!isOn()) return;
  chime();
  if (!("speechSynthesis" in window)) return;
  const speech = new SpeechSynthesisUtterance(sentence);
  speech.lang = language === "zh" ? "zh-CN" : "en-US";
  window.speechSynthesis.speak(speech);
}

/** Two rising tones. */
function chime(): void {
  if (sounds === undefined || sounds.state !== "running") return;
  const start = sounds.currentTime;
  for (const [at, pitch] of [
    [0, 880],
    [0.14, 1_318],
  ] as const) {
    const tone = sounds.createOscillator();
    const loudness = sounds.createGain();
    tone.frequency.value = pitch;
    loudness.gain.setValueAtTime(0.2, start + at);
    loudness.gain.exponentialRampToValueAtTime(0.001, start + at + 0.4);
    tone.connect(loudness).connect(sounds.destination);
    tone.start(start + at);
    tone.stop(start + at + 0.4);
  }
}

/** Turns the sound on and off; turning it on sounds the chime. */
export function SoundSwitch() {
  const say = useWords<UiKey>();
  const on = useSoundOn();
  const turn = () => {
    localStorage.setItem(STORED, on ? "off" : "on");
    for (const told of watchers) told();
    if (on) return;
    unlock();
    chime();
  };
  return (
    <button type="button" className="ws-plain" aria-pressed={on} onClick={turn}>
      {say(on ? "sound.on" : "sound.off")}
    </button>
  );
}
