// A device with a Lithuanian voice of its own, and one that would speak over the network; it says everything at once.

window.said = [];
const voices = [
  { lang: "lt-LT", localService: false, name: "far away" },
  { lang: "lt-LT", localService: true, name: "here" },
];
window.SpeechSynthesisUtterance = class {
  constructor(text) {
    this.text = text;
  }
};
Object.defineProperty(window, "speechSynthesis", {
  value: {
    addEventListener() {},
    cancel() {},
    getVoices: () => voices,
    speak(utterance) {
      if (!utterance.voice.localService) {
        throw new Error("a person's words would leave the device");
      }
      window.said.push(`${utterance.lang}: ${utterance.text}`);
      setTimeout(() => utterance.onend());
    },
  },
});
